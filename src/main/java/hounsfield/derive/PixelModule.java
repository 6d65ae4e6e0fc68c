package hounsfield.derive;

import hounsfield.calibrate.Rescale;
import hounsfield.standard.Tag;
import hounsfield.write.DecimalString;
import hounsfield.write.Elements;

/** Makes the modules Image Pixel (PS3.3 C.7.6.3), Modality LUT (C.11.1) and VOI LUT (C.11.2) of a new object. */
public final class PixelModule {
    private PixelModule() {}

    /**
     * Adds the attributes that describe the pixels, without Pixel Data itself.
     *
     * @param image the image
     * @param target receives the elements
     */
    public static void addPixels(NewImage image, Elements target) {
        PixelType type = image.type();
        target.number("SamplesPerPixel", type.samples())
                .text("PhotometricInterpretation", type.photometric())
                .number("Rows", image.rows())
                .number("Columns", image.columns())
                .number("BitsAllocated", type.bits());
        // Floats need no padding value, because NaN stands for no value.
        if (type == PixelType.FLOAT) return;
        target.number("BitsStored", type.bits())
                .number("HighBit", type.bits() - 1)
                .number("PixelRepresentation", type.isSigned() ? 1 : 0);
        if (type.samples() > 1) target.number("PlanarConfiguration", 0);
        image.padding().ifPresent(padding -> target.pixelValue(Tag.PIXEL_PADDING_VALUE, type.isSigned(), padding));
    }

    /** Adds Rescale Slope, Intercept and Type. */
    static void addRescale(NewImage image, NewFrame frame, Elements target) {
        Rescale line = frame.line();
        target.text("RescaleIntercept", DecimalString.of(line.intercept()))
                .text("RescaleSlope", DecimalString.of(line.slope()))
                .text("RescaleType", image.unit().isEmpty() ? "US" : InstanceHeader.value(image.unit(), 64));
    }

    /** Adds the display window as LINEAR_EXACT, so that its ends are exactly black and white (C.11.2.1.3.2). */
    static void addWindow(NewFrame frame, Elements target) {
        frame.window().ifPresent(window -> target.number("WindowCenter", window.center())
                .number("WindowWidth", window.width())
                .text("VOILUTFunction", "LINEAR_EXACT"));
    }
}
