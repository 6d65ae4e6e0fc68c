package hounsfield.imagej.operation;

import hounsfield.calibrate.suv.PetSuv;
import hounsfield.calibrate.suv.SuvType;
import hounsfield.imagej.host.Messages;
import hounsfield.imagej.process.ImageSuv;
import hounsfield.work.Progress;
import ij.ImagePlus;
import java.io.IOException;
import java.util.List;

/** {@code PET SUV...}: converts a PET image to standardized uptake values. */
public final class ConvertToSuv {
    private ConvertToSuv() {}

    /**
     * The options of {@code PET SUV...}.
     *
     * @param type the measure of the patient's size by which uptake is normalized
     */
    public record Options(SuvType type) {
        /** By body weight. */
        public static final Options DEFAULT = new Options(SuvType.BODY_WEIGHT);

        /**
         * {@return options for a type}
         *
         * @param label such as {@code body weight}, in any case
         * @throws IllegalArgumentException if there is no such type
         */
        public static Options of(String label) {
            return new Options(SuvType.byLabel(label));
        }
    }

    /** {@return the labels of the types, the default first} */
    public static List<String> types() {
        return SuvType.labels();
    }

    /**
     * Converts an image.
     *
     * @param image a PET image with the values of its files
     * @param options type
     * @param progress reports and cancels
     * @return a new 32-bit image, not shown; virtual if {@code image} is a virtual stack of DICOM frames
     * @throws IllegalArgumentException for a color image, for an image without a DICOM header, and if the values are
     *     not in the unit of the files
     * @throws IOException if an attribute is missing or implausible, with its name in the message; or if a file cannot
     *     be read
     */
    public static ImagePlus run(ImagePlus image, Options options, Progress progress) throws IOException {
        PetSuv suv = ImageSuv.factors(image, options.type(), progress);
        ImagePlus result = ImageSuv.convert(image, options.type(), suv, progress);
        Messages.log(image.getTitle(), suv.findings());
        return result;
    }
}
