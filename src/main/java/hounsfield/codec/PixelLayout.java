package hounsfield.codec;

import hounsfield.standard.Location;
import hounsfield.standard.MalformedDicomException;

/**
 * The shape of a frame as the Image Pixel Module gives it (PS3.3 C.7.6.3), checked to be consistent.
 *
 * @param rows height, 1 to 65535
 * @param columns width, 1 to 65535
 * @param samplesPerPixel 1 for grey and palette, 3 for colour (4 for retired CMYK and ARGB)
 * @param bitsAllocated 1, 12 (packed, as ACR-NEMA allowed), or a multiple of 8 up to 64
 * @param bitsStored 1 to {@code bitsAllocated}
 * @param highBit the most significant stored bit, at least {@code bitsStored - 1}
 * @param signed whether Pixel Representation is 1, two's complement
 * @param planar whether Planar Configuration is 1, each sample's plane by itself; has a meaning only in native and RLE
 *     frames
 * @param subsampled whether native chroma is halved in each row (YBR_FULL_422, C.7.6.3.1.2)
 */
public record PixelLayout(
        int rows,
        int columns,
        int samplesPerPixel,
        int bitsAllocated,
        int bitsStored,
        int highBit,
        boolean signed,
        boolean planar,
        boolean subsampled) {

    /** Bits Allocated of native samples of which two take three bytes. */
    static final int PACKED = 12;

    /** The largest frame, in samples: what one Java array holds, with room to spare. */
    public static final int MAX_SAMPLES = Integer.MAX_VALUE - 64;

    /**
     * Checks the numbers against each other.
     *
     * @throws MalformedDicomException if a number is outside its range or the frame has more than {@link #MAX_SAMPLES}
     */
    public void check() throws MalformedDicomException {
        require(rows > 0 && rows <= 65535, "Rows is " + rows);
        require(columns > 0 && columns <= 65535, "Columns is " + columns);
        require(samplesPerPixel >= 1 && samplesPerPixel <= 4, "Samples per Pixel is " + samplesPerPixel);
        require(
                bitsAllocated == 1
                        || bitsAllocated == PACKED
                        || bitsAllocated % 8 == 0 && bitsAllocated >= 8 && bitsAllocated <= 64,
                "Bits Allocated is " + bitsAllocated);
        require(
                bitsStored >= 1 && bitsStored <= bitsAllocated,
                "Bits Stored is " + bitsStored + " of " + bitsAllocated);
        require(
                highBit >= bitsStored - 1 && highBit < bitsAllocated,
                "High Bit is " + highBit + " for " + bitsStored + " bits of " + bitsAllocated);
        require(
                (long) rows * columns * samplesPerPixel <= MAX_SAMPLES,
                "a frame of " + columns + " x " + rows + " x " + samplesPerPixel + " samples is too large");
    }

    /** The same samples in cells of another width. */
    public PixelLayout withBitsAllocated(int bits) {
        return new PixelLayout(rows, columns, samplesPerPixel, bits, bitsStored, highBit, signed, planar, subsampled);
    }

    /** Pixels in a frame. */
    public int pixels() {
        return rows * columns;
    }

    /** Samples in a frame, after chroma is brought to full size. */
    public int samples() {
        return rows * columns * samplesPerPixel;
    }

    private static void require(boolean condition, String problem) throws MalformedDicomException {
        if (!condition) throw new MalformedDicomException(problem + " (PS3.3 C.7.6.3)", Location.NOWHERE);
    }
}
