package hounsfield.window;

import hounsfield.codec.PhotometricInterpretation;
import hounsfield.data.DataSet;
import hounsfield.data.OptionalAttributes;
import hounsfield.standard.Tag;

/** The last step from windowed values to what is seen (PS3.3 C.11.6). */
public final class PresentationLut {

    private PresentationLut() {}

    /** Whether the lowest value is white: MONOCHROME1, or a Presentation LUT Shape of INVERSE (C.11.6.1.2). */
    public static boolean isInverse(DataSet dataSet) {
        OptionalAttributes attributes = new OptionalAttributes(dataSet, finding -> {});
        String shape = attributes.text(Tag.PRESENTATION_LUT_SHAPE);
        if (shape.equals("INVERSE")) return true;
        return shape.isEmpty()
                && PhotometricInterpretation.of(attributes.text(Tag.PHOTOMETRIC_INTERPRETATION))
                        .filter(PhotometricInterpretation.MONOCHROME1::equals)
                        .isPresent();
    }
}
