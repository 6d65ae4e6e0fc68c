package hounsfield.dataset.picture;

import hounsfield.equalize.BinSettings;
import hounsfield.mask.MaskSettings;
import hounsfield.mask.Size;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The form of exported pictures.
 *
 * @param format the file format
 * @param windows one channel each; may be empty
 * @param bins of the equalized channel, which is last; 0 for none
 * @param size of the pictures; empty for that of the frames
 * @param crop the mask to whose bounding box frames are cropped; empty for whole frames
 * @param cropName name of the window of that mask; empty if it is not a preset
 * @param quality of JPEG, 1 to 100
 * @param anonymous whether names and manifest omit the names of files and folders
 * @param regularize whether series with uneven or tilted slices are resampled to even grids, instead of left out
 */
public record ExportSettings(
        ExportFormat format,
        List<ExportWindow> windows,
        int bins,
        Optional<Size> size,
        Optional<MaskSettings> crop,
        String cropName,
        int quality,
        boolean anonymous,
        boolean regularize)
        implements Serializable {
    /**
     * Checks the numbers.
     *
     * @param format the file format
     * @param windows one channel each
     * @param bins of the equalized channel
     * @param size of the pictures
     * @param crop the mask to whose bounding box frames are cropped
     * @param cropName name of the window of that mask
     * @param quality of JPEG, 1 to 100
     * @param anonymous whether names of files and folders are omitted
     * @param regularize whether series with uneven or tilted slices are resampled
     * @throws IllegalArgumentException if a number is out of range, if the format does not support the channels, or if a format of
     *     whole series has an option of frames
     */
    public ExportSettings {
        if (bins < 0 || bins > BinSettings.MAX_BINS) {
            throw new IllegalArgumentException(
                    "the number of bins is " + bins + ", not 0 to " + BinSettings.MAX_BINS + "; 0 is for none");
        }
        if (quality < 1 || quality > 100) {
            throw new IllegalArgumentException("the JPEG quality is " + quality + ", not 1 to 100");
        }
        windows = List.copyOf(windows);
        int channels = windows.size() + (bins == 0 ? 0 : 1);
        if (channels > 0) format.checkChannels(channels);
        if (format.isVolume() && (channels > 0 || size.isPresent() || crop.isPresent())) {
            throw new IllegalArgumentException(
                    format.label() + " has the values of a whole series; it takes no windows, bins, size and crop");
        }
        if (regularize && !format.isVolume()) {
            throw new IllegalArgumentException("regularize is for whole series, the formats npy and nii.gz");
        }
    }

    /**
     * Creates settings without a mask, or with a mask whose window is not a preset.
     *
     * @param format the file format
     * @param windows one channel each
     * @param bins of the equalized channel
     * @param size of the pictures
     * @param crop the mask to whose bounding box frames are cropped
     * @param quality of JPEG, 1 to 100
     * @param anonymous whether names of files and folders are omitted
     */
    public ExportSettings(
            ExportFormat format,
            List<ExportWindow> windows,
            int bins,
            Optional<Size> size,
            Optional<MaskSettings> crop,
            int quality,
            boolean anonymous) {
        this(format, windows, bins, size, crop, "", quality, anonymous, false);
    }

    /**
     * Creates settings for whole frames with the names of their files.
     *
     * @param format the file format
     * @param windows one channel each
     * @param bins of the equalized channel
     * @param size of the pictures
     * @return the settings
     */
    public static ExportSettings of(ExportFormat format, List<ExportWindow> windows, int bins, Optional<Size> size) {
        return new ExportSettings(format, windows, bins, size, Optional.empty(), 90, false);
    }

    /** Returns whether frames are windowed or equalized, instead of displayed by their own windows or kept unchanged. */
    boolean hasChannels() {
        return !windows.isEmpty() || bins > 0;
    }

    /** {@return all options that affect pictures, one {@code name=value} each, so that a later run can compare them} */
    public List<String> describe() {
        String mask = crop.map(settings -> settings.window().center() + "/"
                        + settings.window().width() + " sigma=" + settings.sigma() + " threshold="
                        + settings.threshold() + (settings.withoutWhite() ? "" : " bright"))
                .orElse("");
        return List.of(
                "format=" + format.label(),
                "windows=" + windows.stream().map(ExportWindow::describe).collect(Collectors.joining(", ")),
                "bins=" + bins,
                "size="
                        + size.map(pixels -> pixels.columns() + "x" + pixels.rows())
                                .orElse(""),
                "crop=" + mask,
                "quality=" + quality,
                "anonymous=" + anonymous,
                "regularize=" + regularize);
    }

    /** An {@code Optional} cannot be serialized. */
    private Object writeReplace() {
        return new Stored(
                format, windows, bins, size.orElse(null), crop.orElse(null), cropName, quality, anonymous, regularize);
    }

    private record Stored(
            ExportFormat format,
            List<ExportWindow> windows,
            int bins,
            Size size,
            MaskSettings crop,
            String cropName,
            int quality,
            boolean anonymous,
            boolean regularize)
            implements Serializable {
        private Object readResolve() {
            return new ExportSettings(
                    format,
                    windows,
                    bins,
                    Optional.ofNullable(size),
                    Optional.ofNullable(crop),
                    cropName,
                    quality,
                    anonymous,
                    regularize);
        }
    }
}
