package hounsfield.codec.jpeg;

import hounsfield.codec.PhotometricInterpretation;

/**
 * Determines the meaning of the three components of a JPEG stream. PS3.5 8.2.1 relies on Photometric Interpretation,
 * which is often wrong, because some software changes the color of the stream but not the header, or the reverse.
 * Therefore the content of the stream takes precedence, in this order:
 *
 * <ol>
 *   <li>APP14 of Adobe: transform 0 is RGB, 1 is YCbCr (ITU-T T.872 6.5.3). It is written on purpose.
 *   <li>APP0 of JFIF: YCbCr (ITU-T T.871), in DCT streams only; some encoders write it in lossless streams of any
 *       color.
 *   <li>Component identifiers 'R', 'G', 'B': RGB.
 *   <li>Components of different size: YCbCr, because RGB is not subsampled.
 *   <li>Photometric Interpretation.
 * </ol>
 */
final class JpegColor {
    private static final int ADOBE_RGB = 0;
    private static final int ADOBE_YCBCR = 1;

    private JpegColor() {}

    /**
     * Returns the meaning of the decoded samples.
     *
     * @param declared the Photometric Interpretation of the Data Set
     */
    static PhotometricInterpretation of(FrameHeader frame, ColorMarkers markers, PhotometricInterpretation declared) {
        boolean ybr =
                switch (declared) {
                    case YBR_FULL, YBR_FULL_422, YBR_PARTIAL_422, YBR_PARTIAL_420 -> true;
                    default -> false;
                };
        // Grayscale, palettes and the retired color spaces are not changed.
        boolean rgb = declared == PhotometricInterpretation.RGB;
        if (!rgb && !ybr || frame.components().size() != 3) return declared.decoded();
        boolean streamIsYbr = isYbr(frame, markers, ybr);
        if (streamIsYbr == ybr) return declared.decoded();
        return streamIsYbr ? PhotometricInterpretation.YBR_FULL : PhotometricInterpretation.RGB;
    }

    private static boolean isYbr(FrameHeader frame, ColorMarkers markers, boolean declared) {
        if (markers.adobeTransform() == ADOBE_RGB) return false;
        if (markers.adobeTransform() == ADOBE_YCBCR) return true;
        if (markers.jfif() && !frame.lossless()) return true;
        if (hasIdentifiers(frame, 'R', 'G', 'B')) return false;
        if (frame.subsampled()) return true;
        return declared;
    }

    private static boolean hasIdentifiers(FrameHeader frame, char... identifiers) {
        for (int i = 0; i < identifiers.length; i++) {
            if (frame.components().get(i).id() != identifiers[i]) return false;
        }
        return true;
    }
}
