package hounsfield.command;

import hounsfield.imagej.view.WindowTool;
import java.awt.GraphicsEnvironment;

/**
 * {@code HU Window Tool}: opens the {@link WindowTool}, or brings it to the front. It has no options, and a macro
 * continues after opening it.
 */
public final class WindowToolCommand extends DicomCommand {
    /** Creates the command, for ImageJ. */
    public WindowToolCommand() {
        super("HU Window Tool");
    }

    @Override
    void execute() {
        if (GraphicsEnvironment.isHeadless()) {
            throw new IllegalArgumentException("the tool requires a display; in macros, use \"HU Window...\"");
        }
        WindowTool.open();
    }
}
