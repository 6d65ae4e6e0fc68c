package hounsfield.imagej.save;

import hounsfield.imagej.memory.ImageRecord;
import hounsfield.imagej.memory.ImageUnit;
import hounsfield.standard.Numbers;
import ij.ImagePlus;

/** Describes in sentences what was done to an image, for Derivation Description (0008,2111). */
final class Derivation {
    private final ImagePlus image;
    private final StoredForm form;

    Derivation(ImagePlus image, StoredForm form) {
        this.image = image;
        this.form = form;
    }

    /** @param description the user's description; empty for none */
    String text(String description) {
        String own = description.strip();
        String begin = own.isEmpty() ? "" : own.endsWith(".") ? own + " " : own + ". ";
        return begin + values() + error() + " Saved by Hounsfield for ImageJ.";
    }

    private String values() {
        return switch (ImageRecord.read(image).values().origin()) {
            case FILE -> "Values of the source images.";
            case CHANGED -> "Values of the source images, changed in their unit.";
            case CONVERTED -> "Values converted to " + ImageUnit.of(image) + ".";
            case COMPUTED -> "Values computed from the source images.";
            case DERIVED -> "Values reformatted or projected from the source images.";
            case UNKNOWN -> "Values of an ImageJ image.";
        };
    }

    private String error() {
        if (form.error() == 0) return "";
        String unit = ImageUnit.of(image);
        return " Stored in 16 bits with errors of up to " + Numbers.text(form.error())
                + (unit.isEmpty() ? "" : " " + unit) + ".";
    }
}
