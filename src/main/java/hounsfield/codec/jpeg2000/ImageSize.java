package hounsfield.codec.jpeg2000;

import hounsfield.standard.DicomException;

/**
 * The SIZ marker segment: image, tiles and components on the reference grid (T.800 A.5.1, B.2 and B.3).
 *
 * @param x1 Xsiz, the image's right edge, exclusive
 * @param y1 Ysiz
 * @param x0 XOsiz, the image's left edge
 * @param y0 YOsiz
 * @param tileWidth XTsiz
 * @param tileHeight YTsiz
 * @param tileX XTOsiz, the left edge of the first tile
 * @param tileY YTOsiz
 * @param components what the samples of each component are
 * @param highThroughput whether Rsiz says that the stream follows T.814
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

    /** The standard has 16384; each costs memory in each tile, and a pixel of a DICOM image has no more than four. */
    private static final int MAX_COMPONENTS = 64;

    /**
     * One component.
     *
     * @param precision bits of a sample, 1 to 38
     * @param signed whether samples are two's complement
     * @param dx XRsiz, columns of the reference grid for one sample
     * @param dy YRsiz
     */
    record Component(int precision, boolean signed, int dx, int dy) {}

    /** Reads the segment behind its length. */
    static ImageSize read(SegmentReader in) throws DicomException {
        int start = in.position();
        int capabilities = in.u16();
        int x1 = coordinate(in, "Xsiz", 1);
        int y1 = coordinate(in, "Ysiz", 1);
        int x0 = coordinate(in, "XOsiz", 0);
        int y0 = coordinate(in, "YOsiz", 0);
        // A tile may be as large as the standard lets it; only its part inside the image counts.
        int tileWidth = (int) Math.min(Integer.MAX_VALUE, in.u32());
        int tileHeight = (int) Math.min(Integer.MAX_VALUE, in.u32());
        int tileX = coordinate(in, "XTOsiz", 0);
        int tileY = coordinate(in, "YTOsiz", 0);
        int count = in.u16();
        if (x0 >= x1 || y0 >= y1) throw SegmentReader.malformed("SIZ: the image is empty", start);
        if (tileWidth == 0 || tileHeight == 0) throw SegmentReader.malformed("SIZ: a tile is empty", start);
        if (tileX > x0 || tileY > y0 || (long) tileX + tileWidth <= x0 || (long) tileY + tileHeight <= y0) {
            throw SegmentReader.malformed("SIZ: the first tile lies outside the image (B.3)", start);
        }
        if (count > MAX_COMPONENTS) throw SegmentReader.unsupported("SIZ: " + count + " components", start);
        if (count < 1) throw SegmentReader.malformed("SIZ: " + count + " components", start);
        in.require(3 * count);
        Component[] components = new Component[count];
        for (int c = 0; c < count; c++) {
            int ssiz = in.u8();
            int precision = (ssiz & 0x7F) + 1;
            int dx = in.u8();
            int dy = in.u8();
            if (precision > 38) throw SegmentReader.malformed("SIZ: a component of " + precision + " bits", start);
            if (dx == 0 || dy == 0) throw SegmentReader.malformed("SIZ: a component is subsampled by 0", start);
            components[c] = new Component(precision, (ssiz & 0x80) != 0, dx, dy);
        }
        ImageSize size = new ImageSize(
                x1, y1, x0, y0, tileWidth, tileHeight, tileX, tileY, components, (capabilities & 0x4000) != 0);
        if ((long) size.tilesAcross() * size.tilesDown() > 65535) {
            throw SegmentReader.malformed("SIZ: more than 65535 tiles", start);
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

    /** A tile on the reference grid (equations B-7 to B-10). */
    Area tile(int index) {
        long left = tileX + (long) (index % tilesAcross()) * tileWidth;
        long top = tileY + (long) (index / tilesAcross()) * tileHeight;
        return new Area((int) Math.max(left, x0), (int) Math.max(top, y0), (int) Math.min(left + tileWidth, x1), (int)
                Math.min(top + tileHeight, y1));
    }

    /** The image on the reference grid. */
    Area image() {
        return new Area(x0, y0, x1, y1);
    }
}
