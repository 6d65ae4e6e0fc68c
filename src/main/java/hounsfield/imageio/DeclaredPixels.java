package hounsfield.imageio;

import hounsfield.codec.PhotometricInterpretation;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;

/**
 * What the Data Set around a stream says of its pixels.
 *
 * @param photometric Photometric Interpretation (0028,0004)
 * @param bitsAllocated Bits Allocated (0028,0100)
 */
record DeclaredPixels(PhotometricInterpretation photometric, int bitsAllocated) {
    /**
     * Asks an input stream of dcm4che, which has a method {@code getImageDescriptor}, by reflection; dcm4che need not be on
     * the class path.
     *
     * @param input any stream
     * @return nothing if it has no such method, or no usable answer
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
