package hounsfield.dataset;

import hounsfield.standard.Labels;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What kind of file each frame becomes. */
public enum ExportFormat {
    PNG("PNG", ".png", Set.of(1, 3)),
    JPEG("JPEG", ".jpg", Set.of(1, 3, 4)),
    TIFF_16("16-bit TIFF", ".tif", Set.of()),
    TIFF_32("32-bit TIFF", ".tif", Set.of());

    private final String label;
    private final String suffix;
    private final Set<Integer> channels;

    ExportFormat(String label, String suffix, Set<Integer> channels) {
        this.label = label;
        this.suffix = suffix;
        this.channels = channels;
    }

    /** The name that menus and macros have. */
    public String label() {
        return label;
    }

    String suffix() {
        return suffix;
    }

    /** Whether it is a picture to be looked at, grey or colour of 8 bits, rather than numbers. */
    boolean isPicture() {
        return !channels.isEmpty();
    }

    /** @throws IllegalArgumentException if it cannot hold so many channels */
    void checkChannels(int count) {
        if (isPicture() && !channels.contains(count)) {
            String most = channels.contains(4) ? "1, 3 or 4" : "1 or 3";
            throw new IllegalArgumentException("windows and bins make " + count + " channels; " + label + " takes "
                    + most + ", a TIFF any number");
        }
    }

    public static List<String> labels() {
        return Arrays.stream(values()).map(ExportFormat::label).toList();
    }

    /** @throws IllegalArgumentException if there is none of this name; upper and lower case are the same */
    public static ExportFormat byLabel(String label) {
        return Labels.find("format", values(), ExportFormat::label, label);
    }
}
