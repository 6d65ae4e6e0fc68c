package hounsfield.imagej.save;

import hounsfield.dataset.csv.AtomicFile;
import hounsfield.derive.NewImage;
import hounsfield.derive.ObjectKind;
import hounsfield.derive.file.Compression;
import hounsfield.derive.file.NewFile;
import hounsfield.work.Progress;
import hounsfield.work.Workers;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Writes an image as DICOM files: all of them or none. */
public final class DicomSaver {
    private static final String EXTENSION = ".dcm";
    /** Extension of the temporary file that collects the encoded frames. */
    private static final String SPOOL = ".frames.part";

    private final ImagePlus image;
    private final SaveSettings settings;
    private final Path target;
    private final Progress progress;

    private DicomSaver(ImagePlus image, SaveSettings settings, Path target, Progress progress) {
        this.image = image;
        this.settings = settings;
        this.target = target;
        this.progress = progress;
    }

    /**
     * The result.
     *
     * @param files the files that were written
     * @param kind the object
     * @param error the greatest difference of a value from the saved one, in the unit of the image; 0 if all are exact
     * @param missing number of slices whose file is missing, so that only the header text of the image was known
     */
    public record Result(List<Path> files, ObjectKind kind, double error, int missing) {}

    /**
     * Saves an image.
     *
     * @param image any image
     * @param settings the form
     * @param target the file of a multi-frame object, or of a single slice if the name ends with {@code .dcm}; otherwise an
     *     empty or new folder
     * @param progress reports and cancels; then nothing remains
     * @return what was written
     * @throws IOException if a source file or slice cannot be read, or a file cannot be written; then nothing remains
     * @throws IllegalArgumentException if the values cannot be saved in that form, or if the target is a source of the image, a folder
     *     with files, or in a folder that does not exist
     */
    public static Result save(ImagePlus image, SaveSettings settings, Path target, Progress progress)
            throws IOException {
        return new DicomSaver(image, settings, target, progress).save();
    }

    private Result save() throws IOException {
        boolean single = settings.form() == SaveForm.MULTI_FRAME || image.getStackSize() == 1 && isNamed();
        if (single) SourceFiles.checkTarget(image, target, progress);
        else checkFolder();
        if (settings.floats() && settings.form() != SaveForm.MULTI_FRAME)
            throw new IllegalArgumentException(
                    "values=float needs form=multi-frame, because single-frame objects cannot hold floats");
        NewImages images = new NewImages(image, settings, progress);
        NewImage made = images.image();
        SlicePixels pixels = new SlicePixels(image, images.form(), images.slices(), progress);
        List<Path> files = single ? List.of(target) : names(made.frames().size());
        if (settings.form() == SaveForm.MULTI_FRAME) {
            writeAll(made, pixels);
        } else if (single) writeFrame(made, 0, pixels, target);
        else writeSeries(made, pixels, files);
        return new Result(files, made.kind(), images.form().error(), images.missing());
    }

    private void writeAll(NewImage made, SlicePixels pixels) throws IOException {
        Path spool = target.resolveSibling(target.getFileName() + SPOOL);
        try {
            NamedFailure.write(
                    target,
                    () -> AtomicFile.write(
                            target,
                            part -> NewFile.writeAll(made, pixels, settings.compression(), part, spool, progress)));
        } finally {
            if (settings.compression() == Compression.RLE) Files.deleteIfExists(spool);
        }
    }

    private boolean isNamed() {
        return target.toString().toLowerCase(Locale.ROOT).endsWith(EXTENSION);
    }

    private void writeFrame(NewImage made, int index, SlicePixels pixels, Path file) throws IOException {
        NamedFailure.write(
                file,
                () -> AtomicFile.write(
                        file, part -> NewFile.writeFrame(made, index, pixels, settings.compression(), part)));
    }

    private void writeSeries(NewImage made, SlicePixels pixels, List<Path> files) throws IOException {
        boolean created = !Files.exists(target);
        if (created) Files.createDirectory(target);
        boolean done = false;
        try {
            Workers.forEach(files.size(), progress, index -> writeFrame(made, index, pixels, files.get(index)));
            done = true;
        } finally {
            if (!done) {
                for (Path file : files) Files.deleteIfExists(file);
                if (created) Files.deleteIfExists(target);
            }
        }
    }

    private List<Path> names(int count) {
        int digits = Math.max(4, Integer.toString(count).length());
        List<Path> names = new ArrayList<>();
        for (int i = 1; i <= count; i++)
            names.add(target.resolve("IM" + String.format(Locale.ROOT, "%0" + digits + "d", i) + EXTENSION));
        return names;
    }

    private void checkFolder() throws IOException {
        int count = image.getStackSize();
        if (count > 1 && isNamed() && !Files.isDirectory(target)) {
            throw new IllegalArgumentException("a series of " + count + " files needs a folder, and "
                    + target.getFileName() + " is the name of a file; name a folder, or choose form=multi-frame");
        }
        if (!Files.exists(target)) {
            AtomicFile.checkFolder(target);
            return;
        }
        if (!Files.isDirectory(target)) throw new IllegalArgumentException(target + " is a file, not a folder");
        try (Stream<Path> entries = Files.list(target)) {
            if (entries.findAny().isPresent()) {
                throw new IllegalArgumentException(
                        target + " holds files, which would mix with the new series; name a new or an empty folder");
            }
        }
    }
}
