package hounsfield.imagej.pixels;

import hounsfield.calibrate.FrameCalibrator;
import hounsfield.calibrate.ValueSource;
import hounsfield.frame.FrameRef;
import hounsfield.frame.pixeldata.FrameReader;
import ij.ImagePlus;
import java.io.IOException;

/**
 * Converts frames to calibrated floats, each by its own transform, so that every ImageJ tool shows HU for CT.
 *
 * @param unit the unit of the values, empty if there is none
 * @param source the source of the values
 */
public record CalibratedConverter(String unit, ValueSource source) implements PixelConverter {
    @Override
    public int bitDepth() {
        return 32;
    }

    @Override
    public Object[] pixels(FrameRef frame, FrameReader reader) throws IOException {
        return new Object[] {FrameCalibrator.plane(frame, reader, source).values()};
    }

    @Override
    public void calibrate(ImagePlus image) {
        setUnit(image, unit);
    }

    static void setUnit(ImagePlus image, String unit) {
        if (!unit.isEmpty()) image.getCalibration().setValueUnit(unit);
    }
}
