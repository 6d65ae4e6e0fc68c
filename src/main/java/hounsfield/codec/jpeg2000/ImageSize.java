package hounsfield.codec.jpeg2000;

import hounsfield.standard.error.DicomException;

/**
 * The SIZ marker segment: image, tiles and components on the reference grid (T.800 A.5.1, B.2 and B.3).
 *
 * @param x1 Xsiz, the right edge of the image, exclusive
 * @param y1 Ysiz, the lower edge of the image, exclusive
 * @param x0 XOsiz, the left edge of the image
 * @param y0 YOsiz, the upper edge of the image
 * @param tileWidth XTsiz
 * @param tileHeight YTsiz
 * @param tileX XTOsiz, the left edge of the first tile
 * @param tileY YTOsiz, the upper edge of the first tile
 * @param components one per component
 * @param highThroughput whether Rsiz indicates T.814
 */
record ImageSize(
        int x1,
        int y1,
        int x0,
        int y0,
        int tileWidth,
        int tileHeight,
        int tileX,
        int tileY,
        Component[] components,
        boolean highThroughput) {

    /**
     * The standard allows 16384, but each component costs memory in each tile, and a pixel of a DICOM image has at most
     * four.
     */
    private static final int MAX_COMPONENTS = 64;

    /**
     * One component.
     *
     * @param precision bits per sample, 1 to 38
     * @param signed whether samples are two's complement
     * @param dx XRsiz, columns of the reference grid per sample
     * @param dy YRsiz, rows of the reference grid per sample
     */
    record Component(int precision, boolean signed, int dx, int dy) {}

    /** Reads the segment after its length. */
    static ImageSize read(SegmentReader in) throws DicomException {
        int start = in.position();
        int capabilities = in.u16();
        int x1 = coordinate(in, "Xsiz", 1);
        int y1 = coordinate(in, "Ysiz", 1);
        int x0 = coordinate(in, "XOsiz", 0);
        int y0 = coordinate(in, "YOsiz", 0);
        // A tile may be as large as the standard allows; only its part inside the image counts.
        int tileWidth = (int) Math.min(Integer.MAX_VALUE, in.u32());
        int tileHeight = (int) Math.min(Integer.MAX_VALUE, in.u32());
        int tileX = coordinate(in, "XTOsiz", 0);
        int tileY = coordinate(in, "YTOsiz", 0);
        int count = in.u16();
        if (x0 >= x1 || y0 >= y1) throw SegmentReader.malformed("SIZ: the image is empty", start);
        if (tileWidth == 0 || tileHeight == 0) throw SegmentReader.malformed("SIZ: a tile is empty", start);
        if (tileX > x0 || tileY > y0 || (long) tileX + tileWidth <= x0 || (long) tileY + tileHeight <= y0) {
            throw SegmentReader.malformed("SIZ: the first tile is outside the image (B.3)", start);
        }
        if (count > MAX_COMPONENTS) throw SegmentReader.unsupported("SIZ: there are " + count + " components", start);
        if (count < 1) throw SegmentReader.malformed("SIZ: there are " + count + " components", start);
        in.require(3 * count);
        Component[] components = new Component[count];
        for (int c = 0; c < count; c++) {
            int ssiz = in.u8();
            int precision = (ssiz & 0x7F) + 1;
            int dx = in.u8();
            int dy = in.u8();
            if (precision > 38) throw SegmentReader.malformed("SIZ: a component has " + precision + " bits", start);
            if (dx == 0 || dy == 0) throw SegmentReader.malformed("SIZ: a component is subsampled by 0", start);
            components[c] = new Component(precision, (ssiz & 0x80) != 0, dx, dy);
        }
        ImageSize size = new ImageSize(
                x1, y1, x0, y0, tileWidth, tileHeight, tileX, tileY, components, (capabilities & 0x4000) != 0);
        if ((long) size.tilesAcross() * size.tilesDown() > 65535) {
            throw SegmentReader.malformed("SIZ: there are more than 65535 tiles", start);
        }
        return size;
    }

    private static int coordinate(SegmentReader in, String name, int least) throws DicomException {
        int start = in.position();
        long value = in.u32();
        if (value < least || value > Integer.MAX_VALUE) {
            throw SegmentReader.unsupported("SIZ: " + name + " is " + value, start);
        }
        return (int) value;
    }

    int width() {
        return x1 - x0;
    }

    int height() {
        return y1 - y0;
    }

    int tilesAcross() {
        return (int) (((long) x1 - tileX + tileWidth - 1) / tileWidth);
    }

    int tilesDown() {
        return (int) (((long) y1 - tileY + tileHeight - 1) / tileHeight);
    }

    int tiles() {
        return tilesAcross() * tilesDown();
    }

    /** Returns a tile on the reference grid (equations B-7 to B-10). */
    Area tile(int index) {
        long left = tileX + (long) (index % tilesAcross()) * tileWidth;
        long top = tileY + (long) (index / tilesAcross()) * tileHeight;
        return new Area((int) Math.max(left, x0), (int) Math.max(top, y0), (int) Math.min(left + tileWidth, x1), (int)
                Math.min(top + tileHeight, y1));
    }

    /** Returns the image on the reference grid. */
    Area image() {
        return new Area(x0, y0, x1, y1);
    }
}
