package hounsfield.codec.jpegls;

import hounsfield.codec.DecodingContext;
import hounsfield.codec.PixelLayout;
import hounsfield.codec.Samples;
import hounsfield.standard.error.MalformedDicomException;
import java.util.Arrays;

/**
 * Converts decoded lines to stored values: applies the mapping table if there is one, reduces the values to Bits
 * Stored, and applies the sign of Pixel Representation, because JPEG-LS has no signed samples.
 *
 * <p>Memory is allocated as lines arrive. The first allocation depends on the size of the stream, so that a header
 * alone cannot claim gigabytes.
 */
final class SampleStore {
    private static final int FIRST_SAMPLES = 1 << 20;
    private static final int SAMPLES_PER_BYTE = 64;

    private final PixelLayout layout;
    private final DecodingContext context;
    private final int precision;
    private byte[] bytes;
    private short[] shorts;

    private ScanBits bits;
    private int near;
    private MappingTable[] tables = {};

    /**
     * @param precision P of the frame header
     * @param streamBytes the length of the encoded frame
     */
    SampleStore(PixelLayout layout, int precision, int streamBytes, DecodingContext context) {
        this.layout = layout;
        this.precision = precision;
        this.context = context;
        int first = (int) Math.min(layout.samples(), Math.max(FIRST_SAMPLES, (long) SAMPLES_PER_BYTE * streamBytes));
        if (layout.bitsStored() <= 8) bytes = new byte[first];
        else shorts = new short[first];
    }

    /**
     * Starts a scan.
     *
     * @param scanBits gives the position of an error
     * @param scanNear NEAR
     * @param scanTables the mapping table of each component of the scan, null for none
     */
    void beginScan(ScanBits scanBits, int scanNear, MappingTable[] scanTables) {
        bits = scanBits;
        near = scanNear;
        tables = scanTables;
    }

    /**
     * Stores a line of one component.
     *
     * @param component its index in the frame
     * @param scanComponent its index in the scan
     * @param from index of the first sample
     * @param stride distance between samples
     */
    void put(int row, int component, int scanComponent, short[] line, int from, int stride)
            throws MalformedDicomException {
        int columns = layout.columns();
        int step = layout.samplesPerPixel();
        int to = row * columns * step + component;
        reserve((row + 1) * columns * step);
        MappingTable table = tables[scanComponent];
        int coded = table == null ? precision : 8 * table.entryBytes();
        if (table != null || coded > layout.bitsStored() && !fits(line, from, stride)) {
            short[] values = new short[columns];
            for (int i = 0; i < columns; i++) {
                int value = line[from + i * stride] & 0xFFFF;
                values[i] = (short) fit(table == null ? value : mapped(table, value), coded);
            }
            copy(values, 0, 1, to, step, columns, 0);
            return;
        }
        int spare = layout.signed() && coded == layout.bitsStored() ? Math.max(0, 16 - coded) : 0;
        copy(line, from, stride, to, step, columns, spare);
    }

    /**
     * Returns whether {@link #fit} would leave the samples of a line unchanged although they are coded with more bits
     * than Bits Stored.
     */
    private boolean fits(short[] line, int from, int stride) {
        int stored = layout.bitsStored();
        if (layout.highBit() + 1 != stored || precision != Short.SIZE) return false;
        int end = from + layout.columns() * stride;
        int lowest = layout.signed() ? -1 << stored - 1 : 0;
        int all = 0;
        for (int i = from; i < end; i += stride) all |= line[i] - lowest;
        return all >>> stored == 0;
    }

    /** Copies samples. The shift by {@code spare} bits to the top of a short and back extends the sign. */
    private void copy(short[] line, int from, int stride, int to, int step, int columns, int spare) {
        boolean plain = spare == 0 && stride == 1 && step == 1;
        if (plain && shorts != null) {
            System.arraycopy(line, from, shorts, to, columns);
        } else if (plain) {
            for (int i = 0; i < columns; i++) bytes[to + i] = (byte) line[from + i];
        } else if (shorts == null) {
            for (int i = 0; i < columns; i++, to += step, from += stride) {
                bytes[to] = (byte) ((short) (line[from] << spare) >> spare);
            }
        } else {
            for (int i = 0; i < columns; i++, to += step, from += stride) {
                shorts[to] = (short) ((short) (line[from] << spare) >> spare);
            }
        }
    }

    private int mapped(MappingTable table, int value) throws MalformedDicomException {
        if (value >= table.entries().length) {
            throw bits.damaged("a sample is " + value + ", but its mapping table has " + table.entries().length
                    + " entries (T.87 C.2.4.1.2)");
        }
        return table.entries()[value];
    }

    /**
     * Reduces a value of {@code coded} bits to Bits Stored. If the whole cell was coded, the stored bits are those that
     * end at High Bit. Bits beyond them are dropped in a lossless stream, because the other bits of a cell may hold
     * anything. In a near-lossless stream the value is clamped, because its reconstruction may overshoot by NEAR.
     */
    private int fit(int value, int coded) {
        int stored = layout.bitsStored();
        if (coded <= stored) return layout.signed() && coded == stored ? extend(value, stored) : value;
        int whole = layout.signed() ? extend(value, coded) : value;
        if (coded > layout.highBit()) whole >>= layout.highBit() + 1 - stored;
        int kept = layout.signed() ? extend(whole, stored) : whole & (1 << stored) - 1;
        if (kept == whole) return kept;
        if (near > 0) {
            int largest = layout.signed() ? (1 << stored - 1) - 1 : (1 << stored) - 1;
            return Math.max(layout.signed() ? -largest - 1 : 0, Math.min(largest, whole));
        }
        context.warn("JPEG-LS: samples of " + coded + " bits exceed Bits Stored " + stored
                + "; their higher bits are dropped");
        return kept;
    }

    private static int extend(int value, int bits) {
        return value << Integer.SIZE - bits >> Integer.SIZE - bits;
    }

    private void reserve(int samples) {
        int have = shorts == null ? bytes.length : shorts.length;
        if (samples <= have) return;
        int size = (int) Math.min(layout.samples(), Math.max(samples, 2L * have));
        if (shorts == null) bytes = Arrays.copyOf(bytes, size);
        else shorts = Arrays.copyOf(shorts, size);
    }

    /** Returns a whole frame of samples; those that were not decoded are 0. */
    Samples allSamples() {
        reserve(layout.samples());
        return samples();
    }

    /** Returns all samples. Every component must be decoded. */
    Samples samples() {
        if (shorts == null) return new Samples.Bytes(bytes, layout.signed());
        if (layout.bitsStored() <= 16) return new Samples.Shorts(shorts, layout.signed());
        // Bits Stored is larger than JPEG-LS allows: the coded value is in the low 16 bits, and is not negative.
        int[] ints = new int[shorts.length];
        for (int i = 0; i < ints.length; i++) ints[i] = shorts[i] & 0xFFFF;
        return new Samples.Ints(ints, layout.signed());
    }
}
