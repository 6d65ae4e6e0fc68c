package hounsfield.imageio;

import hounsfield.codec.PhotometricInterpretation;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;

/**
 * The description of a stream's pixels in the Data Set that contains the stream.
 *
 * @param photometric Photometric Interpretation (0028,0004)
 * @param bitsAllocated Bits Allocated (0028,0100)
 */
record DeclaredPixels(PhotometricInterpretation photometric, int bitsAllocated) {
    /**
     * Reads the description from an input stream of dcm4che by its method {@code getImageDescriptor}, by reflection, so
     * that dcm4che is not required on the class path.
     *
     * @param input any stream
     * @return the description; empty if the stream has no such method, or the result is not usable
     */
    static Optional<DeclaredPixels> of(Object input) {
        try {
            Object descriptor = call(input, "getImageDescriptor");
            if (descriptor == null) return Optional.empty();
            String term = String.valueOf(call(descriptor, "getPhotometricInterpretation"));
            Object allocated = call(descriptor, "getBitsAllocated");
            if (!(allocated instanceof Integer bits)) return Optional.empty();
            return PhotometricInterpretation.of(term).map(photometric -> new DeclaredPixels(photometric, bits));
        } catch (ReflectiveOperationException | RuntimeException | LinkageError absent) {
            return Optional.empty();
        }
    }

    private static Object call(Object target, String method)
            throws NoSuchMethodException, IllegalAccessException, InvocationTargetException {
        return target.getClass().getMethod(method).invoke(target);
    }
}
