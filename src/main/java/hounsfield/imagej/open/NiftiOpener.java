package hounsfield.imagej.open;

import hounsfield.calibrate.ValueSource;
import hounsfield.geometry.PixelSpacing;
import hounsfield.geometry.Placement;
import hounsfield.geometry.PlaneAxes;
import hounsfield.geometry.PlaneGeometry;
import hounsfield.geometry.SliceSpacing;
import hounsfield.geometry.StackGeometry;
import hounsfield.imagej.host.Messages;
import hounsfield.imagej.memory.ImagePlacement;
import hounsfield.imagej.memory.ImageRecord;
import hounsfield.imagej.memory.SliceTable;
import hounsfield.imagej.memory.ValueRecord;
import hounsfield.imagej.pixels.LabeledStack;
import hounsfield.imagej.pixels.TrackedImage;
import hounsfield.imagej.viewer.ViewerWindows;
import hounsfield.nifti.NiftiHeader;
import hounsfield.nifti.NiftiReader;
import hounsfield.nifti.NiftiType;
import hounsfield.nifti.RasAffine;
import hounsfield.nifti.VolumeShape;
import hounsfield.nifti.VoxelPlace;
import hounsfield.standard.error.Memory;
import hounsfield.work.Progress;
import ij.CompositeImage;
import ij.ImagePlus;
import ij.measure.Calibration;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Opens NIfTI-1 files as ImageJ images, with the top row first. */
public final class NiftiOpener {
    /** The offset that ImageJ adds to signed 16-bit numbers. */
    private static final int SIGNED_OFFSET = 1 << 15;

    private final NiftiReader reader;
    private final NiftiHeader header;
    private final VolumeShape shape;
    private final boolean stored;
    private final String unit;

    private NiftiOpener(NiftiReader reader, boolean stored, String unit) {
        this.reader = reader;
        header = reader.header();
        shape = header.shape();
        boolean integers = header.type() == NiftiType.UINT8 || isShort();
        this.stored = stored && integers;
        this.unit = unit.isEmpty() ? header.unit() : unit;
    }

    /**
     * Opens a file.
     *
     * @param path a NIfTI-1 file, also compressed by gzip, or either file of a pair
     * @param stored whether integers of 8 and 16 bits keep their type, with slope and intercept as calibration; otherwise values become
     *     32-bit floats
     * @param unit of the values; empty for that of the file, if this plugin has written it
     * @param progress reports and cancels
     * @return an image that is not shown yet
     * @throws hounsfield.standard.error.DicomException if the file is not NIfTI-1, is damaged or has an unknown data type
     * @throws IOException if the file cannot be read
     */
    public static ImagePlus open(Path path, boolean stored, String unit, Progress progress) throws IOException {
        ViewerWindows.install();
        try (NiftiReader reader = NiftiReader.open(path)) {
            progress.status("Reading " + path.getFileName());
            ImagePlus image = new NiftiOpener(reader, stored, unit).image(title(path), progress);
            progress.status("");
            return image;
        }
    }

    private static String title(Path path) {
        return path.getFileName().toString();
    }

    private ImagePlus image(String title, Progress progress) throws IOException {
        int bytes =
                header.type().isColor() ? Integer.BYTES : stored ? header.type().bytes() : Float.BYTES;
        Memory.require(
                "an image of " + shape.planes() + " x " + shape.columns() + " x " + shape.rows() + " pixels",
                new Memory.Need(shape.planes(), shape.pixels() * bytes),
                List.of());
        Object[] planes = new Object[shape.planes()];
        reader.read(
                stored,
                (channel, slice, time, pixels) -> {
                    if (stored && header.type() == NiftiType.INT16) shift((short[]) pixels);
                    planes[(time * shape.slices() + slice) * shape.channels() + channel] = pixels;
                },
                progress);
        List<SliceTable.Slice> slices = slices();
        LabeledStack stack = new LabeledStack(shape.columns(), shape.rows(), Arrays.asList(planes));
        ImagePlus image = new TrackedImage(title, stack);
        if (image.getBitDepth() == Float.SIZE) image.getProcessor().setMinAndMax(0, 1);
        if (slices.size() > 1) {
            for (int n = 1; n <= slices.size(); n++)
                stack.setSliceLabel(slices.get(n - 1).name(), n);
        }
        ImagePlacement.apply(placement(title), image, 1, slices);
        boolean color = header.type().isColor();
        if (!color) calibrate(image);
        if (shape.channels() > 1 && !color) image = new TrackedImage.Composite(image, CompositeImage.GRAYSCALE);
        ImageRecord.read(image).with(values(image)).writeTo(image);
        image.setProperty("Info", info());
        if (!color) display(image);
        return image;
    }

