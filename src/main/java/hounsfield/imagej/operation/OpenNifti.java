package hounsfield.imagej.operation;

import hounsfield.imagej.open.NiftiOpener;
import hounsfield.standard.Labels;
import hounsfield.standard.error.Memory;
import hounsfield.work.Progress;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** {@code Open NIfTI...}: opens a NIfTI-1 file with its place in the patient. */
public final class OpenNifti {
    private static final String FLOATS = "32-bit";
    private static final String STORED = "stored";

    private OpenNifti() {}

    /**
     * The options of {@code Open NIfTI...}.
     *
     * @param stored whether integers of 8 and 16 bits keep their type
     * @param unit of the values; empty for that of the file
     */
    public record Options(boolean stored, String unit) {
        /** 32-bit values in the unit of the file. */
        public static final Options DEFAULT = new Options(false, "");

        /**
         * {@return these options with another form of the pixels}
         *
         * @param label one of {@link OpenNifti#pixels}, in any case
         * @throws IllegalArgumentException if there is none
         */
        public Options withPixels(String label) {
            String found = Labels.oneOf("form of pixels", pixels(), label);
            return new Options(found.equals(STORED), unit);
        }

        /**
         * {@return these options with another unit}
         *
         * @param text the unit of the values, such as {@code HU}; empty for that of the file
         */
        public Options withUnit(String text) {
            return new Options(stored, text.strip());
        }
    }

    /** {@return the labels of the forms of the pixels, the default first} */
    public static List<String> pixels() {
        return List.of(FLOATS, STORED);
    }

    /**
     * Opens a file.
     *
     * @param path a NIfTI-1 file ({@code .nii}, {@code .nii.gz}), or either file of a pair ({@code .hdr}, {@code .img})
     * @param options pixels and unit
     * @param progress reports and cancels
     * @return a new image, not shown
     * @throws hounsfield.standard.error.DicomException if it is not a NIfTI-1 file, or is damaged
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if the image does not fit into memory
     */
    public static ImagePlus run(Path path, Options options, Progress progress) throws IOException {
        return Memory.guarded(() -> NiftiOpener.open(path, options.stored(), options.unit(), progress));
    }
}
