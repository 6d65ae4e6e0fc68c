package hounsfield.imagej;

import ij.ImagePlus;
import ij.io.FileInfo;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The DICOM file that a slice of an image came from, as far as the image remembers and the file is still there.
 *
 * @param frame the file's frame, counted from 0; empty where the image does not say
 */
record SliceFile(Path path, OptionalInt frame) {
    /** The first line of a frame's label, with its file's name or, in the image of one file, without. */
    private static final Pattern FRAME = Pattern.compile("(?:(.+) )?frame (\\d{1,9})");

    /** @param slice counted from 1 */
    static Optional<SliceFile> of(ImagePlus image, int slice) {
        FileInfo info = image.getOriginalFileInfo();
        if (info == null || info.directory == null || info.directory.isEmpty()) return Optional.empty();
        String label = image.getStack().getSliceLabel(slice);
        String name = label == null ? "" : label.lines().findFirst().orElse("");
        OptionalInt frame = OptionalInt.empty();
        Matcher matcher = FRAME.matcher(name);
        if (matcher.matches()) {
            name = matcher.group(1);
            frame = OptionalInt.of(Integer.parseInt(matcher.group(2)) - 1);
        }
        if (name == null || name.isEmpty()) name = info.fileName;
        try {
            Path path = Path.of(info.directory, name == null ? "" : name);
            return Files.isRegularFile(path) ? Optional.of(new SliceFile(path, frame)) : Optional.empty();
        } catch (InvalidPathException e) {
            // A label that is no file name.
            return Optional.empty();
        }
    }
}
