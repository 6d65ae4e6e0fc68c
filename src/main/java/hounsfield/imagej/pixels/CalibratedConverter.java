package hounsfield.imagej.pixels;

import hounsfield.calibrate.FrameCalibrator;
import hounsfield.calibrate.ModalityLut;
import hounsfield.calibrate.ModalityTransform;
import hounsfield.calibrate.ValueSource;
import hounsfield.frame.FrameReader;
import hounsfield.frame.FrameRef;
import hounsfield.standard.DicomException;
import ij.ImagePlus;
import java.io.IOException;
import java.util.Optional;

/** Floats in the unit of their source: HU of a CT in every tool of ImageJ, each frame by its own transform. */
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

    @Override
    public Optional<ModalityLut> meaning(FrameRef frame) throws DicomException {
        return Optional.of(
                ModalityTransform.of(frame.groups(), frame.frame(), source).lut());
    }
}
