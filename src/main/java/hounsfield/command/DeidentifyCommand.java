package hounsfield.command;

import hounsfield.imagej.host.ImageJProgress;
import hounsfield.imagej.host.Messages;
import hounsfield.imagej.host.TableView;
import hounsfield.imagej.operation.Deidentify;
import hounsfield.imagej.operation.KeepRectangles;
import ij.IJ;
import ij.gui.NonBlockingGenericDialog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;

/** {@code De-identify DICOM...}: writes copies of the files of a folder without data that identify patients. */
public final class DeidentifyCommand extends DicomCommand {
    private static final String NAME = "De-identify DICOM";

    /** Creates the command, for ImageJ. */
    public DeidentifyCommand() {
        super(NAME);
    }

    @Override
    void execute() throws IOException {
        Form form = new Form(NAME)
                .folder("Folder")
                .folder("Output")
                .words("Options (empty: none)", Deidentify.options(), "option")
                .file("Key (empty: your own)")
                .file("Rectangles (empty: none)")
                .flag("Selections of the open image become rectangles")
                .flag("Preview of one file first");
        form.fill();
        Path folder = form.path("folder");
        Deidentify.Options options = Deidentify.Options.DEFAULT.with(form.text("options"));
        if (!form.text("key").isEmpty()) options = options.withKey(form.path("key"));
        if (form.isOn("selections")) KeepRectangles.run(image(), form.path("rectangles"));
        if (!form.text("rectangles").isEmpty()) options = options.withRectangles(form.path("rectangles"));
        if (form.isOn("preview") && !preview(folder, options)) return;
        run(folder, form.path("output"), options);
    }

    /** Shows what changes; returns whether the user wants to continue. Returns false in a macro, which has no user to ask. */
    private boolean preview(Path folder, Deidentify.Options options) throws IOException {
        working("Reading a file", progress -> {
            TableView.show(Deidentify.preview(folder, options, progress), Deidentify.PREVIEW);
        });
        if (Form.isUnattended() || IJ.getInstance() == null) return false;
        // The dialog is not modal, so that the user can scroll the table.
        NonBlockingGenericDialog dialog = new NonBlockingGenericDialog(NAME);
        dialog.addMessage(
                "The table shows what changes in the first file of the folder.\nDe-identify all of them like this?");
        dialog.setOKLabel("De-identify");
        dialog.showDialog();
        if (dialog.wasCanceled()) throw new CancellationException();
        return true;
    }

    private void run(Path folder, Path output, Deidentify.Options options) throws IOException {
        ImageJProgress progress = progress();
        Deidentify.Result result = Deidentify.run(folder, output, options, progress);
        progress.status("");
        if (result.leftOut().size() > 0) TableView.show(result.leftOut(), Deidentify.LEFT_OUT);
        Messages.summarize(NAME, result.summary(), List.of(), result.leftOut().size());
    }
}
