package hounsfield.frame;

import hounsfield.bytes.ByteSource;
import hounsfield.standard.Location;
import hounsfield.standard.MalformedDicomException;
import hounsfield.work.Warnings;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which Fragments make up which frame. In this order of trust:
 *
 * <ol>
 *   <li>a single frame has all Fragments;
 *   <li>the Extended, then the Basic Offset Table, if it has an entry for each frame and each is a Fragment's place; one
 *       that is wrong is passed over with a warning;
 *   <li>as many Fragments as frames: one each;
 *   <li>as many Fragments that begin like an encoded bit stream as frames: each of them begins one. With fewer, in a file
 *       that was cut off, those frames that are there.
 * </ol>
 */
final class FrameIndex {
    private final Fragments fragments;
    /** The Fragment at which each frame begins, and the end of the last. */
    private final int[] starts;
    /** Lengths without padding, where the file tells. */
    private final long[] lengths;

    private FrameIndex(Fragments fragments, int[] starts, long[] lengths) {
        this.fragments = fragments;
        this.starts = starts;
        this.lengths = lengths;
    }

    /**
     * @param declared Number of Frames, empty if that is to be found out
     * @param tables by falling trust
     * @throws MalformedDicomException if frames cannot be told apart
     */
    static FrameIndex build(
            ByteSource source,
            Fragments fragments,
            OptionalInt declared,
            List<OffsetTable> tables,
            StreamStart streamStart,
            Warnings warnings)
            throws IOException {
        int count = fragments.count();
        if (count == 0) throw new MalformedDicomException("has no Fragments", Location.ofOffset(fragments.end()));
        if (declared.isPresent() && declared.getAsInt() == 1) {
            if (beginsAnother(source, fragments, tables, streamStart)) {
                warnings.add(
                        "Pixel Data holds more than the one frame of Number of Frames (0028,0008); the rest is not used");
            }
            return new FrameIndex(fragments, new int[] {0, count}, singleLength(tables));
        }
        for (OffsetTable table : tables) {
            if (declared.isPresent() && table.frames() != declared.getAsInt()) {
                warnings.add("the " + table.name() + " has " + table.frames() + " entries for " + declared.getAsInt()
                        + " frames and is ignored");
                continue;
            }
            Optional<int[]> starts = table.starts(fragments);
            if (starts.isPresent()) return new FrameIndex(fragments, starts.get(), table.lengths());
            warnings.add("the " + table.name() + " does not point to Fragments and is ignored");
        }
        if (declared.isPresent() && declared.getAsInt() == count) return oneEach(fragments);
        int[] begins = begins(source, fragments, streamStart);
        if (declared.isEmpty())
            return begins[0] == 0 && begins.length > 1 ? new FrameIndex(fragments, begins, null) : oneEach(fragments);
        return byBegins(fragments, begins, declared.getAsInt(), warnings);
    }

    int frames() {
        return starts.length - 1;
    }

    int firstFragment(int frame) {
        return starts[frame];
    }

    /** The Fragment behind a frame's last one; its first if no Fragment of it is there. */
    int endFragment(int frame) {
        return starts[frame + 1];
    }

    /** The length of a frame's encoded bit stream, padding included unless the file tells how much it is. */
    long length(int frame) {
        long length = 0;
        for (int i = starts[frame]; i < starts[frame + 1]; i++) length += fragments.length(i);
        if (lengths != null && lengths[frame] > 0 && lengths[frame] < length) return lengths[frame];
        return length;
    }

    /** The place in the source of a byte of the frame. */
    long offset(int frame, long byteInFrame) {
        long rest = byteInFrame;
        int last = starts[frame + 1] - 1;
        for (int i = starts[frame]; i < last; i++) {
            if (rest < fragments.length(i)) return fragments.offset(i) + rest;
            rest -= fragments.length(i);
        }
        return fragments.offset(last) + rest;
    }

    /** Whether the second Fragment of a single frame begins another one, by an offset table or by its first bytes. */
    private static boolean beginsAnother(
            ByteSource source, Fragments fragments, List<OffsetTable> tables, StreamStart streamStart)
            throws IOException {
        if (fragments.count() == 1) return false;
        if (tables.stream().anyMatch(table -> table.frames() > 1)) return true;
        byte[] start = new byte[StreamStart.BYTES];
        int wanted = (int) Math.min(start.length, fragments.length(1));
        return streamStart.matches(start, source.readUpTo(fragments.offset(1), start, 0, wanted));
    }

    private static long[] singleLength(List<OffsetTable> tables) {
        for (OffsetTable table : tables) {
            if (table.frames() == 1 && table.lengths() != null) return table.lengths();
        }
        return null;
    }

    private static FrameIndex oneEach(Fragments fragments) {
        int[] starts = new int[fragments.count() + 1];
        for (int i = 0; i < starts.length; i++) starts[i] = i;
        return new FrameIndex(fragments, starts, null);
    }

    private static FrameIndex byBegins(Fragments fragments, int[] begins, int frames, Warnings warnings)
            throws MalformedDicomException {
        int found = begins.length - 1;
        boolean allHere = found == frames;
        boolean someMissing = found > 0 && found < frames;
        if (begins[0] != 0 || !allHere && !someMissing) {
            throw new MalformedDicomException(
                    "has " + fragments.count() + " Fragments for " + frames
                            + " frames and no offset table that tells them apart (PS3.5 A.4)",
                    Location.ofOffset(fragments.offset(0)));
        }
        if (allHere) return new FrameIndex(fragments, begins, null);
        warnings.add("Pixel Data holds " + found + " of " + frames + " frames");
        int[] starts = new int[frames + 1];
        for (int i = 0; i < starts.length; i++) starts[i] = begins[Math.min(i, found)];
        return new FrameIndex(fragments, starts, null);
    }

    /** The Fragments that begin like a bit stream, and the number of Fragments. */
    private static int[] begins(ByteSource source, Fragments fragments, StreamStart streamStart) throws IOException {
        int[] begins = new int[fragments.count() + 1];
        int found = 0;
        byte[] start = new byte[StreamStart.BYTES];
        for (int i = 0; i < fragments.count(); i++) {
            int wanted = (int) Math.min(start.length, fragments.length(i));
            int there = source.readUpTo(fragments.offset(i), start, 0, wanted);
            if (streamStart.matches(start, there)) begins[found++] = i;
        }
        // What is left of a Fragment may be too short to tell; it follows the habit of those before it.
        boolean lastUnseen = found > 0 && found == fragments.count() - 1 && begins[found - 1] == found - 1;
        if (fragments.isLastCut() && lastUnseen) begins[found] = found++;
        begins[found++] = fragments.count();
        return Arrays.copyOf(begins, found);
    }
}
