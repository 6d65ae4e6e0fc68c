package hounsfield.codec.jpegls;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * A JPEG-LS encoder for tests: ITU-T T.87 annex A step by step, simple and slow, on whole planes of integers. It shares
 * nothing with the decoder, not even the defaults of parameters.
 */
final class JpegLsEncoder {
    static final int NONE = 0;
    static final int LINE = 1;
    static final int SAMPLE = 2;

    private static final int[] J = {
        0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 9, 10, 11, 12, 13, 14, 15
    };

    private final int[][] planes;
    private final int width;
    private final int height;
    private final int precision;

    private int near;
    private int interleave;
    private int restartInterval;
    private int[] preset;
    private int mappingTable;
    private byte[] before = {};
    private int fillBytes;
    private boolean heightInHeader = true;
    private boolean sizeInHeader = true;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    // T.87 A.2.1
    private int maxval;
    private int t1;
    private int t2;
    private int t3;
    private int reset;
    private int range;
    private int qbpp;
    private int limit;
    private int[] a;
    private int[] b;
    private int[] c;
    private int[] n;
    private int[] nn;
    private int[] runIndex;

    private int bitBuffer;
    private int bitsFree;
    private boolean afterFf;

    private int[][] reconstructed;

    JpegLsEncoder(int width, int height, int precision, int[]... planes) {
        this.width = width;
        this.height = height;
        this.precision = precision;
        this.planes = planes;
    }

    JpegLsEncoder near(int value) {
        near = value;
        return this;
    }

    JpegLsEncoder interleave(int mode) {
        interleave = mode;
        return this;
    }

    /** Writes a restart marker after that many lines. */
    JpegLsEncoder restartInterval(int lines) {
        restartInterval = lines;
        return this;
    }

    /** Writes an LSE segment with ID 1: MAXVAL, T1, T2, T3, RESET; 0 for the default. */
    JpegLsEncoder preset(int maximum, int threshold1, int threshold2, int threshold3, int resetCount) {
        preset = new int[] {maximum, threshold1, threshold2, threshold3, resetCount};
        return this;
    }

    /** Makes every component refer to this mapping table. */
    JpegLsEncoder mappingTable(int identifier) {
        mappingTable = identifier;
        return this;
    }

    /** Writes bytes between SOI and the frame header. */
    JpegLsEncoder before(int... segments) {
        before = bytes(segments);
        return this;
    }

    /** Writes that many extra bytes FF before each marker except the first. */
    JpegLsEncoder fillBytes(int count) {
        fillBytes = count;
        return this;
    }

    /** Leaves Y at 0 and writes a DNL segment after the first scan. */
    JpegLsEncoder heightBehindScan() {
        heightInHeader = false;
        return this;
    }

    /** Leaves X and Y at 0 and writes an LSE segment with ID 4. */
    JpegLsEncoder oversize() {
        sizeInHeader = false;
        return this;
    }

    boolean isLossless() {
        return near == 0;
    }

    /** Returns the planes that a decoder must produce. */
    int[][] reconstructed() {
        return reconstructed;
    }

    byte[] encode() {
        parameters();
        reconstructed = new int[planes.length][width * height];
        out.write(0xFF);
        out.write(0xD8);
        out.writeBytes(before);
        marker(0xF7);
        u16(8 + 3 * planes.length);
        out.write(precision);
        u16(heightInHeader && sizeInHeader ? height : 0);
        u16(sizeInHeader ? width : 0);
        out.write(planes.length);
        for (int i = 0; i < planes.length; i++) out.writeBytes(bytes(i + 1, 0x11, 0));
        if (!sizeInHeader) {
            marker(0xF8);
            u16(2 + 2 + 6);
            out.writeBytes(bytes(4, 3));
            out.write(0);
            u16(height);
            out.write(0);
            u16(width);
        }
        if (preset != null) {
            marker(0xF8);
            u16(13);
            out.write(1);
            for (int value : preset) u16(value);
        }
        if (restartInterval > 0) {
            marker(0xDD);
            u16(4);
            u16(restartInterval);
        }
        if (interleave == NONE) for (int i = 0; i < planes.length; i++) scan(i, i + 1);
        else scan(0, planes.length);
        marker(0xD9);
        return out.toByteArray();
    }

