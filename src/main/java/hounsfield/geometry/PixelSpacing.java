package hounsfield.geometry;

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

    /** Whether row and column are millimetres, and not a shape only. */
    public boolean inMillimetres() {
        return source != Source.PIXEL_ASPECT_RATIO && source != Source.NONE;
    }

    /** A sentence for the log unless the spacing is what one expects. */
    public Optional<String> finding() {
        return Optional.ofNullable(source.finding);
    }
}
