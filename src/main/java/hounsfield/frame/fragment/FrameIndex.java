package hounsfield.frame.fragment;

import hounsfield.bytes.ByteSource;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;
import hounsfield.work.Diagnostics;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Assigns fragments to frames, by the first rule that applies:
 *
 * <ol>
 *   <li>A single frame has all fragments.
 *   <li>The Extended, then the Basic Offset Table, if it has an entry for each frame and each entry is the offset
 *       of a fragment. An invalid table is ignored with a warning.
 *   <li>As many fragments as frames: one each.
 *   <li>As many fragments that begin like an encoded bit stream as frames: each of them begins a frame. If there
 *       are fewer, because the file is truncated, the frames present.
 * </ol>
 */
public final class FrameIndex {
    private final Fragments fragments;
    /** The first fragment of each frame, and the end of the last frame. */
    private final int[] starts;
    /** Lengths without padding, if the file contains them; otherwise null. */
    private final long[] lengths;

    private FrameIndex(Fragments fragments, int[] starts, long[] lengths) {
        this.fragments = fragments;
        this.starts = starts;
        this.lengths = lengths;
    }

    /**
     * Builds the index.
     *
     * @param source the file
     * @param fragments those of the file
     * @param declared Number of Frames; empty if unknown
     * @param tables in order of precedence
     * @param streamStart the bytes with which a frame begins
     * @param diagnostics receives sentences about tables that are wrong
     * @return the index
     * @throws MalformedDicomException if the frames cannot be separated
     * @throws IOException if the source cannot be read
     */
    public static FrameIndex build(
            ByteSource source,
            Fragments fragments,
            OptionalInt declared,
            List<OffsetTable> tables,
            StreamStart streamStart,
            Diagnostics diagnostics)
            throws IOException {
        int count = fragments.count();
        if (count == 0) throw new MalformedDicomException("has no Fragments", Location.ofOffset(fragments.end()));
        if (declared.isPresent() && declared.getAsInt() == 1) {
            if (beginsAnother(source, fragments, tables, streamStart)) {
                diagnostics.add(
                        "Pixel Data contains more than the one frame of Number of Frames (0028,0008); the rest is not used");
            }
            return new FrameIndex(fragments, new int[] {0, count}, singleLength(tables));
        }
        for (OffsetTable table : tables) {
            if (declared.isPresent() && table.frames() != declared.getAsInt()) {
                diagnostics.add("the " + table.name() + " has " + table.frames() + " entries for " + declared.getAsInt()
                        + " frames and is ignored");
                continue;
            }
            Optional<int[]> starts = table.starts(fragments);
            if (starts.isPresent()) return new FrameIndex(fragments, starts.get(), table.lengths());
            diagnostics.add("the " + table.name() + " does not point to Fragments and is ignored");
        }
        if (declared.isPresent() && declared.getAsInt() == count) return oneEach(fragments);
        int[] begins = begins(source, fragments, streamStart);
        if (declared.isEmpty())
            return begins[0] == 0 && begins.length > 1 ? new FrameIndex(fragments, begins, null) : oneEach(fragments);
        return byBegins(fragments, begins, declared.getAsInt(), diagnostics);
    }

    /** {@return number of frames} */
    public int frames() {
        return starts.length - 1;
    }

    /**
     * Returns the first fragment of a frame.
     *
     * @param frame from 0
     * @return its index
     */
    public int firstFragment(int frame) {
        return starts[frame];
    }

    /**
     * {@return the index after the last fragment of a frame; equal to the first if the frame has no fragments}
     *
     * @param frame from 0
     */
    public int endFragment(int frame) {
        return starts[frame + 1];
    }

    /**
     * Returns the length of a frame's encoded bit stream, including padding unless the file contains the exact length.
     *
     * @param frame from 0
     * @return the length [bytes]
     */
    public long length(int frame) {
        long length = 0;
        for (int i = starts[frame]; i < starts[frame + 1]; i++) length += fragments.length(i);
        if (lengths != null && lengths[frame] > 0 && lengths[frame] < length) return lengths[frame];
        return length;
    }

    /**
     * {@return the number of bytes of {@link #length} that are present}
     *
     * @param frame from 0
     */
    public long present(int frame) {
        long present = 0;
        for (int i = starts[frame]; i < starts[frame + 1]; i++) present += fragments.present(i);
        return Math.min(present, length(frame));
    }

    /**
     * {@return the offset in the source of a byte of the frame}
     *
     * @param frame from 0
     * @param byteInFrame offset in the frame's bit stream
     */
    public long offset(int frame, long byteInFrame) {
        long rest = byteInFrame;
        int last = starts[frame + 1] - 1;
        for (int i = starts[frame]; i < last; i++) {
            if (rest < fragments.length(i)) return fragments.offset(i) + rest;
            rest -= fragments.length(i);
        }
        return fragments.offset(last) + rest;
    }

    /** Returns whether the second fragment of a single frame begins another frame, by an offset table or its first bytes. */
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

    private static FrameIndex byBegins(Fragments fragments, int[] begins, int frames, Diagnostics diagnostics)
            throws MalformedDicomException {
        int found = begins.length - 1;
        boolean allHere = found == frames;
        boolean someMissing = found > 0 && found < frames;
        if (begins[0] != 0 || !allHere && !someMissing) {
            throw new MalformedDicomException(
                    "has " + fragments.count() + " Fragments for " + frames
                            + " frames and no offset table that separates them (PS3.5 A.4)",
                    Location.ofOffset(fragments.offset(0)));
        }
        if (allHere) return new FrameIndex(fragments, begins, null);
        diagnostics.add("Pixel Data contains " + found + " of " + frames + " frames");
        int[] starts = new int[frames + 1];
        for (int i = 0; i < starts.length; i++) starts[i] = begins[Math.min(i, found)];
        return new FrameIndex(fragments, starts, null);
    }

    /** Returns the fragments that begin like a bit stream, followed by the number of fragments. */
    private static int[] begins(ByteSource source, Fragments fragments, StreamStart streamStart) throws IOException {
        int[] begins = new int[fragments.count() + 1];
        int found = 0;
        byte[] start = new byte[StreamStart.BYTES];
        for (int i = 0; i < fragments.count(); i++) {
            int wanted = (int) Math.min(start.length, fragments.length(i));
            int available = source.readUpTo(fragments.offset(i), start, 0, wanted);
            if (streamStart.matches(start, available)) begins[found++] = i;
        }
        // The rest of a truncated fragment may be too short to recognize; if all fragments before it begin a frame, so
        // does it.
        boolean lastUnseen = found > 0 && found == fragments.count() - 1 && begins[found - 1] == found - 1;
        if (fragments.isLastCut() && lastUnseen) begins[found] = found++;
        begins[found++] = fragments.count();
        return Arrays.copyOf(begins, found);
    }
}
