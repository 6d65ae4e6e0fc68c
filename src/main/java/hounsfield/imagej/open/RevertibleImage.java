package hounsfield.imagej.open;

import hounsfield.imagej.memory.ValueProperties;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.macro.Interpreter;
import java.io.IOException;

/**
 * An ImageJ image that File &gt; Revert reads anew from the DICOM files it came from. ImageJ's own way back would go through
 * ImageJ's own DICOM reader, which has other values for them.
 */
final class RevertibleImage extends ImagePlus {
    /** Opens the image as it was opened at first. */
    interface Source {
        ImagePlus open() throws IOException;
    }

    private final Source source;

    RevertibleImage(String title, ImageStack stack, Source source) {
        super(title, stack);
        this.source = source;
    }

    /** Asks first if there are changes, as ImageJ does; macros are not asked. Virtual stacks hold no changes. */
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

    /** What Duplicate and a TIFF file take along, after Undo that of the pixels that are back. */
    @Override
    public String[] getPropertiesAsArray() {
        ValueProperties.settle(this);
        return super.getPropertiesAsArray();
    }

    private void restore(ImagePlus saved) {
        setStack(saved.getStack(), saved.getNChannels(), saved.getNSlices(), saved.getNFrames());
        setCalibration(saved.getCalibration());
        setProperty("Info", saved.getProperty("Info"));
        ValueProperties.take(this, saved);
        setLut(saved.getProcessor().getLut());
        setDisplayRange(saved.getDisplayRangeMin(), saved.getDisplayRangeMax());
        changes = false;
        updateAndDraw();
    }
}
