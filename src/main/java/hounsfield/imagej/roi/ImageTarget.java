package hounsfield.imagej.roi;

import hounsfield.frame.FunctionalGroups;
import hounsfield.geometry.PatientTransform;
import hounsfield.geometry.PlaneGeometry;
import hounsfield.imagej.memory.Header;
import hounsfield.imagej.memory.ImageRecord;
import hounsfield.imagej.memory.SliceFile;
import hounsfield.imagej.memory.SlicePlanes;
import hounsfield.imagej.memory.SliceTable;
import hounsfield.region.RegionTarget;
import hounsfield.region.TargetPlane;
import hounsfield.region.TargetPlane.SourceFrame;
import hounsfield.region.TilePlace;
import hounsfield.standard.Tag;
import ij.ImagePlus;
import ij.util.Tools;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Describes the slices of an image as a target for regions: one slice for each z position, which all channels and time points share.
 */
public final class ImageTarget {
    private ImageTarget() {}

    /**
     * Returns whether an image can have regions of DICOM files.
     *
     * @param image any image
     * @return whether its slices have a DICOM header or positions in the patient
     */
    public static boolean isPossible(ImagePlus image) {
        return Header.isDicom(image)
                || ImageRecord.read(image).slices().slices().stream()
                        .anyMatch(slice -> slice.plane().isPresent());
    }

    /**
     * Returns the slices of an image.
     *
     * @param image any image, also a crop or a resampled one
     * @return the target, with a slice for each z position
     * @throws IOException if the file of a slice exists and cannot be read
     */
    public static RegionTarget of(ImagePlus image) throws IOException {
        PatientTransform places = SlicePlanes.of(image);
        boolean placed = places.problemOfSlice().isEmpty();
        ImageRecord record = ImageRecord.read(image);
        // The pixel coordinates of a crop or a resampled image are not those of its files.
        boolean whole = record.area().isEmpty() || isWhole(record.area().get(), image);
        List<TargetPlane> planes = new ArrayList<>();
        for (int z = 1; z <= image.getNSlices(); z++) {
            int n = image.getStackIndex(1, z, 1);
            Optional<PlaneGeometry> plane = placed ? Optional.of(places.slices().get(z - 1)) : Optional.empty();
            String header = Header.infoOf(image, n).orElse("");
            int frame =
                    record.slices().find(image, n).map(SliceTable.Slice::frame).orElse(0);
            SourceFrame source = new SourceFrame(
                    Header.value(header, Tag.SERIES_INSTANCE_UID),
                    whole ? Header.value(header, Tag.SOP_INSTANCE_UID) : "",
                    frame,
                    Header.value(header, Tag.FRAME_OF_REFERENCE_UID),
                    placed ? Optional.empty() : tile(image, n));
            double thickness = Tools.parseDouble(Header.value(header, Tag.SLICE_THICKNESS), 0);
            planes.add(new TargetPlane(
                    plane,
                    image.getHeight(),
                    image.getWidth(),
                    source,
                    thickness > 0 ? OptionalDouble.of(thickness) : OptionalDouble.empty()));
        }
        return RegionTarget.of(planes);
    }

    private static boolean isWhole(ImageRecord.ShownArea area, ImagePlus image) {
        return area.left() == 0
                && area.top() == 0
                && area.width() == image.getWidth()
                && area.height() == image.getHeight();
    }

    private static Optional<TilePlace> tile(ImagePlus image, int n) throws IOException {
        Optional<SliceFile> file = SliceFile.of(image, n);
        if (file.isEmpty()) return Optional.empty();
        FunctionalGroups groups = FunctionalGroups.of(file.get().place().read().dataSet());
        return TilePlace.of(groups, file.get().frame().orElse(0));
    }
}
