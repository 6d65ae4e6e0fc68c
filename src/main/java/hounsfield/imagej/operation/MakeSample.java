package hounsfield.imagej.operation;

import hounsfield.imagej.open.SampleImage;
import hounsfield.phantom.Phantom;
import hounsfield.phantom.Phantoms;
import hounsfield.work.Progress;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** {@code DICOM Sample...}: opens a built-in phantom with known contents. */
public final class MakeSample {
    private MakeSample() {}

    /**
     * The options of {@code DICOM Sample...}.
     *
     * @param sample the phantom
     */
    public record Options(Phantom sample) {
        /** The first of {@link MakeSample#names}, a CT series. */
        public static final Options DEFAULT = new Options(Phantoms.all().get(0));

        /**
         * {@return these options for another sample}
         *
         * @param name one of {@link MakeSample#names}, in any case
         * @throws IllegalArgumentException if there is none; the message lists the names
         */
        public Options with(String name) {
            return new Options(Phantoms.byName(name));
        }
    }

    /** {@return the names of all samples, the default first} */
    public static List<String> names() {
        return List.of(Phantoms.names());
    }

    /**
     * Writes a sample as DICOM files to a temporary folder and opens them.
     *
     * @param options the sample
     * @param progress reports and cancels
     * @return a new image, not shown
     * @throws IOException if files cannot be written or read
     */
    public static ImagePlus run(Options options, Progress progress) throws IOException {
        return SampleImage.open(options.sample(), progress);
    }

    /**
     * Writes a sample as DICOM files.
     *
     * @param options the sample
     * @param folder receives the files; created if necessary
     * @throws IOException if a file cannot be written
     */
    public static void write(Options options, Path folder) throws IOException {
        options.sample().write(folder);
    }
}
