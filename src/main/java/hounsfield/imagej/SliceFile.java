package hounsfield.imagej;

import ij.ImagePlus;
import ij.io.FileInfo;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The DICOM file that the current slice of an image was read from. ImageJ's FileInfo says where it lies, but Duplicate drops
 * the folder and a TIFF file has its own, so the folder is an image property as well.
 *
 * @param frame counted from 0
 */
record SliceFile(Path path, int frame) {
    /** The properties' names; users see them in Show Info. */
    private static final String FOLDER = "DICOM folder";

    private static final String FRAME_NUMBER = "DICOM frame";

    /** The first line of a frame's label, with its file's name or, in the image of one file, without. */
    private static final Pattern FRAME = Pattern.compile("(?:(.+) )?frame (\\d{1,9})");

    /** Keeps with an image where it comes from. */
    static void keep(ImagePlus image, FileInfo place, int firstFrame) {
        image.setFileInfo(place);
        image.setProp(FOLDER, place.directory);
        // The only frame of an image has no label.
        if (firstFrame > 0) image.setProp(FRAME_NUMBER, Integer.toString(firstFrame + 1));
    }

    /** Empty if the image does not say, or the file is gone. */
    static Optional<SliceFile> of(ImagePlus image) {
        FileInfo info = image.getOriginalFileInfo();
        String name = firstLine(image);
        int frame = 0;
        Matcher matcher = FRAME.matcher(name);
        if (matcher.matches()) {
            name = matcher.group(1) == null ? "" : matcher.group(1);
            frame = Integer.parseInt(matcher.group(2)) - 1;
        } else if (image.getProp(FRAME_NUMBER) instanceof String number && number.matches("\\d{1,9}")) {
            frame = Integer.parseInt(number) - 1;
        }
        if (name.isEmpty() && info != null && info.fileName != null) name = info.fileName;
        if (name.isEmpty() || frame < 0) return Optional.empty();
        List<String> folders = new ArrayList<>();
        if (image.getProp(FOLDER) != null) folders.add(image.getProp(FOLDER));
        if (info != null && info.directory != null && !info.directory.isEmpty()) folders.add(info.directory);
        for (String folder : folders) {
            try {
                Path path = Path.of(folder, name);
                if (Files.isRegularFile(path)) return Optional.of(new SliceFile(path, frame));
            } catch (InvalidPathException e) {
                // A label that is no file name.
            }
        }
        return Optional.empty();
    }

    /** Of the slice's label, or of the Info of a slice that was duplicated from a stack; empty where a header begins it. */
    private static String firstLine(ImagePlus image) {
        String label = image.getStack().getSliceLabel(image.getCurrentSlice());
        if (label == null && image.getProperty("Info") instanceof String info) label = info;
        String line = label == null ? "" : label.lines().findFirst().orElse("");
        return Header.isLine(line) ? "" : line;
    }
}
