package hounsfield.imagej.operation;

import hounsfield.derive.file.Compression;
import hounsfield.imagej.memory.ImageUnit;
import hounsfield.imagej.save.DicomSaver;
import hounsfield.imagej.save.SaveForm;
import hounsfield.imagej.save.SaveSettings;
import hounsfield.standard.Labels;
import hounsfield.standard.Numbers;
import hounsfield.standard.error.Memory;
import hounsfield.work.Progress;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** {@code Save as DICOM...}: writes an image as new DICOM files, derived from the files that it was opened from. */
public final class SaveDicom {
    /** Stores 32-bit values in 16 bits, exactly if possible. */
    private static final String SHORTS = "16-bit";
    /** Stores 32-bit values as floats. */
    private static final String FLOATS = "float";

    private SaveDicom() {}

    /**
     * The options of {@code Save as DICOM...}.
     *
     * @param form the number of files and their kind
     * @param compression of the files
     * @param floats whether 32-bit values are stored as floats
     * @param description what was done, in the user's words; empty for none
     */
    public record Options(SaveForm form, Compression compression, boolean floats, String description) {
        /** A series without compression, in 16 bits. */
        public static final Options DEFAULT = new Options(SaveForm.SERIES, Compression.NONE, false, "");

        /**
         * {@return these options with another form}
         *
         * @param label one of {@link SaveDicom#forms}, in any case
         * @throws IllegalArgumentException if there is none
         */
        public Options withForm(String label) {
            return new Options(Labels.find("form", SaveForm.values(), label), compression, floats, description);
        }

        /**
         * {@return these options with another compression}
         *
         * @param label one of {@link SaveDicom#compressions}, in any case
         * @throws IllegalArgumentException if there is none
         */
        public Options withCompression(String label) {
            Compression other = Labels.find("compression", Compression.values(), label);
            return new Options(form, other, floats, description);
        }

        /**
         * {@return these options with another form of values}
         *
         * @param label one of {@link SaveDicom#values}, in any case
         * @throws IllegalArgumentException if there is none
         */
        public Options withValues(String label) {
            String found = Labels.oneOf("form of values", values(), label);
            return new Options(form, compression, found.equals(FLOATS), description);
        }

        /**
         * {@return these options with a description}
         *
         * @param text what was done, for Derivation Description (0008,2111)
         */
        public Options withDescription(String text) {
            return new Options(form, compression, floats, text);
        }
    }

    /**
     * What was saved.
     *
     * @param files the new files
     * @param summary a sentence with the number of files, their object, and the greatest error
     * @param notes further sentences for the log
     */
    public record Result(List<Path> files, String summary, List<String> notes) {}

    /** {@return the labels of the forms, the default first} */
    public static List<String> forms() {
        return Labels.of(SaveForm.values());
    }

    /** {@return the labels of the compressions, the default first} */
    public static List<String> compressions() {
        return Labels.of(Compression.values());
    }

    /** {@return the labels of the forms of 32-bit values, the default first} */
    public static List<String> values() {
        return List.of(SHORTS, FLOATS);
    }

    /**
     * Saves an image as DICOM.
     *
     * @param image any image
     * @param path the file of a multi-frame object, or of a single slice if the name ends with {@code .dcm}; otherwise a new or
     *     empty folder
     * @param options the form of the files
     * @param progress reports and cancels; then nothing remains
     * @return what was written
     * @throws IOException if a source file cannot be read, or a file cannot be written; then nothing remains
     * @throws IllegalArgumentException if the values cannot be saved in that form, or if the path is a source of the image, a folder
     *     with files, or in a folder that does not exist
     */
    public static Result run(ImagePlus image, Path path, Options options, Progress progress) throws IOException {
        SaveSettings settings =
                new SaveSettings(options.form, options.compression, options.floats, options.description);
        return Memory.guarded(() -> {
            DicomSaver.Result saved = DicomSaver.save(image, settings, path, progress);
            return new Result(saved.files(), summary(image, saved), notes(image, saved));
        });
    }

    private static String summary(ImagePlus image, DicomSaver.Result saved) {
        String unit = ImageUnit.of(image);
        String error = saved.error() == 0
                ? "values are exact"
                : "values in 16 bits, greatest error " + Numbers.text(saved.error())
                        + (unit.isEmpty() ? "" : " " + unit);
        return Numbers.count(saved.files().size(), "file") + " saved, "
                + saved.kind().label() + ", " + error;
    }

    private static List<String> notes(ImagePlus image, DicomSaver.Result saved) {
        if (saved.missing() == 0) return List.of();
        return List.of("The files of " + saved.missing() + " of " + Numbers.count(image.getStackSize(), "slice")
                + " are missing; the new files have the attributes that the image stores of their headers.");
    }
}
