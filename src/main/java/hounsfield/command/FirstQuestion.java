package hounsfield.command;

import hounsfield.imagej.host.HelpPage;
import hounsfield.imagej.operation.EditOptions;
import ij.IJ;
import ij.gui.GenericDialog;
import java.io.IOException;

/** The question whether ImageJ opens DICOM files by this plugin, asked once, after the first command with a display. */
final class FirstQuestion {
    private FirstQuestion() {}

    /** Asks, unless the user was asked before or ImageJ has no window. */
    static void ask() throws IOException {
        if (EditOptions.isDecided() || IJ.getInstance() == null || IJ.isMacro()) return;
        EditOptions.rememberAsked();
        GenericDialog dialog = new GenericDialog("Open DICOM");
        dialog.addMessage("Open DICOM files with Hounsfield from now on?\n \n"
                + (EditOptions.isFiji()
                        ? "File > Open and drag and drop then give calibrated images with slices in order."
                        : "Drag and drop then gives calibrated images with slices in order.")
                + "\nYou can change this later in DICOM Options...");
        dialog.setOKLabel(" Yes ");
        dialog.setCancelLabel(" No ");
        HelpPage.of("DICOM Options").ifPresent(dialog::addHelp);
        dialog.showDialog();
        if (!dialog.wasOKed()) return;
        EditOptions.run(EditOptions.current().withOpen(true));
        DicomDrops.install();
    }
}
