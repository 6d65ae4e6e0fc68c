package hounsfield.codec;

import hounsfield.bytes.ByteSpan;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;
import hounsfield.standard.error.UnsupportedDicomException;
import hounsfield.work.Diagnostics;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.IntFunction;

/**
 * Decodes native frames (PS3.5 8.1 and annex D). Immutable and thread-safe.
 *
 * <p>Frames follow each other without padding. Frames of single bits, and of 12-bit samples packed as in ACR-NEMA, need
 * not begin at a byte boundary; the first bits of a byte or word are its least significant ones. In big endian, samples
 * of 1, 8 and 12 bits of VR OW are in 16-bit words with swapped bytes, those of OB are not. Samples of 32 bits with VR
 * OW are read as whole big endian numbers, as writers produce them, although PS3.5 specifies two swapped words with the
 * low word first.
 */
public final class NativeDecoder {
    /** The element that contains the samples, and so their type. */
    public enum SampleType {
        /** Pixel Data (7FE0,0010). */
        INTEGER,
        /** Float Pixel Data (7FE0,0008). */
        FLOAT,
        /** Double Float Pixel Data (7FE0,0009). */
        DOUBLE
    }

    private static final int MAX_ARRAY = Integer.MAX_VALUE - 64;

    private final PixelLayout layout;
    private final Diagnostics diagnostics;
    private final SampleType type;
    private final ByteOrder order;
    private final boolean swappedWords;
    private final int storedSamples;
    private final long frameBits;

    /**
     * Creates a decoder.
     *
     * @param layout the frame, already checked
     * @param type the type of the samples
     * @param order byte order of the Data Set
     * @param words whether Pixel Data consists of 16-bit words (VR OW) instead of bytes (OB)
     * @param diagnostics receives problems of the samples
     * @throws UnsupportedDicomException for integers of more than 32 bits, and for frames larger than an array
     * @throws MalformedDicomException for horizontally subsampled chroma in rows of odd length
     */
    public NativeDecoder(PixelLayout layout, SampleType type, ByteOrder order, boolean words, Diagnostics diagnostics)
            throws UnsupportedDicomException, MalformedDicomException {
        this.layout = layout;
        this.diagnostics = diagnostics;
        this.type = type;
        this.order = order;
        int bits = layout.bitsAllocated();
        if (type == SampleType.INTEGER && bits > Integer.SIZE) {
            throw new UnsupportedDicomException("integers of " + bits + " bits are not supported", Location.NOWHERE);
        }
        if (layout.subsampled() && (layout.columns() & 1) != 0) {
            throw new MalformedDicomException(
                    "chroma is subsampled in rows of " + layout.columns()
                            + " pixels, an odd number (PS3.3 C.7.6.3.1.2)",
                    Location.NOWHERE);
        }
        swappedWords = order == ByteOrder.BIG_ENDIAN && words && bits <= PixelLayout.PACKED;
        storedSamples = layout.subsampled() ? layout.pixels() * 2 : layout.samples();
        frameBits = (long) storedSamples * bits;
        if (frameBits / Byte.SIZE > MAX_ARRAY) {
            throw new UnsupportedDicomException(
                    "a frame of " + frameBits / Byte.SIZE + " bytes is larger than an array", Location.NOWHERE);
        }
    }

    private NativeDecoder(NativeDecoder larger, PixelLayout layout) {
        this.layout = layout;
        diagnostics = larger.diagnostics;
        type = larger.type;
        order = larger.order;
        swappedWords = larger.swappedWords;
        storedSamples = layout.subsampled() ? layout.pixels() * 2 : layout.samples();
        frameBits = (long) storedSamples * layout.bitsAllocated();
    }

    /**
     * Creates a decoder of little endian bytes, as decompression produces them.
     *
     * @param layout the frame, already checked
     * @param diagnostics receives problems of the samples
     * @return the decoder
     * @throws UnsupportedDicomException for integers of more than 32 bits, and for frames larger than an array
     * @throws MalformedDicomException for horizontally subsampled chroma in rows of odd length
     */
    public static NativeDecoder ofBytes(PixelLayout layout, Diagnostics diagnostics)
            throws UnsupportedDicomException, MalformedDicomException {
        return new NativeDecoder(layout, SampleType.INTEGER, ByteOrder.LITTLE_ENDIAN, false, diagnostics);
    }

    /** {@return the shape of the frames} */
    public PixelLayout layout() {
        return layout;
    }

    /** {@return whether each pixel has bytes of its own, one pixel after the other} */
    public boolean hasPixelsOfWholeBytes() {
        boolean together = layout.samplesPerPixel() == 1 || !layout.planar() && !layout.subsampled();
        return layout.bitsAllocated() % Byte.SIZE == 0 && !swappedWords && together;
    }

