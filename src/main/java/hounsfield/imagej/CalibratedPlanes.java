package hounsfield.imagej;

import hounsfield.calibrate.FrameCalibrator;
import hounsfield.calibrate.ModalityLut;
import hounsfield.calibrate.ModalityTransform;
import hounsfield.frame.FrameReader;
import ij.ImagePlus;
import java.io.IOException;
import java.util.Optional;

/** Floats in the file's unit: HU in every tool of ImageJ, each frame by its own transform. */
final class CalibratedPlanes implements PlaneMaker {
    private final String unit;

    CalibratedPlanes(String unit) {
        this.unit = unit;
    }

    @Override
    public int bitDepth() {
        return 32;
    }

    @Override
    public Object[] pixels(ImageSlice slice, FrameReader reader) throws IOException {
        return new Object[] {plane(slice, reader).values()};
    }

    FrameCalibrator.Plane plane(ImageSlice slice, FrameReader reader) throws IOException {
        return FrameCalibrator.plane(slice.file(), reader, slice.groups(), slice.frame());
    }

    @Override
    public void calibrate(ImagePlus image) {
        setUnit(image, unit);
    }

    static void setUnit(ImagePlus image, String unit) {
        if (!unit.isEmpty()) image.getCalibration().setValueUnit(unit);
    }

    @Override
    public Optional<ModalityLut> meaning(ImageSlice slice) throws IOException {
        return Optional.of(ModalityTransform.of(slice.groups(), slice.frame()).lut());
    }
}
