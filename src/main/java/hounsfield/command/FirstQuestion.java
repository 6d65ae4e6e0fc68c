package hounsfield.command;

import hounsfield.imagej.operation.EditOptions;
import ij.IJ;
import ij.gui.YesNoCancelDialog;
import java.io.IOException;

/** The question whether ImageJ opens DICOM files by this plugin, asked once, after the first command with a display. */
final class FirstQuestion {
    private FirstQuestion() {}

    /** Asks, unless the user was asked before or ImageJ has no window. */
    static void ask() throws IOException {
        if (EditOptions.isDecided() || IJ.getInstance() == null || IJ.isMacro()) return;
        EditOptions.decided();
        YesNoCancelDialog dialog = new YesNoCancelDialog(
                IJ.getInstance(),
                "Open DICOM",
                "Open DICOM files with Hounsfield from now on?\n \n"
                        + (EditOptions.isFiji()
                                ? "File > Open, dropped files and folders then come calibrated and in order."
                                : "Dropped files and folders then come calibrated and in order.")
                        + "\nDICOM Options... changes this.",
                " Yes ",
                " No ");
        if (!dialog.yesPressed()) return;
        EditOptions.run(EditOptions.current().withOpen(true));
        DicomDrops.install();
    }
}
