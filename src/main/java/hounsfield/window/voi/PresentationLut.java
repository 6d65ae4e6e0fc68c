package hounsfield.window.voi;

import hounsfield.codec.PhotometricInterpretation;
import hounsfield.data.DataSet;
import hounsfield.data.OptionalAttributes;
import hounsfield.standard.Tag;

/** The last step of display, from windowed values to presentation values (PS3.3 C.11.6). */
public final class PresentationLut {

    private PresentationLut() {}

    /**
     * Returns whether the lowest value is displayed white.
     *
     * @param dataSet the top level
     * @return true for MONOCHROME1, or a Presentation LUT Shape of INVERSE (C.11.6.1.2)
     */
    public static boolean isInverse(DataSet dataSet) {
        OptionalAttributes attributes = new OptionalAttributes(dataSet);
        String shape = attributes.text(Tag.PRESENTATION_LUT_SHAPE);
        if (shape.equals("INVERSE")) return true;
        return shape.isEmpty()
                && PhotometricInterpretation.of(attributes.text(Tag.PHOTOMETRIC_INTERPRETATION))
                        .filter(PhotometricInterpretation.MONOCHROME1::equals)
                        .isPresent();
    }
}