    private void scan(int first, int end) {
        marker(0xDA);
        u16(6 + 2 * (end - first));
        out.write(end - first);
        for (int i = first; i < end; i++) out.writeBytes(bytes(i + 1, mappingTable));
        out.writeBytes(bytes(near, interleave, 0));
        int lines = restartInterval > 0 ? restartInterval : height;
        for (int row = 0, interval = 0; row < height; row += lines, interval++) {
            if (row > 0) marker(0xD0 + (interval - 1 & 7));
            start(end - first);
            for (int y = row; y < Math.min(height, row + lines); y++) {
                if (interleave == SAMPLE) interleavedLine(row, y);
                else for (int i = first; i < end; i++) line(i, i - first, row, y);
            }
            flush();
        }
        if (first == 0 && !heightInHeader) {
            marker(0xDC);
            u16(4);
            u16(height);
        }
    }

    private void parameters() {
        int[] given = preset == null ? new int[5] : preset;
        maxval = given[0] != 0 ? given[0] : (1 << precision) - 1;
        int d1;
        int d2;
        int d3;
        if (maxval >= 128) {
            int factor = (Math.min(maxval, 4095) + 128) / 256;
            d1 = clamp(factor * (3 - 2) + 2 + 3 * near, near + 1);
            d2 = clamp(factor * (7 - 3) + 3 + 5 * near, d1);
            d3 = clamp(factor * (21 - 4) + 4 + 7 * near, d2);
        } else {
            int factor = 256 / (maxval + 1);
            d1 = clamp(Math.max(2, 3 / factor + 3 * near), near + 1);
            d2 = clamp(Math.max(3, 7 / factor + 5 * near), d1);
            d3 = clamp(Math.max(4, 21 / factor + 7 * near), d2);
        }
        t1 = given[1] != 0 ? given[1] : d1;
        t2 = given[2] != 0 ? given[2] : d2;
        t3 = given[3] != 0 ? given[3] : d3;
        reset = given[4] != 0 ? given[4] : 64;
        range = (maxval + 2 * near) / (2 * near + 1) + 1;
        for (qbpp = 0; 1 << qbpp < range; ) qbpp++;
        int bpp = 0;
        while (1 << bpp < maxval + 1) bpp++;
        bpp = Math.max(2, bpp);
        limit = 2 * (bpp + Math.max(8, bpp));
    }

    private int clamp(int i, int j) {
        return i > maxval || i < j ? j : i;
    }

    private void start(int components) {
        a = new int[367];
        b = new int[365];
        c = new int[365];
        n = new int[367];
        nn = new int[367];
        runIndex = new int[components];
        Arrays.fill(a, Math.max(2, (range + 32) / 64));
        Arrays.fill(n, 1);
        bitBuffer = 0;
        bitsFree = 8;
        afterFf = false;
    }

    /** Returns a reconstructed neighbor, with the edges of A.2.1; {@code top} is the first line of the interval. */
    private int at(int plane, int top, int x, int y) {
        if (y < top) return 0;
        if (x < 0) return at(plane, top, 0, y - 1);
        if (x >= width) return at(plane, top, width - 1, y);
        return reconstructed[plane][y * width + x];
    }

    private int quantize(int d) {
        if (d <= -t3) return -4;
        if (d <= -t2) return -3;
        if (d <= -t1) return -2;
        if (d < -near) return -1;
        if (d <= near) return 0;
        if (d < t1) return 1;
        if (d < t2) return 2;
        if (d < t3) return 3;
        return 4;
    }

