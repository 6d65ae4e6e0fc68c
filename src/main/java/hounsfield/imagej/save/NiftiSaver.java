package hounsfield.imagej.save;

import hounsfield.derive.SourceInstance;
import hounsfield.geometry.PatientTransform;
import hounsfield.geometry.StackGeometry;
import hounsfield.geometry.Vector3;
import hounsfield.imagej.memory.ImagePlacement;
import hounsfield.imagej.memory.ImageUnit;
import hounsfield.imagej.pixels.ImageValues;
import hounsfield.nifti.ExactType;
import hounsfield.nifti.NiftiHeader;
import hounsfield.nifti.NiftiPaths;
import hounsfield.nifti.NiftiType;
import hounsfield.nifti.NiftiWriter;
import hounsfield.nifti.PlaneSource;
import hounsfield.nifti.RasAffine;
import hounsfield.nifti.SideFile;
import hounsfield.nifti.VolumeShape;
import hounsfield.nifti.VoxelPlace;
import hounsfield.work.Progress;
import ij.ImagePlus;
import ij.measure.Calibration;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Writes an image as a NIfTI-1 file with a side file. */
public final class NiftiSaver {
    private final ImagePlus image;
    private final ImagePlus original;
    private final Path target;
    private final PatientTransform transform;
    private final Progress progress;
    private final boolean color;
    private final float[] table;

    private NiftiSaver(
            ImagePlus image, ImagePlus original, Path target, PatientTransform transform, Progress progress) {
        this.image = image;
        this.original = original;
        this.target = target;
        this.transform = transform;
        this.progress = progress;
        color = image.getType() == ImagePlus.COLOR_RGB || image.getType() == ImagePlus.COLOR_256;
        table = color ? new float[0] : ImageValues.table(image);
    }

    /**
     * The result.
     *
     * @param type of the voxels
     * @param placed whether the file has the place in the patient
     */
    public record Result(NiftiType type, boolean placed) {}

    /**
     * Saves an image.
     *
     * @param image any image
     * @param original the image whose header the side file describes: the same image, or the one before resampling
     * @param target a file whose name ends with {@code .nii} or {@code .nii.gz}; an existing one is replaced
     * @param transform the place of the slices; it has no slices if the place is unknown
     * @param progress reports and cancels; then nothing remains
     * @return what was written
     * @throws IOException if a slice cannot be read, or a file cannot be written; then nothing remains
     * @throws IllegalArgumentException if the slices are not an even grid, the image is too large for NIfTI-1, or the target has
     *     another extension, is a source of the image, or is in a folder that does not exist
     */
    public static Result save(
            ImagePlus image, ImagePlus original, Path target, PatientTransform transform, Progress progress)
            throws IOException {
        return new NiftiSaver(image, original, target, transform, progress).save();
    }

    private Result save() throws IOException {
        boolean packed = NiftiPaths.isPacked(target);
        SourceFiles.checkTarget(original, target, progress);
        VolumeShape shape = new VolumeShape(
                image.getWidth(), image.getHeight(), image.getNSlices(), image.getNFrames(), image.getNChannels());
        VoxelPlace place = place();
        PlaneSource planes = this::plane;
        progress.status("Choosing the data type");
        NiftiType type = color ? NiftiType.RGB24 : ExactType.of(shape, planes, first(), progress);
        String unit = color ? "" : ImageUnit.of(image);
        Calibration calibration = image.getCalibration();
        double low = color ? 0 : calibration.getCValue(image.getDisplayRangeMin());
        double high = color ? 0 : calibration.getCValue(image.getDisplayRangeMax());
        NiftiHeader header = NiftiHeader.of(shape, type, place, low, high, unit);
        progress.status("Writing " + target.getFileName());
        String json = json(unit);
        NamedFailure.write(
                target,
                () -> NiftiPaths.write(
                        target, json, part -> NiftiWriter.write(part, packed, header, planes, progress)));
        return new Result(type, place.affine().isPresent());
    }

    /** Returns the data type of the pixels of the image, so that opening the file restores them in the same type. */
    private NiftiType first() {
        if (image.getBitDepth() == Byte.SIZE) return NiftiType.UINT8;
        boolean unsigned = image.getBitDepth() == Short.SIZE && table[0] == 0;
        return unsigned ? NiftiType.UINT16 : NiftiType.INT16;
    }

    private String json(String unit) throws IOException {
        Optional<SourceInstance> source = new SliceSources(original).of(1);
        int frame = source.map(each -> each.frame().orElse(0)).orElse(0);
        return SideFile.of(source.map(SourceInstance::header), frame, unit, true);
    }

    private Object plane(int channel, int slice, int time) {
        int index = image.getStackIndex(channel + 1, slice + 1, time + 1);
        if (color) {
            return image.getStack().getProcessor(index).convertToRGB().getPixels();
        }
        Object pixels = ImageValues.pixels(image.getStack(), index, progress);
        return ImageValues.planes(List.of(pixels), table).values(0);
    }

    private VoxelPlace place() {
        OptionalDouble seconds = seconds();
        if (transform.problemOfSlice().isPresent()) return unplaced(seconds);
        transform.problem().ifPresent(this::refuse);
        StackGeometry stack = StackGeometry.of(transform.slices());
        if (stack.isSheared())
            refuse(stack.spacingFindings().get(stack.spacingFindings().size() - 1));
        RasAffine affine = RasAffine.ofLps(transform.matrix(), image.getHeight());
        VoxelPlace place = VoxelPlace.of(affine, seconds);
        if (transform.slices().size() > 1 || !ImagePlacement.isDepthKnown(image)) return place;
        double depth = Math.abs(image.getCalibration().pixelDepth);
        Vector3 next = affine.next().times(depth);
        return VoxelPlace.of(new RasAffine(affine.right(), affine.up(), next, affine.origin()), seconds);
    }

    private void refuse(String problem) {
        throw new IllegalArgumentException("\"" + image.getTitle() + "\" is not an even grid, as NIfTI files need: "
                + problem + "; add regularize to resample it to one");
    }

    private VoxelPlace unplaced(OptionalDouble seconds) {
        Calibration calibration = image.getCalibration();
        return new VoxelPlace(
                Math.abs(calibration.pixelWidth),
                Math.abs(calibration.pixelHeight),
                Math.abs(calibration.pixelDepth),
                calibration.getUnit().equals("mm"),
                seconds,
                Optional.empty());
    }

    private OptionalDouble seconds() {
        Calibration calibration = image.getCalibration();
        double interval = calibration.frameInterval;
        boolean timed = image.getNFrames() > 1 && interval > 0 && Double.isFinite(interval);
        if (!timed) return OptionalDouble.empty();
        String unit = calibration.getTimeUnit();
        if (unit.startsWith("s")) return OptionalDouble.of(interval);
        return unit.startsWith("ms") ? OptionalDouble.of(interval / 1000) : OptionalDouble.empty();
    }
}