    /** {@return bytes per pixel, if it {@linkplain #hasPixelsOfWholeBytes has bytes of its own}} */
    public int pixelBytes() {
        return layout.bitsAllocated() / Byte.SIZE * layout.samplesPerPixel();
    }

    /**
     * {@return a decoder for frames of another size}
     *
     * @param rows height, not larger
     * @param columns width, not larger
     */
    public NativeDecoder withSize(int rows, int columns) {
        return new NativeDecoder(this, layout.withSize(rows, columns));
    }

    /** {@return rows per frame} */
    public int rows() {
        return layout.rows();
    }

    /** {@return bits per frame} */
    public long frameBits() {
        return frameBits;
    }

    /**
     * Returns the size of frames.
     *
     * @param frames number of frames
     * @return their size in bytes, rounded up to whole bytes or words
     */
    public long bytes(int frames) {
        return ceilToUnit(Math.multiplyExact(frameBits, (long) frames)) / Byte.SIZE;
    }

    /**
     * Returns the offset of the bytes for {@link #decode}.
     *
     * @param frame index of the frame, from 0
     * @return offset from the start of Pixel Data, in bytes
     */
    public long offset(int frame) {
        return start(frame) / unit() * unit() / Byte.SIZE;
    }

    /**
     * {@return the number of bytes for {@link #decode}}
     *
     * @param frame index of the frame, from 0
     */
    public int length(int frame) {
        return Math.toIntExact(ceilToUnit(start(frame) + frameBits) / Byte.SIZE - offset(frame));
    }

    /**
     * Returns the number of rows of a frame that are completely within truncated Pixel Data.
     *
     * @param frame index of the frame, from 0
     * @param bytes available bytes of Pixel Data, which reach at least to the start of the frame
     * @return the number of rows; 0 if a pixel has several samples, because they may be in separate planes
     */
    public int wholeRows(int frame, long bytes) {
        if (layout.samplesPerPixel() > 1) return 0;
        long bits = bytes * Byte.SIZE / unit() * unit() - start(frame);
        long rows = bits / ((long) layout.columns() * layout.bitsAllocated());
        return (int) Math.max(0, Math.min(layout.rows(), rows));
    }

    /**
     * Decodes a frame.
     *
     * @param bytes the {@link #length} bytes from {@link #offset} on
     * @param frame index of the frame, from 0
     * @return the stored values
     * @throws MalformedDicomException if {@code bytes} is too short
     */
    public Samples decode(ByteSpan bytes, int frame) throws MalformedDicomException {
        return decode(bytes, frame, short[]::new);
    }

    /**
     * Does the same as {@link #decode(ByteSpan, int)}, with arrays for 16-bit samples from a pool.
     *
     * @param bytes the {@link #length} bytes from {@link #offset} on
     * @param frame index of the frame, from 0
     * @param arrays returns an array of a given length, with any content
     * @return the stored values
     * @throws MalformedDicomException if {@code bytes} is too short
     */
    public Samples decode(ByteSpan bytes, int frame, IntFunction<short[]> arrays) throws MalformedDicomException {
        if (bytes.length() < length(frame)) {
            throw new MalformedDicomException(
                    "the frame has " + bytes.length() + " bytes of " + length(frame),
                    Location.ofOffset(bytes.length()));
        }
        int skipped = (int) (start(frame) - offset(frame) * Byte.SIZE);
        ByteSpan ordered = swappedWords ? swapped(bytes) : bytes;
        if (layout.bitsAllocated() == 1) return bits(ordered, skipped);
        if (layout.bitsAllocated() == PixelLayout.PACKED) return packed(ordered, skipped, arrays);
        ByteSpan frameBytes = ordered.slice(skipped / Byte.SIZE, (int) (frameBits / Byte.SIZE));
        return switch (type) {
            case FLOAT -> floats(frameBytes);
            case DOUBLE -> doubles(frameBytes);
            case INTEGER -> integers(frameBytes, arrays);
        };
    }

    /**
     * Returns the exception for decompressed bytes that end early.
     *
     * @param fault what the decompression found
     * @param present the first bytes of frame 0
     * @return the exception, with the rows that are complete
     * @throws MalformedDicomException if these cannot be decoded
     */
    public MalformedDicomException cut(MalformedDicomException fault, ByteSpan present) throws MalformedDicomException {
        int rows = wholeRows(0, Math.min(present.length(), length(0)));
        return CutFrameException.of(fault, rows, layout, () -> {
            byte[] bytes = new byte[length(0)];
            System.arraycopy(present.array(), present.offset(), bytes, 0, Math.min(bytes.length, present.length()));
            return decode(ByteSpan.of(bytes), 0);
        });
    }

