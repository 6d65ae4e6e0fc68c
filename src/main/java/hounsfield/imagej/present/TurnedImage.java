package hounsfield.imagej.present;

import hounsfield.geometry.PlaneGeometry;
import hounsfield.imagej.memory.ImagePlacement;
import hounsfield.imagej.memory.ImageRecord;
import hounsfield.imagej.memory.SliceTable;
import hounsfield.region.presentation.Turn;
import hounsfield.standard.error.Memory;
import hounsfield.work.Progress;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.ImageProcessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes rotated and flipped images. Their pixels keep their place in the patient. */
public final class TurnedImage {
    private TurnedImage() {}

    /**
     * Makes a turned image.
     *
     * @param image the original
     * @param turn the turn
     * @param progress reports and cancels
     * @return a new image with the same values
     */
    public static ImagePlus of(ImagePlus image, Turn turn, Progress progress) {
        int count = image.getStackSize();
        long bytes = (long) image.getWidth() * image.getHeight() * (image.getBitDepth() / 8);
        Memory.require("the turned image", new Memory.Need(count, bytes), List.of());
        ImageStack stack = new ImageStack(turn.shownWidth(), turn.shownHeight());
        List<SliceTable.Slice> slices = new ArrayList<>();
        for (int n = 1; n <= count; n++) {
            progress.check();
            progress.update(n, count);
            ImageProcessor pixels = image.getStack().getProcessor(n).duplicate();
            for (int quarter = 0; quarter < turn.rotation() / 90; quarter++) pixels = pixels.rotateRight();
            if (turn.flipped()) pixels.flipHorizontal();
            String label = image.getStack().getSliceLabel(n);
            stack.addSlice(label, pixels);
            Optional<PlaneGeometry> plane = ImagePlacement.pixelPlane(image, n).map(turn::of);
            String name =
                    label == null ? "Slice " + n : label.lines().findFirst().orElse("Slice " + n);
            SliceTable.Slice slice = new SliceTable.Slice(name);
            slices.add(plane.map(slice::at).orElse(slice));
        }
        ImagePlus result = new ImagePlus(image.getTitle() + " presented", stack);
        result.setDimensions(image.getNChannels(), image.getNSlices(), image.getNFrames());
        result.setOpenAsHyperStack(image.isHyperStack());
        Calibration calibration = image.getCalibration().copy();
        if (turn.rotation() % 180 != 0) {
            calibration.pixelWidth = image.getCalibration().pixelHeight;
            calibration.pixelHeight = image.getCalibration().pixelWidth;
        }
        calibration.xOrigin = 0;
        calibration.yOrigin = 0;
        result.setCalibration(calibration);
        Object info = image.getProperty("Info");
        if (info != null) result.setProperty("Info", info);
        result.setDisplayRange(image.getDisplayRangeMin(), image.getDisplayRangeMax());
        ImageRecord record = ImageRecord.read(image);
        new ImageRecord(
                        record.values(),
                        record.slices().turned(slices),
                        "",
                        record.depthKnown(),
                        Optional.of(ImageRecord.ShownArea.whole(result)),
                        Optional.empty())
                .writeTo(result);
        return result;
    }
}
