package hounsfield.frame;

import hounsfield.bytes.ByteSource;
import hounsfield.parse.DicomFile;
import hounsfield.standard.DicomException;
import hounsfield.standard.Location;
import hounsfield.standard.MalformedDicomException;
import hounsfield.standard.Tag;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One frame of one file: knows the header, holds no pixels and nothing open. Lists of these, from one file or from many,
 * are what images are read from.
 *
 * @param groups the file's functional groups, shared by its frames
 * @param frame counted from 0
 */
public record FrameRef(DicomFile file, FunctionalGroups groups, int frame) {
    /** Tag and length of the fragment that an encapsulated frame has at least (PS3.5 A.4). */
    private static final int FRAGMENT_HEADER = 8;

    /** A file's first frame; its only one, unless it {@linkplain #hasManyFrames has many}. */
    public static FrameRef first(DicomFile file) {
        return new FrameRef(file, FunctionalGroups.of(file.dataSet()), 0);
    }

    /**
     * All frames of a file, in the file's order.
     *
     * @throws DicomException if the file is damaged or holds no image, or if its header claims more frames than its bytes
     *     could possibly hold
     */
    public static List<FrameRef> allOf(DicomFile file) throws IOException {
        int count;
        try (FrameReader reader = FrameReader.open(file)) {
            count = reader.frameCount();
            checkClaim(file, count, reader.layout().pixels());
        }
        FunctionalGroups groups = FunctionalGroups.of(file.dataSet());
        return IntStream.range(0, count)
                .mapToObj(frame -> new FrameRef(file, groups, frame))
                .toList();
    }

    /** Whether Number of Frames is not 1; so too if it cannot be read, and Pixel Data must be asked. */
    public static boolean hasManyFrames(DicomFile file) {
        try {
            return file.dataSet().findInt(Tag.NUMBER_OF_FRAMES).orElse(1) != 1;
        } catch (DicomException e) {
            return true;
        }
    }

    /** File and frame, for messages. */
    public Location location() {
        return Location.ofFile(file.name()).withFrame(frame);
    }

    private static void checkClaim(DicomFile file, int frames, int pixels) throws IOException {
        if (frames == 1) return;
        try (ByteSource source = file.open()) {
            long most = file.transferSyntax().encapsulated()
                    ? source.size() / FRAGMENT_HEADER
                    : source.size() * Byte.SIZE / pixels;
            if (frames > most) {
                throw new MalformedDicomException(
                        frames + " frames are more than the file can hold",
                        Location.ofFile(file.name()).withTag(Tag.NUMBER_OF_FRAMES));
            }
        }
    }
}
