package hounsfield.imagej.memory;

import hounsfield.frame.FrameRef;
import hounsfield.parse.DicomFile;
import hounsfield.standard.OneLine;
import hounsfield.standard.Tag;
import ij.ImagePlus;
import ij.io.FileInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The DICOM file that a slice of an image was read from, as far as the image remembers and the file is still there.
 * ImageJ's FileInfo says where it lies, but Duplicate drops the folder and a TIFF file has its own, so the folder is an
 * image property as well.
 *
 * @param frame the file's frame, counted from 0; empty where the image does not say
 */
public record SliceFile(Path path, OptionalInt frame) {
    /** The properties' names; users see them in Show Info. */
    private static final String FOLDER = "DICOM folder";

    private static final String FRAME_NUMBER = "DICOM frame";

    /** The first line of a frame's label, with its file's name or, in the image of one file, without. */
    private static final Pattern FRAME = Pattern.compile("(?:(.+) )?frame (\\d{1,9})");

    /** Keeps with an image where it comes from. */
    public static void keep(ImagePlus image, FileInfo place, int firstFrame) {
        image.setFileInfo(place);
        image.setProp(FOLDER, place.directory);
        // The only frame of an image has no label.
        if (firstFrame > 0) image.setProp(FRAME_NUMBER, Integer.toString(firstFrame + 1));
    }

    /** Whether an image was opened by this plugin, or is a copy of such an image. */
    static boolean isKnown(ImagePlus image) {
        return image.getProp(FOLDER) != null;
    }

    /** @param slice counted from 1 */
    public static Optional<SliceFile> of(ImagePlus image, int slice) {
        FileInfo info = image.getOriginalFileInfo();
        String opened = info == null || info.fileName == null ? "" : info.fileName;
        List<SliceFile> found = new ArrayList<>();
        for (String label : labels(image, slice)) {
            Matcher matcher = FRAME.matcher(label);
            if (matcher.matches()) {
                String file = matcher.group(1) == null ? opened : matcher.group(1);
                OptionalInt frame = OptionalInt.of(Integer.parseInt(matcher.group(2)) - 1);
                find(image, info, file).ifPresent(path -> found.add(new SliceFile(path, frame)));
            }
            find(image, info, label).ifPresent(path -> found.add(new SliceFile(path, keptFrame(image))));
        }
        if (image.getStackSize() == 1) {
            find(image, info, opened).ifPresent(path -> found.add(new SliceFile(path, keptFrame(image))));
        }
        if (found.stream().distinct().count() < 2) return found.stream().findFirst();
        // A label that is a frame's of one file may be the name of another.
        return found.stream()
                .filter(file -> file.holds(image, slice))
                .findFirst()
                .or(() -> Optional.of(found.get(0)));
    }

    /** Whether the file has such a frame and is the one that the slice's header is of, by SOP Instance UID. */
    private boolean holds(ImagePlus image, int slice) {
        String uid = Header.ofSlice(image, slice)
                .map(header -> Header.value(header, Tag.SOP_INSTANCE_UID))
                .orElse("");
        try {
            DicomFile file = DicomFile.read(path);
            boolean same = file.dataSet().findString(Tag.SOP_INSTANCE_UID).equals(Optional.of(uid));
            return same && (frame.orElse(0) == 0 || FrameRef.hasManyFrames(file));
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * What may name the file, or a frame of it: the first line of the slice's label, and for a single image that of the
     * Info, which Duplicate makes of the label.
     */
    private static List<String> labels(ImagePlus image, int slice) {
        List<String> names = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        texts.add(image.getStack().getSliceLabel(slice));
        if (image.getStackSize() == 1 && image.getProperty("Info") instanceof String text) texts.add(text);
        for (String text : texts) {
            String line = text == null ? "" : ImageDamage.name(text);
            if (!line.isEmpty() && !Header.isLine(line)) names.add(line);
        }
        return names;
    }

    private static OptionalInt keptFrame(ImagePlus image) {
        String number = image.getProp(FRAME_NUMBER);
        return number != null && number.matches("[1-9]\\d{0,8}")
                ? OptionalInt.of(Integer.parseInt(number) - 1)
                : OptionalInt.empty();
    }

    private static Optional<Path> find(ImagePlus image, FileInfo info, String name) {
        if (name.isEmpty()) return Optional.empty();
        for (String folder : new String[] {image.getProp(FOLDER), info == null ? null : info.directory}) {
            if (folder == null || folder.isEmpty()) continue;
            for (String each : new String[] {name, OneLine.undo(name)}) {
                Optional<Path> path = within(folder, each);
                if (path.isPresent()) return path;
            }
        }
        return Optional.empty();
    }

    /** A label may come from anywhere: it names a file within the folder, or none. */
    private static Optional<Path> within(String folder, String name) {
        try {
            Path path = Path.of(folder, name);
            boolean within = path.normalize().startsWith(Path.of(folder).normalize());
            return within && Files.isRegularFile(path) ? Optional.of(path) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
