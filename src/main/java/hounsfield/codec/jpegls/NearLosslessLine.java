package hounsfield.codec.jpegls;

import hounsfield.standard.MalformedDicomException;

/**
 * Decodes lines for any NEAR and any MAXVAL. The steps are those of {@link LosslessLine}, except that errors count in steps
 * of 2 NEAR + 1 and wrap by addition (T.87 A.4.4, A.4.5).
 */
final class NearLosslessLine implements LineDecoder {
    private final RegularMode regular;
    private final ContextModel contexts;
    private final RunMode runs;
    private final int maximum;

    NearLosslessLine(ScanBits bits, ContextModel contexts, RunMode runs, CodingParameters parameters) {
        this.regular = new RegularMode(bits, contexts, parameters);
        this.contexts = contexts;
        this.runs = runs;
        maximum = parameters.maximum();
    }

    @Override
    public void decode(short[] above, short[] line, int width, int component) throws MalformedDicomException {
        final byte[] regions = contexts.regions;
        final int middle = maximum;
        int ra = line[0] & 0xFFFF;
        int rc = above[0] & 0xFFFF;
        int rb = above[1] & 0xFFFF;
        int region2 = regions[rb - rc + middle];
        int x = 1;
        while (x <= width) {
            int rd = above[x + 1] & 0xFFFF;
            int region1 = regions[rd - rb + middle];
            int context = 81 * region1 + 9 * region2 + regions[rc - ra + middle]; // A.3.4
            if (context == 0) {
                x = runs.decode(above, line, x, width, component);
                if (x > width) break;
                ra = line[x - 1] & 0xFFFF;
                rc = above[x - 1] & 0xFFFF;
                rb = above[x] & 0xFFFF;
                region2 = regions[rb - rc + middle];
                continue;
            }
            ra = regular.decode(context, ra, rb, rc);
            line[x++] = (short) ra;
            rc = rb;
            rb = rd;
            region2 = region1;
        }
    }
}
