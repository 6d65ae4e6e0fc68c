package hounsfield.command;

import static hounsfield.testing.DicomImages.slice;
import static hounsfield.testing.DicomImages.write;

import hounsfield.imagej.Hounsfield;
import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Base of tests of commands: a folder, and the installed command table that macros need. */
abstract class MacroCommands {
    @TempDir
    Path folder;

    @BeforeEach
    void install() {
        Hounsfield.install();
        forget();
    }

    @AfterEach
    void forget() {
        WindowManager.setTempCurrentImage(null);
        // Images of an ended macro would stay active.
        Interpreter.batchMode = false;
    }

    /** Runs a command by its menu label and returns the active image afterwards. */
    static ImagePlus run(String command, String options) {
        IJ.run(command, options);
        return WindowManager.getCurrentImage();
    }

    /** Writes slices of 2 x 2 stored values, at least 1 mm apart, with an intercept of -1024. */
    ImagePlus volume(String options, double distance, int[]... slices) {
        for (int i = 0; i < slices.length; i++) {
            write(folder, Character.toString('a' + i), slice(i + 1, i * distance, -1024, slices[i]));
        }
        return run("Import DICOM Series...", "folder=[" + folder + "] " + options);
    }
}
