package hounsfield.dataset.picture;

import hounsfield.standard.Labeled;
import hounsfield.standard.Labels;
import java.util.List;
import java.util.Set;

/** The file format of pictures. */
public enum ExportFormat implements Labeled {
    /** PNG, 8 bits, grayscale or RGB. */
    PNG("PNG", ".png", Set.of(1, 3)),
    /** JPEG, 8 bits, grayscale, RGB or four channels. */
    JPEG("JPEG", ".jpg", Set.of(1, 3, 4)),
    /** TIFF of calibrated values that are 16-bit integers. */
    TIFF_16("16-bit TIFF", ".tif", Set.of()),
    /** TIFF of calibrated values in 32-bit floats. */
    TIFF_32("32-bit TIFF", ".tif", Set.of()),
    /** NumPy array of a whole series. */
    NPY("npy", ".npy", Set.of()),
    /** NIfTI-1 file of a whole series, compressed. */
    NIFTI("nii.gz", ".nii.gz", Set.of());

    private final String label;
    private final String suffix;
    private final Set<Integer> channels;

    ExportFormat(String label, String suffix, Set<Integer> channels) {
        this.label = label;
        this.suffix = suffix;
        this.channels = channels;
    }

    /** {@return the name in menus and macros} */
    @Override
    public String label() {
        return label;
    }

    /** {@return the extension of the files, with its dot} */
    public String suffix() {
        return suffix;
    }

    /**
     * Returns the name of the file that describes a whole series, beside it.
     *
     * @param file name of the file
     * @return the same name with another extension; empty for a format of frames
     */
    public String side(String file) {
        return isVolume() ? file.substring(0, file.length() - suffix.length()) + ".json" : "";
    }

    /** Returns whether files are 8-bit pictures for viewing, instead of numbers. */
    boolean isPicture() {
        return !channels.isEmpty();
    }

    /** {@return whether a file contains a whole series instead of a frame} */
    public boolean isVolume() {
        return this == NPY || this == NIFTI;
    }

    /** @throws IllegalArgumentException if the format does not support this number of channels */
    void checkChannels(int count) {
        if (isPicture() && !channels.contains(count)) {
            String most = channels.contains(4) ? "1, 3 or 4" : "1 or 3";
            throw new IllegalArgumentException("windows and bins make " + count + " channels; " + label + " takes "
                    + most + ", a TIFF any number");
        }
    }

    /** {@return all labels, in the order of declaration} */
    public static List<String> labels() {
        return Labels.of(values());
    }

    /**
     * Finds a constant by its label.
     *
     * @param label in any case
     * @return the constant
     * @throws IllegalArgumentException if the label is unknown
     */
    public static ExportFormat byLabel(String label) {
        return Labels.find("format", values(), label);
    }
}
