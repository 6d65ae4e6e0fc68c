package hounsfield.command;

import static org.junit.jupiter.api.Assertions.assertThrows;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;

/** Runs commands as in macros, without a display. */
final class MacroRun {
    private MacroRun() {}

    /** Runs a command by its menu label on {@code image} and returns the active image afterwards. */
    static ImagePlus of(ImagePlus image, String command, String options) {
        WindowManager.setTempCurrentImage(image);
        IJ.run(command, options);
        return WindowManager.getCurrentImage();
    }

    /** Returns a command's message about invalid options or a wrong image. */
    static String failure(ImagePlus image, DicomCommand command, String options) {
        WindowManager.setTempCurrentImage(image);
        return failure(command, options);
    }

    /** Returns the message of a command that needs no image. */
    static String failure(DicomCommand command, String options) {
        Thread thread = Thread.currentThread();
        String name = thread.getName();
        thread.setName("Run$_test");
        Macro.setOptions(options);
        try {
            return assertThrows(Exception.class, command::execute).getMessage();
        } finally {
            Macro.setOptions(null);
            thread.setName(name);
        }
    }
}
