package hounsfield.imagej.memory;

import ij.ImagePlus;
import ij.io.FileInfo;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The DICOM file that a slice of an image was read from, if it still exists. The {@link ImageRecord} has folder and file; for
 * an image of ImageJ's own DICOM reader, ImageJ's FileInfo has the folder, and a label the name of the slice's file.
 *
 * @param path the existing file
 * @param frame the frame in the file, counted from 0; empty if unknown
 */
public record SliceFile(Path path, OptionalInt frame) {
    /**
     * Stores the files of an image's slices in its record.
     *
     * @param image an image with a record of its slices
     * @param folder the folder of the files
     * @param files the file of each slice, relative to the folder
     */
    public static void mark(ImagePlus image, String folder, List<String> files) {
        ImageRecord record = ImageRecord.read(image);
        SliceTable table = record.slices();
        List<SliceTable.Slice> slices = new ArrayList<>();
        for (SliceTable.Slice slice : table.slices()) slices.add(slice.in(files.get(slices.size())));
        record.with(table.with(slices), folder).writeTo(image);
    }

    /**
     * Finds the file of a slice.
     *
     * @param image any image
     * @param slice counted from 1
     * @return file and frame; empty if unknown or the file no longer exists
     */
    public static Optional<SliceFile> of(ImagePlus image, int slice) {
        ImageRecord record = ImageRecord.read(image);
        if (record.values().origin() == ValueRecord.Origin.UNKNOWN) return opened(image, slice);
        if (record.folder().isEmpty()) return Optional.empty();
        return record.slices().find(image, slice).flatMap(each -> within(record.folder(), each.file())
                .map(path -> new SliceFile(path, OptionalInt.of(each.frame()))));
    }

    /** Finds the file of a slice of an image that ImageJ opened. */
    private static Optional<SliceFile> opened(ImagePlus image, int slice) {
        FileInfo info = image.getOriginalFileInfo();
        if (info == null || info.directory == null || info.directory.isEmpty()) return Optional.empty();
        List<String> names = new ArrayList<>(SliceLabel.names(image, slice));
        if (image.getStackSize() == 1 && info.fileName != null) names.add(info.fileName);
        return names.stream()
                .flatMap(name -> within(info.directory, name).stream())
                .map(path -> new SliceFile(path, OptionalInt.empty()))
                .findFirst();
    }

    /** Resolves a file within the folder. Labels and records are not trusted, so paths outside the folder are rejected. */
    private static Optional<Path> within(String folder, String name) {
        try {
            if (name.isEmpty()) return Optional.empty();
            Path path = Path.of(folder, name);
            boolean within = path.normalize().startsWith(Path.of(folder).normalize());
            return within && Files.isRegularFile(path) ? Optional.of(path) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
