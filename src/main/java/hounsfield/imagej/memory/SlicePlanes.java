package hounsfield.imagej.memory;

import hounsfield.frame.FunctionalGroups;
import hounsfield.geometry.PatientTransform;
import hounsfield.geometry.PixelSpacing;
import hounsfield.geometry.PlaneGeometry;
import hounsfield.geometry.Vector3;
import hounsfield.standard.Tag;
import ij.ImagePlus;
import ij.measure.Calibration;
import ij.util.Tools;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The planes of an image's slices in the patient: from the {@link ImageRecord} or, for images without one, from the headers in the
 * slice labels or, if these have no position, from the slices' files. They are known for images in the state in which they were opened
 * or resampled, and for images whose crop or resize was recorded.
 */
public final class SlicePlanes {
    /** Pixel sizes that differ by less than this fraction are equal. */
    private static final double SAME_SIZE = 1e-4;

    private final ImagePlus image;
    private final Calibration calibration;
    private final Map<SliceFile.Place, FunctionalGroups> files = new HashMap<>();

    private SlicePlanes(ImagePlus image) {
        this.image = image;
        calibration = image.getCalibration();
    }

    /**
     * Returns the transforms of an image from voxels to the patient.
     *
     * @param image any image; of several channels or time points the first
     * @return the transforms, in the order of the slices; without slices if a position is not known
     * @throws IOException if the file of a slice exists and cannot be read
     */
    public static PatientTransform of(ImagePlus image) throws IOException {
        SlicePlanes planes = new SlicePlanes(image);
        List<PlaneGeometry> slices = new ArrayList<>();
        for (int z = 1; z <= image.getNSlices(); z++) {
            Optional<PlaneGeometry> plane = planes.plane(image.getStackIndex(1, z, 1));
            if (plane.isEmpty()) return new PatientTransform(List.of(), planes.isSized());
            slices.add(plane.get());
        }
        return new PatientTransform(slices, planes.isSized());
    }

    private boolean isSized() {
        return calibration.getUnit().equals("mm");
    }

    private Optional<PlaneGeometry> plane(int slice) throws IOException {
        Optional<PlaneGeometry> recorded = ImagePlacement.pixelPlane(image, slice);
        if (recorded.isPresent()
                && isSame(calibration.pixelWidth, recorded.get().columnSpacing())
                && isSame(calibration.pixelHeight, recorded.get().rowSpacing())) return recorded;
        Optional<String> header = Header.ofSlice(image, slice);
        if (header.isPresent() && !isMultiFrame(header.get())) {
            Optional<PlaneGeometry> plane = ImagePlacement.plane(header.get());
            if (plane.isPresent()) {
                double[] spacing = numbers(header.get(), Tag.PIXEL_SPACING);
                return inImage(
                        plane.get(),
                        number(header.get(), Tag.ROWS),
                        number(header.get(), Tag.COLUMNS),
                        spacing.length < 2 ? 0 : spacing[0],
                        spacing.length < 2 ? 0 : spacing[1]);
            }
        }
        Optional<SliceFile> file = SliceFile.of(image, slice);
        return file.isPresent() ? ofFile(file.get()) : Optional.empty();
    }

    private static boolean isMultiFrame(String header) {
        return number(header, Tag.NUMBER_OF_FRAMES) > 1;
    }

    private static double number(String header, int tag) {
        double[] numbers = numbers(header, tag);
        return numbers.length == 0 ? 0 : numbers[0];
    }

    private static double[] numbers(String header, int tag) {
        String value = Header.value(header, tag);
        if (value.isEmpty()) return new double[0];
        return Arrays.stream(value.split("\\\\"))
                .mapToDouble(number -> Tools.parseDouble(number.trim(), 0))
                .toArray();
    }

    private Optional<PlaneGeometry> ofFile(SliceFile file) throws IOException {
        FunctionalGroups groups = files.get(file.place());
        if (groups == null) {
            groups = FunctionalGroups.of(file.place().read().dataSet());
            files.put(file.place(), groups);
        }
        int frame = file.frame().orElse(0);
        Optional<PlaneGeometry> plane = PlaneGeometry.of(groups, frame);
        if (plane.isEmpty()) return plane;
        boolean sized = PixelSpacing.of(groups, frame).inMillimeters();
        return inImage(
                plane.get(),
                groups.dataSet().findInt(Tag.ROWS).orElse(0),
                groups.dataSet().findInt(Tag.COLUMNS).orElse(0),
                sized ? plane.get().rowSpacing() : 0,
                sized ? plane.get().columnSpacing() : 0);
    }

    /**
     * Returns the plane of the image, computed from the plane of its file. For crops and resized images of this plugin,
     * ImageJ's origin of coordinates is their offset, in pixels from the upper left corner of the first pixel.
     *
     * @param rows of the file
     * @param columns of the file
     * @param rowSpacing of the file [mm]; 0 if unknown
     * @param columnSpacing of the file [mm]; 0 if unknown
     * @return empty if the image has other rows and columns, and no origin
     */
    private Optional<PlaneGeometry> inImage(
            PlaneGeometry plane, double rows, double columns, double rowSpacing, double columnSpacing) {
        double right = 0;
        double down = 0;
        boolean whole = image.getWidth() == columns
                && image.getHeight() == rows
                && isSame(calibration.pixelWidth, columnSpacing)
                && isSame(calibration.pixelHeight, rowSpacing);
        if (!whole) {
            boolean moved = calibration.xOrigin != 0 || calibration.yOrigin != 0;
            if (!moved || !isSized() || !(rowSpacing > 0) || !(columnSpacing > 0)) return Optional.empty();
            right = (0.5 - calibration.xOrigin) * calibration.pixelWidth - 0.5 * columnSpacing;
            down = (0.5 - calibration.yOrigin) * calibration.pixelHeight - 0.5 * rowSpacing;
        }
        Vector3 first = plane.position()
                .plus(plane.rowDirection().times(right))
                .plus(plane.columnDirection().times(down));
        return Optional.of(new PlaneGeometry(
                first, plane.rowDirection(), plane.columnDirection(), calibration.pixelHeight, calibration.pixelWidth));
    }

    private static boolean isSame(double size, double sizeInFile) {
        return sizeInFile == 0 || Math.abs(size - sizeInFile) <= SAME_SIZE * sizeInFile;
    }
}