    private boolean isShort() {
        return header.type() == NiftiType.INT16 || header.type() == NiftiType.UINT16;
    }

    private static void shift(short[] pixels) {
        for (int i = 0; i < pixels.length; i++) pixels[i] += (short) SIGNED_OFFSET;
    }

    /** Returns the slices in ImageJ's order, each with a different name. */
    private List<SliceTable.Slice> slices() {
        List<SliceTable.Slice> slices = new ArrayList<>();
        for (int time = 1; time <= shape.times(); time++) {
            for (int slice = 1; slice <= shape.slices(); slice++) {
                for (int channel = 1; channel <= shape.channels(); channel++) {
                    String name = "Slice " + slice + (shape.channels() > 1 ? ", channel " + channel : "")
                            + (shape.times() > 1 ? ", time " + time : "");
                    slices.add(new SliceTable.Slice(name, "", 0, Optional.empty(), "", Optional.empty()));
                }
            }
        }
        return slices;
    }

    private Placement placement(String title) {
        VoxelPlace place = header.place();
        Optional<RasAffine> affine = place.affine();
        Optional<List<PlaneGeometry>> planes = affine.flatMap(each -> each.planes(shape.rows(), shape.slices()));
        if (affine.isPresent() && planes.isEmpty())
            Messages.log(
                    title,
                    List.of("Rows and columns are not at right angles, so the image has no place in the patient"));
        Optional<StackGeometry> stack = planes.map(StackGeometry::of);
        stack.ifPresent(each -> Messages.log(title, each.findings()));
        PixelSpacing.Source source =
                place.millimeters() ? PixelSpacing.Source.PIXEL_SPACING : PixelSpacing.Source.PIXEL_ASPECT_RATIO;
        PixelSpacing pixels = planes.map(each -> each.get(0))
                .map(plane -> new PixelSpacing(plane.rowSpacing(), plane.columnSpacing(), source))
                .orElse(new PixelSpacing(place.height(), place.width(), source));
        SliceSpacing depth = stack.flatMap(SliceSpacing::of)
                .orElse(new SliceSpacing(place.depth(), SliceSpacing.Source.SPACING_BETWEEN_SLICES));
        PlaneAxes axes = new PlaneAxes(shape.channels(), shape.times(), place.seconds());
        return new Placement(pixels, depth, stack, axes, List.of());
    }

    private void calibrate(ImagePlus image) {
        Calibration calibration = image.getCalibration();
        double offset = image.getBitDepth() == Short.SIZE && header.type() == NiftiType.INT16 ? SIGNED_OFFSET : 0;
        double intercept = header.intercept() - offset * header.slope();
        if (stored && (intercept != 0 || header.slope() != 1)) {
            double[] line = {intercept, header.slope()};
            calibration.setFunction(Calibration.STRAIGHT_LINE, line, unit.isEmpty() ? "Gray Value" : unit);
        } else if (!unit.isEmpty()) calibration.setValueUnit(unit);
    }

    private ValueRecord values(ImagePlus image) {
        boolean signed = stored && header.type() == NiftiType.INT16;
        return new ValueRecord(
                ValueRecord.Origin.UNKNOWN,
                image.getBitDepth(),
                false,
                ValueSource.RESCALE,
                header.type().isColor() ? "" : unit,
                signed ? SIGNED_OFFSET : 0,
                List.of(),
                List.of());
    }

    private String info() {
        return "NIfTI-1 file, data type " + header.type().name() + ", slope " + header.slope() + ", intercept "
                + header.intercept() + (header.description().isEmpty() ? "" : "\n" + header.description()) + "\n";
    }

    private void display(ImagePlus image) {
        Calibration calibration = image.getCalibration();
        if (!(header.low() < header.high())) {
            image.resetDisplayRange();
            return;
        }
        boolean lines = stored && calibration.calibrated();
        double low = lines ? calibration.getRawValue(header.low()) : header.low();
        double high = lines ? calibration.getRawValue(header.high()) : header.high();
        if (!(image instanceof CompositeImage channels)) {
            image.setDisplayRange(Math.min(low, high), Math.max(low, high));
            return;
        }
        for (int channel = 1; channel <= image.getNChannels(); channel++) {
            channels.setPositionWithoutUpdate(channel, 1, 1);
            channels.setDisplayRange(Math.min(low, high), Math.max(low, high));
        }
        channels.setPositionWithoutUpdate(1, 1, 1);
    }
}
