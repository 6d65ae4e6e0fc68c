package hounsfield.codec;

import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;

/**
 * The shape of a frame according to the Image Pixel Module (PS3.3 C.7.6.3).
 *
 * @param rows height, 1 to 65535
 * @param columns width, 1 to 65535
 * @param samplesPerPixel 1 for grayscale and palette, 3 for color (4 for retired CMYK and ARGB)
 * @param bitsAllocated 1, 12 (packed, as in ACR-NEMA), or a multiple of 8 up to 64
 * @param bitsStored 1 to {@code bitsAllocated}
 * @param highBit the most significant stored bit, at least {@code bitsStored - 1}
 * @param signed whether Pixel Representation is 1, two's complement
 * @param planar whether Planar Configuration is 1, separate planes; only relevant to native and RLE frames
 * @param subsampled whether native chroma is subsampled horizontally (YBR_FULL_422, C.7.6.3.1.2)
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

    /** Bits Allocated of native samples packed in pairs into three bytes. */
    static final int PACKED = 12;

    /** Largest number of samples of a frame, limited by the size of Java arrays. */
    public static final int MAX_SAMPLES = Integer.MAX_VALUE - 64;

    /**
     * Checks that the numbers are in range and consistent.
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

    /**
     * Returns the same samples in cells of another width.
     *
     * @param bits Bits Allocated
     * @return the layout
     */
    public PixelLayout withBitsAllocated(int bits) {
        return new PixelLayout(rows, columns, samplesPerPixel, bits, bitsStored, highBit, signed, planar, subsampled);
    }

    /**
     * Returns the layout in which a sample is the whole cell: all Bits Allocated, including the bits beside the stored value.
     *
     * @return the layout, unsigned
     */
    public PixelLayout wholeCells() {
        return new PixelLayout(
                rows,
                columns,
                samplesPerPixel,
                bitsAllocated,
                bitsAllocated,
                bitsAllocated - 1,
                false,
                planar,
                subsampled);
    }

    /**
     * Returns the same samples in a frame of another size.
     *
     * @param newRows height
     * @param newColumns width
     * @return the layout
     */
    public PixelLayout withSize(int newRows, int newColumns) {
        return new PixelLayout(
                newRows, newColumns, samplesPerPixel, bitsAllocated, bitsStored, highBit, signed, planar, subsampled);
    }

    /** {@return pixels per frame} */
    public int pixels() {
        return rows * columns;
    }

    /** {@return samples per frame, after chroma upsampling} */
    public int samples() {
        return rows * columns * samplesPerPixel;
    }

    private static void require(boolean condition, String problem) throws MalformedDicomException {
        if (!condition) throw new MalformedDicomException(problem + " (PS3.3 C.7.6.3)", Location.NOWHERE);
    }
}
