package hounsfield.codec.jpeg;

import hounsfield.codec.PhotometricInterpretation;

/**
 * Decides what the three components of a JPEG stream mean. PS3.5 8.2.1 has Photometric Interpretation tell; files in which
 * it is wrong are common, because toolkits change a stream's colour and leave the header, or the other way round. So what
 * the stream says of itself goes first, in this order:
 *
 * <ol>
 *   <li>Adobe's APP14: transform 0 is RGB, 1 is YCbCr (ITU-T T.872 6.5.3). Toolkits write it on purpose.
 *   <li>JFIF's APP0: YCbCr (ITU-T T.871), in DCT streams; some encoders put it before lossless ones of any colour.
 *   <li>Component identifiers 'R', 'G', 'B': RGB.
 *   <li>Components of different size: YCbCr, since nobody halves red.
 *   <li>Photometric Interpretation.
 * </ol>
 */
final class JpegColor {
    private static final int ADOBE_RGB = 0;
    private static final int ADOBE_YCBCR = 1;

    private JpegColor() {}

    /**
     * What the decoded samples mean.
     *
     * @param declared the Data Set's Photometric Interpretation
     */
    static PhotometricInterpretation of(FrameHeader frame, ColorMarkers markers, PhotometricInterpretation declared) {
        boolean ybr =
                switch (declared) {
                    case YBR_FULL, YBR_FULL_422, YBR_PARTIAL_422, YBR_PARTIAL_420 -> true;
                    default -> false;
                };
        // Grey, palettes and the retired colour spaces are not ours to doubt.
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
