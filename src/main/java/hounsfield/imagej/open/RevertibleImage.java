package hounsfield.imagej.open;

import hounsfield.imagej.memory.ImageRecord;
import hounsfield.imagej.pixels.TrackedImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.macro.Interpreter;
import java.io.IOException;

/**
 * An ImageJ image that File &gt; Revert reads again from its DICOM files. ImageJ's own revert would use ImageJ's own DICOM
 * reader, which gives other values.
 */
final class RevertibleImage extends TrackedImage {
    /** Opens the image again with the same settings. */
    interface Source {
        ImagePlus open() throws IOException;
    }

    private final Source source;

    RevertibleImage(String title, ImageStack stack, Source source) {
        super(title, stack);
        this.source = source;
    }

    /** Reverts. Like ImageJ, asks the user if there are changes, but not in macros. Virtual stacks keep no changes. */
    @Override
    public void revert() {
        if (getStack().isVirtual()) return;
        boolean attended = IJ.getInstance() != null && !IJ.isMacro() && !Interpreter.isBatchMode();
        if (changes
                && attended
                && !IJ.showMessageWithCancel("Revert?", "Revert to the DICOM files of\n\"" + getTitle() + "\"?")) {
            return;
        }
        try {
            restore(source.open());
        } catch (IOException e) {
            IJ.error("Revert", e.getMessage());
        }
    }

    private void restore(ImagePlus saved) {
        setStack(saved.getStack(), saved.getNChannels(), saved.getNSlices(), saved.getNFrames());
        setCalibration(saved.getCalibration());
        setProperty("Info", saved.getProperty("Info"));
        ImageRecord old = ImageRecord.read(this);
        ImageRecord.read(saved).with(old.slices(), old.folder()).writeTo(this);
        setLut(saved.getProcessor().getLut());
        setDisplayRange(saved.getDisplayRangeMin(), saved.getDisplayRangeMax());
        changes = false;
        updateAndDraw();
    }
}