    private int context(int plane, int top, int x, int y) {
        int ra = at(plane, top, x - 1, y);
        int rb = at(plane, top, x, y - 1);
        int rc = x == 0 ? at(plane, top, -1, y - 1) : at(plane, top, x - 1, y - 1);
        int rd = at(plane, top, x + 1, y - 1);
        return 81 * quantize(rd - rb) + 9 * quantize(rb - rc) + quantize(rc - ra);
    }

    private void line(int plane, int component, int top, int y) {
        int x = 0;
        while (x < width) {
            int q = context(plane, top, x, y);
            if (q != 0) {
                regular(q, plane, top, x++, y);
                continue;
            }
            int ra = at(plane, top, x - 1, y);
            int run = 0;
            while (x < width && Math.abs(planes[plane][y * width + x] - ra) <= near) {
                reconstructed[plane][y * width + x++] = ra;
                run++;
            }
            run(run, x == width, component);
            if (x < width) {
                int rb = at(plane, top, x, y - 1);
                interrupt(plane, top, x, y, Math.abs(ra - rb) <= near ? 1 : 0, component);
                if (runIndex[component] > 0) runIndex[component]--;
                x++;
            }
        }
    }

    private void interleavedLine(int top, int y) {
        int x = 0;
        while (x < width) {
            boolean flat = true;
            int[] q = new int[planes.length];
            for (int i = 0; i < planes.length; i++) {
                q[i] = context(i, top, x, y);
                flat &= q[i] == 0;
            }
            if (!flat) {
                for (int i = 0; i < planes.length; i++) regular(q[i], i, top, x, y);
                x++;
                continue;
            }
            int run = 0;
            while (x < width && repeats(top, x, y)) {
                for (int i = 0; i < planes.length; i++) reconstructed[i][y * width + x] = at(i, top, x - 1, y);
                x++;
                run++;
            }
            run(run, x == width, 0);
            if (x < width) {
                for (int i = 0; i < planes.length; i++) interrupt(i, top, x, y, 0, 0);
                if (runIndex[0] > 0) runIndex[0]--;
                x++;
            }
        }
    }

    private boolean repeats(int top, int x, int y) {
        for (int i = 0; i < planes.length; i++) {
            if (Math.abs(planes[i][y * width + x] - at(i, top, x - 1, y)) > near) return false;
        }
        return true;
    }

    /** A.7.1.2 */
    private void run(int length, boolean endOfLine, int component) {
        int left = length;
        while (left >= 1 << J[runIndex[component]]) {
            bit(1);
            left -= 1 << J[runIndex[component]];
            if (runIndex[component] < 31) runIndex[component]++;
        }
        if (endOfLine) {
            if (left > 0) bit(1);
        } else {
            bit(0);
            bits(left, J[runIndex[component]]);
        }
    }

    /** A.7.2 */
    private void interrupt(int plane, int top, int x, int y, int type, int component) {
        int ra = at(plane, top, x - 1, y);
        int rb = at(plane, top, x, y - 1);
        int px = type == 1 ? ra : rb;
        int sign = type == 0 && ra > rb ? -1 : 1;
        int err = error(sign * (planes[plane][y * width + x] - px));
        reconstructed[plane][y * width + x] = reconstruct(px, sign * err);
        int q = 365 + type;
        int temp = type == 0 ? a[365] : a[366] + (n[366] >> 1);
        int k = 0;
        while (n[q] << k < temp) k++;
        int map = 0;
        if (k == 0 && err > 0 && 2 * nn[q] < n[q]) map = 1;
        else if (err < 0 && 2 * nn[q] >= n[q]) map = 1;
        else if (err < 0 && k != 0) map = 1;
        int mapped = 2 * Math.abs(err) - type - map;
        golomb(mapped, k, limit - J[runIndex[component]] - 1);
        if (err < 0) nn[q]++;
        a[q] += (mapped + 1 - type) >> 1;
        if (n[q] == reset) {
            a[q] >>= 1;
            n[q] >>= 1;
            nn[q] >>= 1;
        }
        n[q]++;
    }

