package hounsfield.dataset;

import hounsfield.equalize.BinSettings;
import hounsfield.mask.MaskSettings;
import hounsfield.mask.Size;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How frames become pictures.
 *
 * @param windows a channel each; may be empty
 * @param bins of the equalized channel, which comes last; 0 for none
 * @param size of the pictures; empty for the frames' own
 * @param crop the window of a mask to whose box frames are cropped; empty for whole frames
 * @param cropName what that window was written as; empty if it is not a preset
 * @param quality of a JPEG, 1 to 100
 * @param anonymous whether names and manifest are free of what files and folders are called
 */
public record ExportSettings(
        ExportFormat format,
        List<ExportWindow> windows,
        int bins,
        Optional<Size> size,
        Optional<MaskSettings> crop,
        String cropName,
        int quality,
        boolean anonymous) {
    /** @throws IllegalArgumentException if a number is out of range, or the format cannot hold it */
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
    }

    /** With the window of a mask that is not a preset, or without one. */
    public ExportSettings(
            ExportFormat format,
            List<ExportWindow> windows,
            int bins,
            Optional<Size> size,
            Optional<MaskSettings> crop,
            int quality,
            boolean anonymous) {
        this(format, windows, bins, size, crop, "", quality, anonymous);
    }

    /** Whole frames under their files' names. */
    public static ExportSettings of(ExportFormat format, List<ExportWindow> windows, int bins, Optional<Size> size) {
        return new ExportSettings(format, windows, bins, size, Optional.empty(), 90, false);
    }

    /** Whether frames are windowed or equalized, instead of shown as their files want or kept as they are. */
    boolean hasChannels() {
        return !windows.isEmpty() || bins > 0;
    }

    /** All that makes a difference to the pictures, a line each, for a later run to compare. */
    String describe() {
        String mask = crop.map(settings -> settings.window().center() + "/"
                        + settings.window().width() + " sigma=" + settings.sigma() + " threshold="
                        + settings.threshold() + (settings.withoutWhite() ? "" : " bright"))
                .orElse("");
        String shape =
                size.map(pixels -> pixels.columns() + "x" + pixels.rows()).orElse("");
        return "format=" + format.label() + "\nwindows="
                + windows.stream().map(ExportWindow::describe).collect(Collectors.joining(", ")) + "\nbins=" + bins
                + "\nsize=" + shape + "\ncrop="
                + mask + "\nquality=" + quality + "\nanonymous=" + anonymous + "\n";
    }
}
