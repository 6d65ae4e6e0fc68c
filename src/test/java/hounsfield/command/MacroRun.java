package hounsfield.command;

import static org.junit.jupiter.api.Assertions.assertThrows;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;

/** Runs commands as macros do, without a display. */
final class MacroRun {
    private MacroRun() {}

    /** The active image after a command, called by its menu label, has run on {@code image}. */
    static ImagePlus of(ImagePlus image, String command, String options) {
        WindowManager.setTempCurrentImage(image);
        IJ.run(command, options);
        return WindowManager.getCurrentImage();
    }

    /** What a command says when options or image are wrong. */
    static String failure(ImagePlus image, DicomCommand command, String options) {
        WindowManager.setTempCurrentImage(image);
        return failure(command, options);
    }

    /** As above, of a command that needs no image. */
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
