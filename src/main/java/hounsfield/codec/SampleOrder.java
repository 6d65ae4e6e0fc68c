package hounsfield.codec;

/**
 * Rearranges the samples of a native color frame to the order of {@link Samples}: interleaved by pixel, with upsampled
 * chroma (PS3.3 C.7.6.3.1.2 and C.7.6.3.1.3). Methods return a new array of {@code pixels * samplesPerPixel} samples.
 */
final class SampleOrder {
    private SampleOrder() {}

    /** Returns whether the samples of the frame are already in the order of {@link Samples}. */
    static boolean isFinal(PixelLayout layout) {
        return layout.samplesPerPixel() == 1 || !layout.planar() && !layout.subsampled();
    }

    static byte[] arrange(byte[] samples, PixelLayout layout) {
        byte[] arranged = new byte[layout.samples()];
        int stride = layout.samplesPerPixel();
        if (layout.subsampled()) {
            for (int in = 0, out = 0; out < arranged.length; in += 4, out += 6) {
                arranged[out] = samples[in];
                arranged[out + 3] = samples[in + 1];
                arranged[out + 1] = arranged[out + 4] = samples[in + 2];
                arranged[out + 2] = arranged[out + 5] = samples[in + 3];
            }
            return arranged;
        }
        int second = layout.pixels();
        int third = 2 * second;
        if (stride == 3) {
            for (int in = 0, out = 0; in < second; in++, out += 3) {
                arranged[out] = samples[in];
                arranged[out + 1] = samples[second + in];
                arranged[out + 2] = samples[third + in];
            }
            return arranged;
        }
        for (int plane = 0, in = 0; plane < stride; plane++) {
            for (int out = plane; out < arranged.length; out += stride) arranged[out] = samples[in++];
        }
        return arranged;
    }

    static short[] arrange(short[] samples, PixelLayout layout) {
        short[] arranged = new short[layout.samples()];
        int stride = layout.samplesPerPixel();
        if (layout.subsampled()) {
            for (int in = 0, out = 0; out < arranged.length; in += 4, out += 6) {
                arranged[out] = samples[in];
                arranged[out + 3] = samples[in + 1];
                arranged[out + 1] = arranged[out + 4] = samples[in + 2];
                arranged[out + 2] = arranged[out + 5] = samples[in + 3];
            }
            return arranged;
        }
        int second = layout.pixels();
        int third = 2 * second;
        if (stride == 3) {
            for (int in = 0, out = 0; in < second; in++, out += 3) {
                arranged[out] = samples[in];
                arranged[out + 1] = samples[second + in];
                arranged[out + 2] = samples[third + in];
            }
            return arranged;
        }
        for (int plane = 0, in = 0; plane < stride; plane++) {
            for (int out = plane; out < arranged.length; out += stride) arranged[out] = samples[in++];
        }
        return arranged;
    }

    static int[] arrange(int[] samples, PixelLayout layout) {
        int[] arranged = new int[layout.samples()];
        int stride = layout.samplesPerPixel();
        if (layout.subsampled()) {
            for (int in = 0, out = 0; out < arranged.length; in += 4, out += 6) {
                arranged[out] = samples[in];
                arranged[out + 3] = samples[in + 1];
                arranged[out + 1] = arranged[out + 4] = samples[in + 2];
                arranged[out + 2] = arranged[out + 5] = samples[in + 3];
            }
            return arranged;
        }
        int second = layout.pixels();
        int third = 2 * second;
        if (stride == 3) {
            for (int in = 0, out = 0; in < second; in++, out += 3) {
                arranged[out] = samples[in];
                arranged[out + 1] = samples[second + in];
                arranged[out + 2] = samples[third + in];
            }
            return arranged;
        }
        for (int plane = 0, in = 0; plane < stride; plane++) {
            for (int out = plane; out < arranged.length; out += stride) arranged[out] = samples[in++];
        }
        return arranged;
    }
}