    private long start(int frame) {
        return Math.multiplyExact(frameBits, (long) frame);
    }

    private int unit() {
        return swappedWords ? Short.SIZE : Byte.SIZE;
    }

    private long ceilToUnit(long bits) {
        return (bits + unit() - 1) / unit() * unit();
    }

    private static ByteSpan swapped(ByteSpan words) {
        byte[] bytes = new byte[words.length() & ~1];
        byte[] source = words.array();
        for (int i = 0, in = words.offset(); i < bytes.length; i += 2, in += 2) {
            bytes[i] = source[in + 1];
            bytes[i + 1] = source[in];
        }
        return ByteSpan.of(bytes);
    }

    /** Expands single bits to bytes of 0 and 1, ignoring Pixel Representation. */
    private Samples bits(ByteSpan packed, int skipped) {
        byte[] values = new byte[storedSamples];
        byte[] source = packed.array();
        int base = packed.offset();
        for (int i = 0; i < values.length; i++) {
            long bit = (long) skipped + i;
            values[i] = (byte) (source[base + (int) (bit >> 3)] >> (bit & 7) & 1);
        }
        return new Samples.Bytes(SampleOrder.isFinal(layout) ? values : SampleOrder.arrange(values, layout), false);
    }

    /** Unpacks 12-bit samples, packed from the least significant bits on (PS3.5 8.1.1 from 1993 to 2003). */
    private Samples packed(ByteSpan packed, int skipped, IntFunction<short[]> arrays) {
        short[] cells = arrays.apply(storedSamples);
        byte[] source = packed.array();
        long bit = (long) packed.offset() * Byte.SIZE + skipped;
        for (int i = 0; i < cells.length; i++, bit += PixelLayout.PACKED) {
            int at = (int) (bit >> 3);
            int two = source[at] & 0xFF | (source[at + 1] & 0xFF) << 8;
            cells[i] = (short) (two >> (bit & 7) & 0xFFF);
        }
        StoredBits stored = StoredBits.of(layout);
        Samples samples = stored.extract(SampleOrder.isFinal(layout) ? cells : SampleOrder.arrange(cells, layout));
        reportDroppedBits(stored);
        return samples;
    }

    private void reportDroppedBits(StoredBits stored) {
        if (!stored.dropped()) return;
        diagnostics.add("pixels have bits set above the " + layout.bitsStored()
                + " of Bits Stored (0028,0101); they are masked off (PS3.5 8.1.1)");
    }

    private Samples integers(ByteSpan span, IntFunction<short[]> arrays) {
        StoredBits stored = StoredBits.of(layout);
        Samples samples = integers(span, arrays, stored);
        reportDroppedBits(stored);
        return samples;
    }

    private Samples integers(ByteSpan span, IntFunction<short[]> arrays, StoredBits stored) {
        ByteBuffer buffer = buffer(span);
        boolean isFinal = SampleOrder.isFinal(layout);
        switch (layout.bitsAllocated()) {
            case 8: {
                byte[] cells = new byte[storedSamples];
                buffer.get(cells);
                return stored.extract(isFinal ? cells : SampleOrder.arrange(cells, layout));
            }
            case 16: {
                short[] cells = arrays.apply(storedSamples);
                buffer.asShortBuffer().get(cells);
                return stored.extract(isFinal ? cells : SampleOrder.arrange(cells, layout));
            }
            case 24: {
                int[] cells = threeByteCells(span);
                return stored.extract(isFinal ? cells : SampleOrder.arrange(cells, layout));
            }
            default: {
                int[] cells = new int[storedSamples];
                buffer.asIntBuffer().get(cells);
                return stored.extract(isFinal ? cells : SampleOrder.arrange(cells, layout));
            }
        }
    }

    private int[] threeByteCells(ByteSpan span) {
        int[] cells = new int[storedSamples];
        byte[] source = span.array();
        int first = order == ByteOrder.LITTLE_ENDIAN ? 0 : 2;
        for (int i = 0, in = span.offset(); i < cells.length; i++, in += 3) {
            cells[i] = source[in + first] & 0xFF | (source[in + 1] & 0xFF) << 8 | (source[in + 2 - first] & 0xFF) << 16;
        }
        return cells;
    }

    private Samples floats(ByteSpan span) {
        float[] values = new float[storedSamples];
        buffer(span).asFloatBuffer().get(values);
        return new Samples.Floats(values);
    }

    private Samples doubles(ByteSpan span) {
        double[] values = new double[storedSamples];
        buffer(span).asDoubleBuffer().get(values);
        return new Samples.Doubles(values);
    }

    private ByteBuffer buffer(ByteSpan span) {
        return ByteBuffer.wrap(span.array(), span.offset(), span.length())
                .slice()
                .order(order);
    }
}
