package hounsfield.spark;

import hounsfield.dataset.picture.ExportFormat;
import hounsfield.dataset.picture.ExportSettings;
import hounsfield.dataset.picture.ExportWindow;
import hounsfield.mask.MaskSettings;
import hounsfield.mask.Size;
import hounsfield.window.Window;
import hounsfield.window.WindowName;
import hounsfield.window.WindowPreset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What an export is of.
 *
 * @param input the folder of the files
 * @param output the folder of the pictures
 * @param settings the form of the pictures, of a format of frames
 * @param key path of the key file on the computer that starts the job; empty for none
 * @param files largest number of files of a part
 */
public record ExportOptions(String input, String output, ExportSettings settings, String key, int files) {
    private static final Map<String, String> KEYS = keys();

    /**
     * Checks for nulls, and that an anonymous export has a key.
     *
     * @throws IllegalArgumentException if it has none, or if the format is one of whole series
     */
    public ExportOptions {
        Objects.requireNonNull(input);
        Objects.requireNonNull(output);
        Objects.requireNonNull(key);
        if (settings.format().isVolume())
            throw new IllegalArgumentException(
                    settings.format().label() + " is a format of whole series; this job writes pictures of frames");
        if (settings.anonymous() == key.isEmpty())
            throw new IllegalArgumentException("an anonymous export needs a key file, and others take none");
    }

    private static Map<String, String> keys() {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("input", "folder of DICOM files, such as s3a://bucket/ct");
        keys.put("output", "folder of the pictures");
        keys.put("format", "PNG (usual), JPEG, 16-bit TIFF or 32-bit TIFF");
        keys.put("windows", "a channel each, such as brain,40/400; none (usual)");
        keys.put("bins", "of the equalized channel; 0 (usual) for none");
        keys.put("size", "such as 256 or 256x128");
        keys.put("crop", "window of the mask to whose bounds pictures are cropped");
        keys.put("quality", "of JPEG, 1 to 100; 90 (usual)");
        keys.put("anonymous", "true or false (usual): pseudonyms in place of names");
        keys.put("key", "key file of the pseudonyms, on this computer");
        keys.put("files", "largest number of files of a part, 1000 (usual)");
        return keys;
    }

    /**
     * Reads arguments.
     *
     * @param arguments {@code key=value} each
     * @return the options
     * @throws IllegalArgumentException if they are wrong; the message lists the keys
     */
    public static ExportOptions parse(String... arguments) {
        Arguments read = new Arguments(arguments, KEYS);
        String crop = read.text("crop", "");
        String bins = read.text("bins", "0");
        ExportSettings settings = new ExportSettings(
                ExportFormat.byLabel(read.text("format", "PNG")),
                ExportWindow.list(read.text("windows", ""), ExportOptions::window),
                bins.equals("0") ? 0 : read.number("bins", 0),
                Size.parseOptional(read.text("size", "")),
                crop.isEmpty() ? Optional.empty() : Optional.of(MaskSettings.of(window(crop))),
                crop,
                read.number("quality", 90),
                read.flag("anonymous", false),
                false);
        return new ExportOptions(
                read.text("input", ""),
                read.text("output", ""),
                settings,
                read.text("key", ""),
                read.number("files", 1000));
    }

    /** Returns a window by its preset or by center and width. */
    static Window window(String name) {
        return WindowName.of(name).numbers().orElseGet(() -> WindowPreset.byName(name)
                .window());
    }
}
