package hounsfield.bytes;

import hounsfield.standard.Location;
import hounsfield.standard.MalformedDicomException;
import hounsfield.standard.UnsupportedDicomException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The inflated bytes of a deflated Data Set (PS3.5 A.5), inflated as far as somebody reads. As it stands it holds nothing
 * and inflates from the start for each read; {@link #open()} gives a source that keeps what it has inflated.
 *
 * <p>Deflate has no random access, so an opened source keeps all that lies before the furthest byte read. It refuses
 * more than a limit rather than exhaust the memory.
 */
public final class InflatingByteSource implements ByteSource {
    private static final int CHUNK = 64 * 1024;
    private static final long LARGEST = 1L << 30;

    private final ByteSource deflated;
    private final long start;
    private final long limit;

    /**
     * A source that will keep a quarter of the memory that Java may have, 1 GiB at most.
     *
     * @param deflated holds the deflated bytes
     * @param start where they begin; they go on to the end
     */
    public InflatingByteSource(ByteSource deflated, long start) {
        this(deflated, start, Math.min(LARGEST, Runtime.getRuntime().maxMemory() / 4));
    }

    /** @param limit how many inflated bytes it will keep at most */
    public InflatingByteSource(ByteSource deflated, long start, long limit) {
        this.deflated = Objects.requireNonNull(deflated);
        this.start = start;
        this.limit = limit;
    }

    @Override
    public String name() {
        return deflated.name();
    }

    /** How many inflated bytes there are; all must be inflated to know. */
    @Override
    public long size() throws IOException {
        try (ByteSource opened = open()) {
            return opened.size();
        }
    }

    @Override
    public void read(long position, byte[] target, int offset, int length) throws IOException {
        try (ByteSource opened = open()) {
            opened.read(position, target, offset, length);
        }
    }

    @Override
    public int readUpTo(long position, byte[] target, int offset, int length) throws IOException {
        try (ByteSource opened = open()) {
            return opened.readUpTo(position, target, offset, length);
        }
    }

    @Override
    public ByteSource open() throws IOException {
        return new Opened(this);
    }

    private static final class Opened implements ByteSource {
        private final InflatingByteSource origin;
        private final ByteSource deflated;
        private final Inflater inflater;
        private final byte[] input = new byte[CHUNK / 4];
        private final List<byte[]> chunks = new ArrayList<>();
        /** The next deflated byte to read. */
        private long next;

        private long inflated;
        private boolean ended;
        private boolean closed;

        Opened(InflatingByteSource origin) throws IOException {
            this.origin = origin;
            deflated = origin.deflated.open();
            next = origin.start;
            inflater = new Inflater(!beginsWithZlibHeader());
        }

        /** Some writers wrap the stream as zlib does (RFC 1950), which the standard does not ask for. */
        private boolean beginsWithZlibHeader() throws IOException {
            byte[] head = new byte[5];
            if (deflated.readUpTo(next, head, 0, 5) < 5) return false;
            boolean zlib = (head[0] & 0x0F) == 8 && ((head[0] & 0xFF) << 8 | head[1] & 0xFF) % 31 == 0;
            // A bare stream may begin with the same bytes: a stored block, whose length is repeated inverted.
            boolean stored = (head[0] & 7) == 0 && head[1] == (byte) ~head[3] && head[2] == (byte) ~head[4];
            return zlib && !stored;
        }

        @Override
        public String name() {
            return origin.name();
        }

        @Override
        public synchronized long size() throws IOException {
            inflateTo(Long.MAX_VALUE);
            return inflated;
        }

        @Override
        public void read(long position, byte[] target, int offset, int length) throws IOException {
            int there = readUpTo(position, target, offset, length);
            if (there < length) throw ArrayByteSource.endsEarly(this, position, length, position + there);
        }

        @Override
        public synchronized int readUpTo(long position, byte[] target, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, target.length);
            if (position > Long.MAX_VALUE - length) return 0;
            inflateTo(position + length);
            int there = (int) Math.max(0, Math.min(length, inflated - position));
            for (int done = 0; done < there; ) {
                long from = position + done;
                int within = (int) (from % CHUNK);
                int count = Math.min(there - done, CHUNK - within);
                System.arraycopy(chunks.get((int) (from / CHUNK)), within, target, offset + done, count);
                done += count;
            }
            return there;
        }

        private void inflateTo(long end) throws IOException {
            if (closed) throw new IOException("closed");
            while (inflated < end && !ended) {
                int within = (int) (inflated % CHUNK);
                if (within == 0 && chunks.size() <= inflated / CHUNK) grow();
                inflateInto(chunks.get(chunks.size() - 1), within);
            }
        }

        private void grow() throws UnsupportedDicomException {
            if (inflated >= origin.limit) {
                throw new UnsupportedDicomException(
                        "the deflated Data Set inflates to more than " + (origin.limit >> 20)
                                + " MiB, more than is kept in memory",
                        Location.ofFile(name()).withOffset(next));
            }
            chunks.add(new byte[CHUNK]);
        }

        private void inflateInto(byte[] chunk, int within) throws IOException {
            try {
                int count = inflater.inflate(chunk, within, CHUNK - within);
                inflated += count;
                if (inflater.finished()) {
                    ended = true;
                } else if (count == 0) {
                    if (inflater.needsDictionary()) throw damaged(null);
                    feed();
                }
            } catch (DataFormatException e) {
                throw damaged(e);
            }
        }

        /** A stream that breaks off ends where it breaks off; whoever needs more says so. */
        private void feed() throws IOException {
            int count = deflated.readUpTo(next, input, 0, input.length);
            if (count == 0) ended = true;
            next += count;
            inflater.setInput(input, 0, count);
        }

        private MalformedDicomException damaged(DataFormatException cause) {
            long consumed = next - inflater.getRemaining();
            return new MalformedDicomException(
                    "the deflated Data Set is damaged", Location.ofFile(name()).withOffset(consumed), cause);
        }

        @Override
        public ByteSource open() throws IOException {
            return origin.open();
        }

        @Override
        public synchronized void close() throws IOException {
            if (closed) return;
            closed = true;
            inflater.end();
            chunks.clear();
            deflated.close();
        }
    }
}
