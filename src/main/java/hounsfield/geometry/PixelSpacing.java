package hounsfield.geometry;

import hounsfield.data.DataSet;
import hounsfield.data.OptionalAttributes;
import hounsfield.frame.FunctionalGroups;
import hounsfield.standard.Tag;
import hounsfield.work.Diagnostics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The distance between pixels, and its source: the first one present in the order of {@link Source}. Both distances are
 * finite and above 0.
 *
 * @param row from row to row, downwards
 * @param column from column to column, along a row
 * @param source the attribute used
 */
public record PixelSpacing(double row, double column, Source source) {
    /** Square pixels of unknown size. */
    public static final PixelSpacing UNKNOWN = new PixelSpacing(1, 1, Source.NONE);

    /** Region Spatial Format: an image, not a curve (PS3.3 C.8.5.5.1.1). */
    private static final int TWO_DIMENSIONAL = 1;
    /** Physical Units: cm (PS3.3 C.8.5.5.1.15). */
    private static final int CENTIMETERS = 3;

    private static final double MM_PER_CM = 10;

    /** The source of a spacing. */
    public enum Source {
        /** Pixel Spacing (0028,0030), in the patient. */
        PIXEL_SPACING(null),
        /** Image Plane Pixel Spacing (3002,0011) of an RT image, at its image plane. */
        IMAGE_PLANE_PIXEL_SPACING(
                "Pixel size from Image Plane Pixel Spacing: holds at the image plane, not scaled to the isocenter"),
        /** Image Plane Pixel Spacing * Radiation Machine SAD (3002,0022) / RT Image SID (3002,0026), at the isocenter. */
        ISOCENTER(
                "Pixel size from Image Plane Pixel Spacing, which holds at the image plane, times Radiation Machine SAD"
                        + " / RT Image SID: holds at the isocenter"),
        /** Imager Pixel Spacing / Estimated Radiographic Magnification Factor (0018,1114), in the body. */
        MAGNIFICATION_FACTOR(
                "Pixel size from Imager Pixel Spacing, which holds at the detector's face, divided by Estimated"
                        + " Radiographic Magnification Factor: holds in the body"),
        /** Imager Pixel Spacing (0018,1164), at the face of the detector. */
        IMAGER_PIXEL_SPACING(
                "Pixel size from Imager Pixel Spacing: at the detector's face, not corrected for magnification"),
        /** Nominal Scanned Pixel Spacing (0018,2010), on the scanned medium. */
        NOMINAL_SCANNED_PIXEL_SPACING("Pixel size from Nominal Scanned Pixel Spacing: on the scanned medium"),
        /** Sequence of Ultrasound Regions (0018,6011), regions measured in cm. */
        ULTRASOUND_REGION("Pixel size from the ultrasound regions: holds inside them only"),
        /** Pixel Aspect Ratio (0028,0034): a shape without a size. */
        PIXEL_ASPECT_RATIO("No pixel size, only a Pixel Aspect Ratio: lengths are in pixels"),
        /** None. */
        NONE("No pixel size: lengths are in pixels");

        private final String finding;

        Source(String finding) {
            this.finding = finding;
        }
    }

    /**
     * Returns the spacing of a frame's pixels, from the Pixel Measures Sequence of its functional groups or from the
     * top level.
     *
     * @param groups functional groups of the image
     * @param frame index from 0
     * @return the spacing; {@link #UNKNOWN} if there is none
     */
    public static PixelSpacing of(FunctionalGroups groups, int frame) {
        return of(groups, frame, new Diagnostics());
    }

    /**
     * Does the same as {@link #of(FunctionalGroups, int)} and reports problems.
     *
     * @param groups functional groups of the image
     * @param frame index from 0
     * @param findings receives a sentence for each attribute that is not a valid spacing
     * @return the spacing; {@link #UNKNOWN} if there is none
     */
    public static PixelSpacing of(FunctionalGroups groups, int frame, Diagnostics findings) {
        for (DataSet level : groups.levels(frame, Tag.PIXEL_MEASURES_SEQUENCE)) {
            Optional<PixelSpacing> found = pair(level, Tag.PIXEL_SPACING, Source.PIXEL_SPACING, findings);
            if (found.isPresent()) return found.get();
        }
        DataSet dataSet = groups.dataSet();
        return ofImagePlane(dataSet, findings)
                .or(() -> ofImager(dataSet, findings))
                .or(() -> pair(
                        dataSet, Tag.NOMINAL_SCANNED_PIXEL_SPACING, Source.NOMINAL_SCANNED_PIXEL_SPACING, findings))
                .or(() -> ofUltrasoundRegions(dataSet, findings))
                .or(() -> pair(dataSet, Tag.PIXEL_ASPECT_RATIO, Source.PIXEL_ASPECT_RATIO, findings)
                        .flatMap(ratio -> positive(ratio.row / ratio.column, 1, ratio.source)))
                .orElse(UNKNOWN);
    }

