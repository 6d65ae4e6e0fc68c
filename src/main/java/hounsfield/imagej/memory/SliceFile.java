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
 * The DICOM file that a slice of an image was read from, if it still exists. ImageJ's FileInfo has its path, but Duplicate
 * drops the folder and a TIFF file replaces it, so an image property holds the folder as well.
 *
 * @param path the existing file
 * @param frame the frame in the file, counted from 0; empty if unknown
 */
public record SliceFile(Path path, OptionalInt frame) {
    /** The properties' names, visible in Show Info. */
    private static final String FOLDER = "DICOM folder";

    private static final String FRAME_NUMBER = "DICOM frame";

    /** The first line of a frame's label: {@code frame n}, preceded by the file name if the image has several files. */
    private static final Pattern FRAME = Pattern.compile("(?:(.+) )?frame (\\d{1,9})");

    /**
     * Stores the origin of an image in its properties.
     *
     * @param image receives the properties
     * @param place folder and name of the file
     * @param firstFrame the frame of an image with one frame, counted from 0; 0 for other images
     */
    public static void keep(ImagePlus image, FileInfo place, int firstFrame) {
        image.setFileInfo(place);
        image.setProp(FOLDER, place.directory);
        // A single frame has no label.
        if (firstFrame > 0) image.setProp(FRAME_NUMBER, Integer.toString(firstFrame + 1));
    }

    /** Returns whether an image was opened by this plugin, or is a copy of such an image. */
    static boolean isKnown(ImagePlus image) {
        return image.getProp(FOLDER) != null;
    }

    /**
     * Finds the file of a slice.
     *
     * @param image any image
     * @param slice counted from 1
     * @return file and frame; empty if unknown or the file no longer exists
     */
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
        // "a frame 2" may mean frame 2 of the file "a" or the file "a frame 2".
        return found.stream()
                .filter(file -> file.holds(image, slice))
                .findFirst()
                .or(() -> Optional.of(found.get(0)));
    }

    /** Returns whether the file has the slice's SOP Instance UID and can have this frame. */
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
     * Returns the lines that may name the file or its frame: the first line of the slice's label and, for a single image,
     * of the Info, into which Duplicate copies the label.
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

    /** Resolves a file within the folder. Labels are not trusted, so paths outside the folder are rejected. */
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
