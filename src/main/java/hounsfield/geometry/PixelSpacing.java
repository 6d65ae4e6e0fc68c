package hounsfield.geometry;

import hounsfield.data.DataSet;
import hounsfield.frame.FunctionalGroups;
import hounsfield.standard.DicomException;
import hounsfield.standard.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The distance between pixels, and what said so. Of the sources the first that a file has counts, in the order of
 * {@link Source}.
 *
 * @param row from row to row, down
 * @param column from column to column, along a row
 */
public record PixelSpacing(double row, double column, Source source) {
    /** Square pixels of unknown size. */
    public static final PixelSpacing UNKNOWN = new PixelSpacing(1, 1, Source.NONE);

    private static final int PIXEL_MEASURES_SEQUENCE = 0x00289110;
    private static final int IMAGER_PIXEL_SPACING = 0x00181164;
    private static final int NOMINAL_SCANNED_PIXEL_SPACING = 0x00182010;
    private static final int PIXEL_ASPECT_RATIO = 0x00280034;
    private static final int SEQUENCE_OF_ULTRASOUND_REGIONS = 0x00186011;
    private static final int REGION_SPATIAL_FORMAT = 0x00186012;
    private static final int PHYSICAL_UNITS_X_DIRECTION = 0x00186024;
    private static final int PHYSICAL_UNITS_Y_DIRECTION = 0x00186026;
    private static final int PHYSICAL_DELTA_X = 0x0018602C;
    private static final int PHYSICAL_DELTA_Y = 0x0018602E;
    /** Region Spatial Format: an image, not a curve (PS3.3 C.8.5.5.1.1). */
    private static final int TWO_DIMENSIONAL = 1;
    /** Physical Units: cm (PS3.3 C.8.5.5.1.15). */
    private static final int CENTIMETRES = 3;

    private static final double MM_PER_CM = 10;

    /** What gave the spacing. */
    public enum Source {
        /** Pixel Spacing (0028,0030), in the patient. */
        PIXEL_SPACING(null),
        /** Imager Pixel Spacing (0018,1164), at the detector's face. */
        IMAGER_PIXEL_SPACING(
                "Pixel size from Imager Pixel Spacing: at the detector's face, not corrected for magnification"),
        /** Nominal Scanned Pixel Spacing (0018,2010), on the scanned medium. */
        NOMINAL_SCANNED_PIXEL_SPACING("Pixel size from Nominal Scanned Pixel Spacing: on the scanned medium"),
        /** Sequence of Ultrasound Regions (0018,6011), regions measured in cm. */
        ULTRASOUND_REGION("Pixel size from the ultrasound regions: holds inside them only"),
        /** Pixel Aspect Ratio (0028,0034): a shape without a size. */
        PIXEL_ASPECT_RATIO("No pixel size, only a Pixel Aspect Ratio: lengths are in pixels"),
        /** Nothing. */
        NONE("No pixel size: lengths are in pixels");

        private final String finding;

        Source(String finding) {
            this.finding = finding;
        }
    }

    /**
     * The spacing of a frame's pixels: of Pixel Measures Sequence in its functional groups, or of the top level.
     *
     * @throws DicomException if an attribute cannot be read as numbers
     */
    public static PixelSpacing of(FunctionalGroups groups, int frame) throws DicomException {
        DataSet dataSet = groups.dataSet();
        Optional<PixelSpacing> found =
                pair(groups.attributes(frame, PIXEL_MEASURES_SEQUENCE), Tag.PIXEL_SPACING, Source.PIXEL_SPACING);
        if (found.isEmpty()) found = pair(dataSet, IMAGER_PIXEL_SPACING, Source.IMAGER_PIXEL_SPACING);
        if (found.isEmpty()) found = pair(dataSet, NOMINAL_SCANNED_PIXEL_SPACING, Source.NOMINAL_SCANNED_PIXEL_SPACING);
        if (found.isEmpty()) found = ofUltrasoundRegions(dataSet);
        if (found.isEmpty()) {
            found = pair(dataSet, PIXEL_ASPECT_RATIO, Source.PIXEL_ASPECT_RATIO)
                    .map(ratio -> new PixelSpacing(ratio.row / ratio.column, 1, ratio.source));
        }
        return found.orElse(UNKNOWN);
    }

    /** Two numbers above 0, row spacing first. */
    private static Optional<PixelSpacing> pair(DataSet dataSet, int tag, Source source) throws DicomException {
        double[] values = dataSet.doubles(tag);
        return values.length >= 2 ? positive(values[0], values[1], source) : Optional.empty();
    }

    private static Optional<PixelSpacing> positive(double row, double column, Source source) {
        return row > 0 && column > 0 && Double.isFinite(row) && Double.isFinite(column)
                ? Optional.of(new PixelSpacing(row, column, source))
                : Optional.empty();
    }

    /** The spacing that all two-dimensional regions in cm have in common. */
    private static Optional<PixelSpacing> ofUltrasoundRegions(DataSet dataSet) throws DicomException {
        List<PixelSpacing> spacings = new ArrayList<>();
        for (DataSet region : dataSet.items(SEQUENCE_OF_ULTRASOUND_REGIONS)) {
            if (region.findInt(REGION_SPATIAL_FORMAT).orElse(0) != TWO_DIMENSIONAL
                    || region.findInt(PHYSICAL_UNITS_X_DIRECTION).orElse(0) != CENTIMETRES
                    || region.findInt(PHYSICAL_UNITS_Y_DIRECTION).orElse(0) != CENTIMETRES) continue;
            double row = Math.abs(region.findDouble(PHYSICAL_DELTA_Y).orElse(0)) * MM_PER_CM;
            double column = Math.abs(region.findDouble(PHYSICAL_DELTA_X).orElse(0)) * MM_PER_CM;
            positive(row, column, Source.ULTRASOUND_REGION).ifPresent(spacings::add);
        }
        return spacings.stream().distinct().count() == 1 ? Optional.of(spacings.get(0)) : Optional.empty();
    }

    /** Whether row and column are millimetres, and not a shape only. */
    public boolean inMillimetres() {
        return source != Source.PIXEL_ASPECT_RATIO && source != Source.NONE;
    }

    /** A sentence for the log unless the spacing is what one expects. */
    public Optional<String> finding() {
        return Optional.ofNullable(source.finding);
    }
}
