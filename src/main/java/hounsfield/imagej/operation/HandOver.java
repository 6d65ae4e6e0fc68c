package hounsfield.imagej.operation;

import hounsfield.imagej.process.HandedOver;
import hounsfield.standard.Labeled;
import hounsfield.standard.Labels;
import hounsfield.work.Progress;
import ij.ImagePlus;
import java.util.List;

/** {@code Hand Over DICOM...}: copies an image into a pixel type that other plugins read correctly. */
public final class HandOver {
    private HandOver() {}

    /** Pixel types, with the plugins that need them. */
    public enum Form implements Labeled {
        /** 16 bits with a linear calibration: BoneJ, and plugins that take histograms of 16-bit images. */
        CALIBRATED("16-bit", "16-bit, calibrated: BoneJ, thresholds"),
        /** 32-bit values: ImgLib2 and plugins that use it, which read no calibration. */
        VALUES("32-bit", "32-bit: Labkit, BigDataViewer, scripts with ImgLib2"),
        /** 8 bits by the display window: the 3D Viewer. */
        DISPLAYED("8-bit", "8-bit, as displayed: 3D Viewer");

        private final String label;
        private final String shown;

        Form(String label, String shown) {
            this.label = label;
            this.shown = shown;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /**
     * The options of {@code Hand Over DICOM...}.
     *
     * @param to the form of the copy
     */
    public record Options(Form to) {
        /** 16 bits with a linear calibration. */
        public static final Options DEFAULT = new Options(Form.CALIBRATED);

        /**
         * {@return options for a form}
         *
         * @param label one of {@link HandOver#forms}, in any case
         * @throws IllegalArgumentException if there is none
         */
        public static Options of(String label) {
            return new Options(Labels.find("form", Form.values(), label));
        }
    }

    /** {@return the labels of the forms, the default first} */
    public static List<String> forms() {
        return Labels.of(Form.values());
    }

    /** {@return the texts of a dialog for {@link #forms}, with the plugins that need them} */
    public static List<String> descriptions() {
        return List.of(Form.values()).stream().map(form -> form.shown).toList();
    }

    /**
     * Copies an image.
     *
     * @param image grayscale
     * @param options the form
     * @param progress reports and cancels
     * @return a new image in memory, not shown, with labels, header, place, padding and display of the original; its values
     *     are exactly the same, or gray levels from 0 to 255 for 8 bits
     * @throws IllegalArgumentException for a color image, if 16 bits cannot hold the values exactly, or if the copy does not
     *     fit into memory
     */
    public static ImagePlus run(ImagePlus image, Options options, Progress progress) {
        return switch (options.to()) {
            case CALIBRATED -> HandedOver.to16Bit(image, progress);
            case VALUES -> HandedOver.to32Bit(image, progress);
            case DISPLAYED -> HandedOver.to8Bit(image, progress);
        };
    }
}
