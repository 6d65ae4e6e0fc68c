package hounsfield.codec;

import hounsfield.standard.error.DicomException;

/**
 * The image that the headers of a stream describe, without a Data Set.
 *
 * @param rows height in pixels, at least 1
 * @param columns width in pixels, at least 1
 * @param components samples per pixel, at least 1
 * @param precision bits per sample; where components differ, those of the widest
 * @param signed whether samples are two's complement
 * @param color the meaning of the samples of a pixel
 */
public record StreamHeader(int rows, int columns, int components, int precision, boolean signed, Color color) {

    /** The meaning of the samples of a pixel, as far as the stream itself defines it. */
    public enum Color {
        /** One component, the lowest value black. */
        GRAY,
        /** Red, green and blue. */
        RGB,
        /** Luminance and two chroma components over the full range of values. */
        YBR_FULL,
        /** Another number of components, a palette, or another color space. */
        OTHER;

        /**
         * {@return the color of streams that do not define it: one component is gray, three are {@code three}}
         *
         * @param components samples per pixel
         * @param three the color of three components
         */
        public static Color of(int components, Color three) {
            return components == 1 ? GRAY : components == 3 ? three : OTHER;
        }
    }

    /**
     * Returns the layout of a frame that holds all bits of the stream's samples, and no others.
     *
     * @return a checked layout; Bits Allocated is 8, 16, 32 or 64
     * @throws DicomException if no frame can have this shape, such as one of more than four samples per pixel
     */
    public PixelLayout layout() throws DicomException {
        int allocated = Byte.SIZE;
        while (allocated < precision) allocated *= 2;
        PixelLayout layout =
                new PixelLayout(rows, columns, components, allocated, precision, precision - 1, signed, false, false);
        layout.check();
        return layout;
    }
}
