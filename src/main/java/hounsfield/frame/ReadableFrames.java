package hounsfield.frame;

import hounsfield.frame.pixeldata.Tile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Lists the readable frames of an image in words, for messages. */
public final class ReadableFrames {
    /** Largest number of frame ranges or file names in a message. */
    private static final int LISTED = 10;

    private ReadableFrames() {}

    /**
     * Lists the frames that can be read.
     *
     * @param attempts to read all frames of an image
     * @return such as {@code the first 2 of 3 frames can be read} for frames of one file, or {@code 27 of 28 slices,
     *     all but a.dcm, can be read} for those of several files; empty if none can be read
     */
    public static String words(List<? extends Attempt<?>> attempts) {
        List<FrameRef> good = attempts.stream()
                .filter(attempt -> !attempt.failed())
                .map(Attempt::frame)
                .toList();
        if (good.isEmpty()) return "";
        boolean oneFile = attempts.stream()
                        .map(attempt -> attempt.frame().source())
                        .distinct()
                        .count()
                == 1;
        return (oneFile ? frames(good, attempts) : slices(good.size(), attempts)) + " can be read";
    }

    private static String frames(List<FrameRef> good, List<? extends Attempt<?>> attempts) {
        int count = good.size();
        boolean tiles = good.get(0).tile().isPresent();
        String noun = tiles ? "tile" : "frame";
        boolean onlyLast = number(attempts.get(0).frame()) == 0
                && attempts.stream().limit(count).noneMatch(Attempt::failed);
        if (onlyLast) {
            return (count == 1 ? "the first" : "the first " + count) + " of " + attempts.size() + " " + noun + "s";
        }
        int[] frames = good.stream().mapToInt(ReadableFrames::number).sorted().toArray();
        List<String> ranges = new ArrayList<>();
        for (int i = 0; i < frames.length; i++) {
            int first = frames[i];
            while (i + 1 < frames.length && frames[i + 1] == frames[i] + 1) i++;
            ranges.add(frames[i] == first ? "" + first : first + " to " + frames[i]);
        }
        return noun + (count == 1 ? " " : "s ") + listed(ranges) + ", counted from 0,";
    }

    /** Returns the index of the tile in its frame, otherwise that of the frame in its file. */
    private static int number(FrameRef frame) {
        return frame.tile().map(Tile::index).orElse(frame.frame());
    }

    private static String slices(int good, List<? extends Attempt<?>> attempts) {
        List<String> bad = attempts.stream()
                .filter(Attempt::failed)
                .map(attempt -> attempt.frame().source().name())
                .distinct()
                .toList();
        return good + " of " + attempts.size() + " slices, all but " + listed(bad) + ",";
    }

    private static String listed(List<String> words) {
        String list = words.stream().limit(LISTED).collect(Collectors.joining(", "));
        return words.size() > LISTED ? list + " and " + (words.size() - LISTED) + " more" : list;
    }
}
