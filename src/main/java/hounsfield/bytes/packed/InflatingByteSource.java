package hounsfield.bytes.packed;

import hounsfield.bytes.ArrayByteSource;
import hounsfield.bytes.ByteSource;
import hounsfield.bytes.ClosedByteSource;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;
import hounsfield.standard.error.UnsupportedDicomException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The inflated bytes of a deflated Data Set (PS3.5 A.5), inflated only as far as they are read. The source itself holds
 * nothing and inflates from the start for each read; {@link #open()} returns a source that keeps the inflated bytes.
 *
 * <p>Deflate has no random access, so an opened source keeps all bytes up to the furthest one read. It throws
 * {@link UnsupportedDicomException} at a limit so that it cannot exhaust the memory.
 */
public final class InflatingByteSource extends ClosedByteSource {
    private static final int CHUNK = 64 * 1024;
    /** Largest number of bytes that are kept, however much memory there is. */
    private static final long LARGEST = 1L << 30;

    private static final long MOST_KEPT = Math.min(LARGEST, Runtime.getRuntime().maxMemory() / 4);

    private final ByteSource deflated;
    private final long start;
    private final long limit;
    /** What the bytes are, for messages. */
    private final String content;

    /**
     * Creates a source that keeps at most a quarter of Java's maximum memory, and at most 1 GiB.
     *
     * @param deflated holds the deflated bytes
     * @param start position of the first deflated byte; the stream extends to the end of {@code deflated}
     */
    public InflatingByteSource(ByteSource deflated, long start) {
        this(deflated, start, MOST_KEPT);
    }

    /**
     * Creates a source of bytes that are not a Data Set, with the same limit.
     *
     * @param deflated holds the deflated bytes, from its start to its end
     * @param content what they are, for messages
     */
    InflatingByteSource(ByteSource deflated, String content) {
        this(deflated, 0, MOST_KEPT, content);
    }

    /**
     * Creates a source with a limit.
     *
     * @param deflated holds the deflated bytes
     * @param start position of the first deflated byte; the stream extends to the end of {@code deflated}
     * @param limit the largest number of inflated bytes to keep
     */
    public InflatingByteSource(ByteSource deflated, long start, long limit) {
        this(deflated, start, limit, "the deflated Data Set");
    }

    private InflatingByteSource(ByteSource deflated, long start, long limit, String content) {
        this.deflated = Objects.requireNonNull(deflated);
        this.start = start;
        this.limit = limit;
        this.content = content;
    }

    /** Returns the largest number of bytes that an opened source keeps, unless it has another limit. */
    static long mostKept() {
        return MOST_KEPT;
    }

    /**
     * Opens inflated bytes for a reader that never moves backwards. Bytes before its position are not kept.
     *
     * @param deflated holds the deflated bytes
     * @param start position of the first deflated byte; the stream extends to the end of {@code deflated}
     * @param limit the largest number of bytes to inflate until {@link Forward#raiseLimit} is called
     * @return the opened bytes; the caller closes them
     * @throws IOException if the deflated bytes cannot be opened
     */
    public static Forward openForward(ByteSource deflated, long start, long limit) throws IOException {
        return new Forward(new InflatingByteSource(deflated, start, limit));
    }

    @Override
    public String name() {
        return deflated.name();
    }

    /** Returns the number of inflated bytes. All of them must be inflated to count them. */
    @Override
    public long size() throws IOException {
        try (ByteSource opened = open()) {
            return opened.size();
        }
    }

    @Override
    public ByteSource open() throws IOException {
        return new Opened(this);
    }

    private static class Opened implements ByteSource {
        private final InflatingByteSource origin;
        private final ByteSource deflated;
        private final Inflater inflater;
        private final byte[] input = new byte[CHUNK / 4];
        private final List<byte[]> chunks = new ArrayList<>();
        /** Position of the next deflated byte to read. */
        private long next;

        private long inflated;
        private boolean ended;
        private boolean closed;
        private long limit;

        Opened(InflatingByteSource origin) throws IOException {
            this.origin = origin;
            limit = origin.limit;
            deflated = origin.deflated.open();
            next = origin.start;
            inflater = new Inflater(!beginsWithZlibHeader());
        }

        /** Some writers add a zlib header (RFC 1950), although the standard specifies a raw deflate stream. */
        private boolean beginsWithZlibHeader() throws IOException {
            byte[] head = new byte[5];
            if (deflated.readUpTo(next, head, 0, 5) < 5) return false;
            boolean zlib = (head[0] & 0x0F) == 8 && ((head[0] & 0xFF) << 8 | head[1] & 0xFF) % 31 == 0;
            // A raw stream may begin with the same bytes: a stored block, which repeats its length inverted.
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
            int available = readUpTo(position, target, offset, length);
            if (available < length) throw ArrayByteSource.endsEarly(this, position, length, position + available);
        }

        @Override
        public synchronized int readUpTo(long position, byte[] target, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, target.length);
            if (position > Long.MAX_VALUE - length) return 0;
            inflateTo(position + length);
            int available = (int) Math.max(0, Math.min(length, inflated - position));
            for (int done = 0; done < available; ) {
                long from = position + done;
                int within = (int) (from % CHUNK);
                int count = Math.min(available - done, CHUNK - within);
                System.arraycopy(chunks.get((int) (from / CHUNK)), within, target, offset + done, count);
                done += count;
            }
            return available;
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
            if (inflated >= limit) {
                throw new UnsupportedDicomException(
                        origin.content + " inflates to more than " + (limit >> 20)
                                + " MiB, the most that is kept in memory",
                        Location.ofFile(name()).withOffset(next));
            }
            chunks.add(chunk(chunks.size()));
        }

        /** Returns an array for the next chunk. */
        byte[] chunk(int index) {
            return new byte[CHUNK];
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

        /** A truncated stream ends without an exception; a read that needs more bytes then reports it. */
        private void feed() throws IOException {
            int count = deflated.readUpTo(next, input, 0, input.length);
            if (count == 0) ended = true;
            next += count;
            inflater.setInput(input, 0, count);
        }

        private MalformedDicomException damaged(DataFormatException cause) {
            long consumed = next - inflater.getRemaining();
            return new MalformedDicomException(
                    origin.content + " is damaged", Location.ofFile(name()).withOffset(consumed), cause);
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

    /** Inflated bytes for a reader that never moves backwards. All chunks before its position share one array. */
    public static final class Forward extends Opened {
        private final byte[] passed = new byte[CHUNK];
        private int firstWanted;

        private Forward(InflatingByteSource origin) throws IOException {
            super(origin);
        }

        /** Raises the limit to a quarter of Java's maximum memory, at most 1 GiB, which is the limit for pixel data. */
        public synchronized void raiseLimit() {
            super.limit = Math.max(super.limit, MOST_KEPT);
        }

        @Override
        public synchronized int readUpTo(long position, byte[] target, int offset, int length) throws IOException {
            // One more chunk is kept, because a reader may step back over a header.
            int wanted = (int) Math.min(position / CHUNK - 1, Integer.MAX_VALUE);
            for (int i = firstWanted; i < Math.min(wanted, super.chunks.size()); i++) super.chunks.set(i, passed);
            firstWanted = Math.max(firstWanted, wanted);
            return super.readUpTo(position, target, offset, length);
        }

        @Override
        byte[] chunk(int index) {
            return index < firstWanted ? passed : super.chunk(index);
        }
    }
}
