package hounsfield.deidentify.pixels;

import hounsfield.bytes.ByteSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A source in which some ranges of bytes are replaced by zeros. */
final class BlankedSource implements ByteSource {
    private final ByteSource source;
    private final List<long[]> ranges;

    /** @param ranges start and end of each, in ascending order */
    BlankedSource(ByteSource source, List<long[]> ranges) {
        this.source = source;
        this.ranges = new ArrayList<>(ranges);
    }

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public long size() throws IOException {
        return source.size();
    }

    @Override
    public void read(long position, byte[] target, int offset, int length) throws IOException {
        source.read(position, target, offset, length);
        for (int i = firstEndingAfter(position); i < ranges.size(); i++) {
            long start = Math.max(position, ranges.get(i)[0]);
            long end = Math.min(position + length, ranges.get(i)[1]);
            if (start >= position + length) break;
            Arrays.fill(target, (int) (offset + start - position), (int) (offset + end - position), (byte) 0);
        }
    }

    private int firstEndingAfter(long position) {
        int low = 0;
        int high = ranges.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ranges.get(middle)[1] <= position) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
