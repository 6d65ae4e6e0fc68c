package hounsfield.dataset;

import hounsfield.equalize.BinSettings;
import hounsfield.mask.MaskSettings;
import hounsfield.mask.Size;
import hounsfield.window.NamedWindow;
import hounsfield.window.Window;
import hounsfield.window.WindowPreset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How frames become pictures.
 *
 * @param windows parted by commas: presets, center/width, {@code file 1} for a file's own first one; a channel each. Empty
 *     for none
 * @param bins of the equalized channel, which comes last; 0 for none
 * @param size of the pictures; empty for the frames' own
 * @param crop the window of a mask to whose box frames are cropped; empty for whole frames
 * @param quality of a JPEG, 1 to 100
 * @param anonymous whether names and manifest are free of what files and folders are called
 */
public record ExportSettings(
        ExportFormat format,
        String windows,
        int bins,
        Optional<Size> size,
        Optional<MaskSettings> crop,
        int quality,
        boolean anonymous) {
    private static final Pattern FILE_WINDOW = Pattern.compile("file \\d{1,3}");

    /** @throws IllegalArgumentException if the windows mean nothing, a number is out of range, or the format cannot hold it */
    public ExportSettings {
        if (bins < 0 || bins > BinSettings.MAX_BINS) {
            throw new IllegalArgumentException(
                    "the number of bins is " + bins + ", not 0 to " + BinSettings.MAX_BINS + "; 0 is for none");
        }
        if (quality < 1 || quality > 100) {
            throw new IllegalArgumentException("the JPEG quality is " + quality + ", not 1 to 100");
        }
        windows = windows.strip();
        int channels = channels(windows, bins);
        if (channels > 0) format.checkChannels(channels);
    }

    /** Whole frames under their files' names. */
    public static ExportSettings of(ExportFormat format, String windows, int bins, Optional<Size> size) {
        return new ExportSettings(format, windows, bins, size, Optional.empty(), 90, false);
    }

    private static int channels(String windows, int bins) {
        int count = bins == 0 ? 0 : 1;
        if (windows.isEmpty()) return count;
        Window any = WindowPreset.BRAIN.window();
        return count
                + NamedWindow.list(windows, name -> isOfFile(name) ? any : preset(name))
                        .size();
    }

    /** Whether frames are windowed or equalized, instead of shown as their files want or kept as they are. */
    boolean hasChannels() {
        return !windows.isEmpty() || bins > 0;
    }

    /** The windows, those of a file from its own list. */
    List<NamedWindow> windows(List<Window> ofFile) {
        if (windows.isEmpty()) return List.of();
        return NamedWindow.list(windows, name -> isOfFile(name) ? ofFile(name, ofFile) : preset(name));
    }

    private static boolean isOfFile(String name) {
        return FILE_WINDOW.matcher(name).matches();
    }

    private static Window ofFile(String name, List<Window> windows) {
        int place = Integer.parseInt(name.substring("file ".length()));
        if (place < 1 || place > windows.size()) {
            throw new IllegalArgumentException("has no window \"" + name + "\"");
        }
        return windows.get(place - 1);
    }

    private static Window preset(String name) {
        return WindowPreset.byName(name).window();
    }

    /** All that makes a difference to the pictures, a line each, for a later run to compare. */
    String describe() {
        String mask = crop.map(settings ->
                        settings.window().center() + "/" + settings.window().width())
                .orElse("");
        String shape =
                size.map(pixels -> pixels.columns() + "x" + pixels.rows()).orElse("");
        return "format=" + format.label() + "\nwindows=" + windows + "\nbins=" + bins + "\nsize=" + shape + "\ncrop="
                + mask + "\nquality=" + quality + "\nanonymous=" + anonymous + "\n";
    }
}