    /** Reads two numbers above 0, row spacing first. */
    private static Optional<PixelSpacing> pair(DataSet dataSet, int tag, Source source, Diagnostics findings) {
        double[] values = new OptionalAttributes(dataSet, findings).numbers(tag);
        if (values.length == 0) return Optional.empty();
        Optional<PixelSpacing> spacing = values.length >= 2 ? positive(values[0], values[1], source) : Optional.empty();
        if (spacing.isEmpty()) {
            String problem = values.length < 2 ? " has one value of two" : " has values that are not above 0";
            findings.add(OptionalAttributes.name(tag) + problem + " and is ignored");
        }
        return spacing;
    }

    private static Optional<PixelSpacing> positive(double row, double column, Source source) {
        return row > 0 && column > 0 && Double.isFinite(row) && Double.isFinite(column)
                ? Optional.of(new PixelSpacing(row, column, source))
                : Optional.empty();
    }

    /**
     * Reads Image Plane Pixel Spacing of an RT image, which is valid at its image plane, and scales it to the isocenter
     * if the distances of both planes from the source are known (PS3.3 C.8.8.2).
     */
    private static Optional<PixelSpacing> ofImagePlane(DataSet dataSet, Diagnostics findings) {
        Optional<PixelSpacing> plane =
                pair(dataSet, Tag.IMAGE_PLANE_PIXEL_SPACING, Source.IMAGE_PLANE_PIXEL_SPACING, findings);
        if (plane.isEmpty()) return plane;
        OptionalAttributes attributes = new OptionalAttributes(dataSet, findings);
        double isocenter = attributes.number(Tag.RADIATION_MACHINE_SAD).orElse(0);
        double image = attributes.number(Tag.RT_IMAGE_SID).orElse(0);
        Optional<PixelSpacing> scaled =
                isocenter > 0 && image > 0 ? plane.get().scaled(isocenter / image, Source.ISOCENTER) : Optional.empty();
        return scaled.isPresent() ? scaled : plane;
    }

    /** Reads Imager Pixel Spacing, and divides it by the magnification factor if that is present. */
    private static Optional<PixelSpacing> ofImager(DataSet dataSet, Diagnostics findings) {
        Optional<PixelSpacing> imager = pair(dataSet, Tag.IMAGER_PIXEL_SPACING, Source.IMAGER_PIXEL_SPACING, findings);
        if (imager.isEmpty()) return imager;
        OptionalDouble factor =
                new OptionalAttributes(dataSet, findings).number(Tag.ESTIMATED_RADIOGRAPHIC_MAGNIFICATION_FACTOR);
        if (factor.isEmpty()) return imager;
        // The body is between source and detector, so its image is never smaller than the body.
        Optional<PixelSpacing> scaled = factor.getAsDouble() >= 1
                ? imager.get().scaled(1 / factor.getAsDouble(), Source.MAGNIFICATION_FACTOR)
                : Optional.empty();
        if (scaled.isPresent()) return scaled;
        findings.add(OptionalAttributes.name(Tag.ESTIMATED_RADIOGRAPHIC_MAGNIFICATION_FACTOR)
                + " is below 1 and is ignored");
        return imager;
    }

    private Optional<PixelSpacing> scaled(double factor, Source by) {
        return positive(row * factor, column * factor, by);
    }

    /** Returns the spacing that all two-dimensional regions in cm have in common. */
    private static Optional<PixelSpacing> ofUltrasoundRegions(DataSet dataSet, Diagnostics findings) {
        List<PixelSpacing> spacings = new ArrayList<>();
        for (DataSet item : dataSet.items(Tag.SEQUENCE_OF_ULTRASOUND_REGIONS)) {
            OptionalAttributes region = new OptionalAttributes(item, findings);
            if (region.integer(Tag.REGION_SPATIAL_FORMAT).orElse(0) != TWO_DIMENSIONAL
                    || region.integer(Tag.PHYSICAL_UNITS_X_DIRECTION).orElse(0) != CENTIMETERS
                    || region.integer(Tag.PHYSICAL_UNITS_Y_DIRECTION).orElse(0) != CENTIMETERS) continue;
            double row = Math.abs(region.number(Tag.PHYSICAL_DELTA_Y).orElse(0)) * MM_PER_CM;
            double column = Math.abs(region.number(Tag.PHYSICAL_DELTA_X).orElse(0)) * MM_PER_CM;
            positive(row, column, Source.ULTRASOUND_REGION).ifPresent(spacings::add);
        }
        return spacings.stream().distinct().count() == 1 ? Optional.of(spacings.get(0)) : Optional.empty();
    }

    /** {@return whether row and column are in mm, instead of only a shape} */
    public boolean inMillimeters() {
        return source != Source.PIXEL_ASPECT_RATIO && source != Source.NONE;
    }

    /** {@return a sentence for the log, unless the spacing is Pixel Spacing} */
    public Optional<String> finding() {
        return Optional.ofNullable(source.finding);
    }
}
