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
        String known = info == null || info.fileName == null ? "" : info.fileName;
        for (String name : names(image, known)) {
            Matcher matcher = FRAME.matcher(name);
            boolean numbered = matcher.matches();
            int frame = numbered ? Integer.parseInt(matcher.group(2)) - 1 : keptFrame(image);
            String file = !numbered ? name : matcher.group(1) == null ? known : matcher.group(1);
            if (file.isEmpty() || frame < 0) continue;
            Optional<Path> path = find(image, info, file);
            if (path.isPresent()) return Optional.of(new SliceFile(path.get(), frame));
        }
        return Optional.empty();
    }

    /**
     * What may name the file: the first line of the slice's label, which Duplicate makes a title of its own, that of the
     * Info, which it makes of the label, and the file that was opened.
     */
    private static List<String> names(ImagePlus image, String known) {
        List<String> names = new ArrayList<>();
        String label = image.getStack().getSliceLabel(image.getCurrentSlice());
        String info = image.getProperty("Info") instanceof String text ? text : null;
        for (String text : new String[] {label, info}) {
            String line = text == null ? "" : text.lines().findFirst().orElse("");
            if (!line.isEmpty() && !Header.isLine(line)) names.add(line);
        }
        names.add(known);
        return names;
    }

    private static int keptFrame(ImagePlus image) {
        String number = image.getProp(FRAME_NUMBER);
        return number != null && number.matches("\\d{1,9}") ? Integer.parseInt(number) - 1 : 0;
    }

    private static Optional<Path> find(ImagePlus image, FileInfo info, String name) {
        for (String folder : new String[] {image.getProp(FOLDER), info == null ? null : info.directory}) {
            if (folder == null || folder.isEmpty()) continue;
            try {
                Path path = Path.of(folder, name);
                if (Files.isRegularFile(path)) return Optional.of(path);
            } catch (InvalidPathException e) {
                // A label that is no file name.
            }
        }
        return Optional.empty();
    }
}
