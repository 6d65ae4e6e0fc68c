package hounsfield.region;

import java.util.OptionalInt;

/**
 * The description of a region: an ROI of a structure set or a segment of a segmentation.
 *
 * @param number ROI Number (3006,0022) or Segment Number (0062,0004)
 * @param name ROI Name (3006,0026) or Segment Label (0062,0005); {@code Region n} if there is none
 * @param color recommended color, {@code 0xRRGGBB}, if any
 * @param codes what the region is, in codes
 * @param algorithm ROI Generation Algorithm (3006,0036), or Segment Algorithm Type and Name (0062,0008), (0062,0009); may be empty
 * @param trackingId Tracking ID (0062,0020); may be empty
 * @param trackingUid Tracking UID (0062,0021); may be empty
 */
public record Region(
        int number,
        String name,
        OptionalInt color,
        RegionCodes codes,
        String algorithm,
        String trackingId,
        String trackingUid) {
    /**
     * Gives a name to a region that has none.
     *
     * @param number its number
     * @param name its name; may be empty
     * @param color recommended color
     * @param codes what the region is, in codes
     * @param algorithm how the region was made
     * @param trackingId Tracking ID
     * @param trackingUid Tracking UID
     */
    public Region {
        if (name.isEmpty()) name = "Region " + number;
    }

    /**
     * Creates a region of which only the number is known.
     *
     * @param number its number
     * @return the region
     */
    public static Region unnamed(int number) {
        return new Region(number, "", OptionalInt.empty(), RegionCodes.NONE, "", "", "");
    }

    /** {@return number and name, for messages} */
    public String label() {
        return "region " + number + " \"" + name + "\"";
    }
}
