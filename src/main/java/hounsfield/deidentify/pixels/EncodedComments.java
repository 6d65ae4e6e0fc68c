package hounsfield.deidentify.pixels;

import hounsfield.bytes.ByteSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the parts of encoded frames that are not pixels and can hold any text: comments and application data of JPEG and JPEG-LS (ITU-T
 * T.81 B.2.4), comments of JPEG 2000 (T.800 A.9.2), boxes of JP2, and bytes after the end of a JPEG stream. Decoders ignore their
 * content, so replacing them by zeros changes no pixel.
 */
final class EncodedComments {
    private static final int WINDOW = 1 << 16;

    private static final int COM = 0xFE;
    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int JPEG_2000_COM = 0x64;
    private static final int SOT = 0x90;
    private static final int SOD = 0x93;
    private static final int JPEG_2000_EOC = 0xD9;
    /** Length of the JFIF identifier, version, unit, density and size of the thumbnail, before the thumbnail itself [bytes]. */
    private static final int JFIF_LENGTH = 14;

    private final ByteSource source;
    private final List<long[]> ranges = new ArrayList<>();
    private final byte[] window = new byte[WINDOW];
    private long windowStart = -1;
    private int windowLength;

    EncodedComments(ByteSource source) {
        this.source = source;
    }

    /** Returns start and end of each range that was found, in ascending order. */
    List<long[]> ranges() {
        return ranges;
    }

    /** Searches a fragment of the source. */
    void search(long start, long end) throws IOException {
        if (end - start < 4) return;
        int first = at(start) << 8 | at(start + 1);
        if (first == 0xFFD8) jpeg(start, end);
        else if (first == 0xFF4F) jpeg2000(start + 2, end);
        else if (end - start > 12 && ascii(start + 4, 4).equals("jP  ")) boxes(start, end);
    }

    private int at(long position) throws IOException {
        if (position < windowStart || position >= windowStart + windowLength || windowStart < 0) {
            windowLength = source.readUpTo(position, window, 0, WINDOW);
            windowStart = position;
            if (windowLength == 0) return 0;
        }
        return window[(int) (position - windowStart)] & 0xFF;
    }

    private int twoBytes(long position) throws IOException {
        return at(position) << 8 | at(position + 1);
    }

    private long fourBytes(long position) throws IOException {
        return (long) twoBytes(position) << 16 | twoBytes(position + 2);
    }

    private String ascii(long position, int length) throws IOException {
        byte[] text = new byte[length];
        for (int i = 0; i < length; i++) text[i] = (byte) at(position + i);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private void blank(long start, long end) {
        if (end > start) ranges.add(new long[] {start, end});
    }

    /** Searches a JPEG stream. In entropy-coded data, none of the markers that are searched for follows FF. */
    private void jpeg(long start, long end) throws IOException {
        long position = start + 2;
        while (position + 1 < end) {
            if (at(position) != 0xFF) {
                position++;
                continue;
            }
            int marker = at(position + 1);
            if (marker == EOI) {
                boolean another = end - position > 4 && twoBytes(position + 2) == 0xFFD8;
                if (!another) {
                    blank(position + 2, end);
                    return;
                }
                position += 2;
            } else if (marker == COM || marker >= 0xE0 && marker <= 0xEF) {
                long segmentEnd = Math.min(end, position + 2 + Math.max(2, twoBytes(position + 2)));
                application(marker, position + 4, segmentEnd);
                position = segmentEnd;
            } else if (marker >= 0xC0 && marker <= 0xFD && !standsAlone(marker)) {
                // The bytes of segments before the scan are not stuffed.
                position += 2 + Math.max(2, twoBytes(position + 2));
            } else {
                position += marker == 0xFF ? 1 : 2;
            }
        }
    }

    private static boolean standsAlone(int marker) {
        return marker == SOI || marker == EOI || marker >= 0xD0 && marker <= 0xD7;
    }

    /**
     * Adds an application segment to the ranges, except what decoders use: JFIF without its thumbnail, the color transforms of Adobe,
     * HP and SPIFF, and color profiles.
     */
    private void application(int marker, long start, long end) throws IOException {
        if (end - start >= 5) {
            String name = ascii(start, 5);
            if (marker == 0xE0 && name.equals("JFIF\0")) {
                blank(Math.min(end, start + JFIF_LENGTH), end);
                return;
            }
            if (marker == 0xEE && name.equals("Adobe")) {
                blank(Math.min(end, start + 12), end);
                return;
            }
            if (marker == 0xE8 && (name.equals("SPIFF") || name.startsWith("mrfx"))) return;
            if (marker == 0xE2 && name.equals("ICC_P")) return;
        }
        blank(start, end);
    }

    /** Reads the marker segments of the main header and of the tile-parts. */
    private void jpeg2000(long start, long end) throws IOException {
        long position = start;
        long tilePart = -1;
        while (position + 4 <= end && at(position) == 0xFF) {
            int marker = at(position + 1);
            if (marker == SOD || marker == JPEG_2000_EOC) {
                if (marker == JPEG_2000_EOC || tilePart < 0 || tilePart <= position) return;
                position = tilePart;
                continue;
            }
            int length = Math.max(2, twoBytes(position + 2));
            long segmentEnd = Math.min(end, position + 2 + length);
            if (marker == JPEG_2000_COM) blank(position + 6, segmentEnd);
            if (marker == SOT) {
                long size = fourBytes(position + 6);
                tilePart = size == 0 ? -1 : position + size;
            }
            position = segmentEnd;
        }
    }

    /** Reads the boxes of a JP2 file. */
    private void boxes(long start, long end) throws IOException {
        long position = start;
        while (position + 8 <= end) {
            long size = fourBytes(position);
            String type = ascii(position + 4, 4);
            if (size != 0 && size < 8) return;
            long boxEnd = size == 0 ? end : Math.min(end, position + size);
            switch (type) {
                case "jp2c" -> jpeg2000(position + 10, boxEnd);
                case "jP  ", "ftyp", "jp2h" -> {}
                default -> blank(position + 8, boxEnd);
            }
            position = boxEnd;
        }
    }
}