    /** A.4 to A.6 */
    private void regular(int signedContext, int plane, int top, int x, int y) {
        int sign = signedContext < 0 ? -1 : 1;
        int q = Math.abs(signedContext);
        int ra = at(plane, top, x - 1, y);
        int rb = at(plane, top, x, y - 1);
        int rc = at(plane, top, x - 1, y - 1);
        int px;
        if (rc >= Math.max(ra, rb)) px = Math.min(ra, rb);
        else if (rc <= Math.min(ra, rb)) px = Math.max(ra, rb);
        else px = ra + rb - rc;
        px += sign * c[q];
        px = Math.max(0, Math.min(maxval, px));
        int err = error(sign * (planes[plane][y * width + x] - px));
        reconstructed[plane][y * width + x] = reconstruct(px, sign * err);
        int k = 0;
        while (n[q] << k < a[q]) k++;
        int mapped;
        if (near == 0 && k == 0 && 2 * b[q] <= -n[q]) mapped = err >= 0 ? 2 * err + 1 : -2 * (err + 1);
        else mapped = err >= 0 ? 2 * err : -2 * err - 1;
        golomb(mapped, k, limit);
        b[q] += err * (2 * near + 1);
        a[q] += Math.abs(err);
        if (n[q] == reset) {
            a[q] >>= 1;
            b[q] = b[q] >= 0 ? b[q] >> 1 : -((1 - b[q]) >> 1);
            n[q] >>= 1;
        }
        n[q]++;
        if (b[q] <= -n[q]) {
            b[q] += n[q];
            if (c[q] > -128) c[q]--;
            if (b[q] <= -n[q]) b[q] = -n[q] + 1;
        } else if (b[q] > 0) {
            b[q] -= n[q];
            if (c[q] < 127) c[q]++;
            if (b[q] > 0) b[q] = 0;
        }
    }

    /** Quantizes an error (A.4.4) and reduces it to its range (A.4.5). */
    private int error(int difference) {
        int err = difference > 0 ? (difference + near) / (2 * near + 1) : -((near - difference) / (2 * near + 1));
        if (err < 0) err += range;
        if (err >= (range + 1) / 2) err -= range;
        return err;
    }

    private int reconstruct(int px, int err) {
        int value = px + err * (2 * near + 1);
        if (value < -near) value += range * (2 * near + 1);
        else if (value > maxval + near) value -= range * (2 * near + 1);
        return Math.max(0, Math.min(maxval, value));
    }

    /** A.5.3 */
    private void golomb(int value, int k, int glimit) {
        int high = value >> k;
        if (high < glimit - qbpp - 1) {
            for (int i = 0; i < high; i++) bit(0);
            bit(1);
            bits(value, k);
        } else {
            for (int i = 0; i < glimit - qbpp - 1; i++) bit(0);
            bit(1);
            bits(value - 1, qbpp);
        }
    }

    private void bits(int value, int count) {
        for (int i = count - 1; i >= 0; i--) bit(value >> i & 1);
    }

    /** After a byte FF the next byte begins with a 0 bit (C.1). */
    private void bit(int value) {
        bitBuffer = bitBuffer << 1 | value;
        if (--bitsFree == 0) {
            out.write(bitBuffer);
            bitsFree = bitBuffer == 0xFF ? 7 : 8;
            afterFf = bitBuffer == 0xFF;
            bitBuffer = 0;
        }
    }

    /** Fills the byte with zeros; the last byte must not be FF (C.1). */
    private void flush() {
        boolean pending = afterFf || bitsFree < 8;
        while (pending) {
            int before = out.size();
            bit(0);
            pending = out.size() == before;
        }
    }

    private void marker(int code) {
        for (int i = 0; i < fillBytes; i++) out.write(0xFF);
        out.write(0xFF);
        out.write(code);
    }

    private void u16(int value) {
        out.write(value >> 8);
        out.write(value);
    }

    static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) bytes[i] = (byte) values[i];
        return bytes;
    }
}
