package hounsfield.codec.jpegls;

import hounsfield.standard.error.MalformedDicomException;

/**
 * Decodes lines whose components are interleaved by sample (T.87 B.2.3). The components share the contexts, and a run
 * consists of whole pixels.
 */
final class InterleavedLine implements LineDecoder {
    private final ContextModel contexts;
    private final RegularMode regular;
    private final RunMode runs;
    private final int maximum;
    private final int components;

    InterleavedLine(ScanBits bits, ContextModel contexts, RunMode runs, CodingParameters parameters, int components) {
        this.contexts = contexts;
        this.regular = new RegularMode(bits, contexts, parameters);
        this.runs = runs;
        this.maximum = parameters.maximum();
        this.components = components;
    }

    /** {@inheritDoc} In both lines, and in their edges, the samples of a pixel are adjacent. */
    @Override
    public void decode(short[] above, short[] line, int width, int component) throws MalformedDicomException {
        final byte[] regions = contexts.regions;
        final int middle = maximum;
        final int n = components;
        final int end = n * (width + 1);
        int[] pixelContexts = new int[n];
        int at = n;
        while (at < end) {
            int any = 0;
            for (int i = 0; i < n; i++) {
                int rb = above[at + i] & 0xFFFF;
                int rc = above[at + i - n] & 0xFFFF;
                int region1 = regions[(above[at + i + n] & 0xFFFF) - rb + middle];
                int region2 = regions[rb - rc + middle];
                int region3 = regions[rc - (line[at + i - n] & 0xFFFF) + middle];
                pixelContexts[i] = 81 * region1 + 9 * region2 + region3; // A.3.4
                any |= pixelContexts[i];
            }
            if (any == 0) {
                at = run(above, line, at, end);
                continue;
            }
            for (int i = 0; i < n; i++, at++) {
                int ra = line[at - n] & 0xFFFF;
                int rb = above[at] & 0xFFFF;
                int rc = above[at - n] & 0xFFFF;
                line[at] = (short) regular.decode(pixelContexts[i], ra, rb, rc);
            }
        }
    }

    private int run(short[] above, short[] line, int from, int end) throws MalformedDicomException {
        int n = components;
        int stop = from + n * runs.length((end - from) / n, 0);
        int at = from;
        for (; at < stop; at++) line[at] = line[at - n];
        if (at == end) return at;
        for (int i = 0; i < n; i++, at++) {
            line[at] = (short) runs.interleavedInterruption(line[at - n] & 0xFFFF, above[at] & 0xFFFF);
        }
        runs.afterInterruption(0);
        return at;
    }
}
