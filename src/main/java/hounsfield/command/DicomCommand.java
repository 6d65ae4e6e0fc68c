package hounsfield.command;

import hounsfield.imagej.host.ImageJProgress;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.InsufficientMemoryException;
import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;
import ij.macro.Interpreter;
import ij.plugin.PlugIn;
import ij.plugin.frame.Recorder;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/** Base class of the commands. Shows each error once and ends a running macro with it. */
abstract class DicomCommand implements PlugIn {
    private final String name;
    private final List<ImageJProgress> started = new ArrayList<>();

    /** @param name the name of the command in messages */
    DicomCommand(String name) {
        this.name = name;
    }

    /** Reads the options, runs the operation and shows the result. */
    abstract void execute() throws IOException;

    /**
     * Returns the active image. {@link IJ#getImage} is not used, because without an image and without a display it ends
     * ImageJ with exit status 0.
     *
     * @throws IllegalArgumentException if no image is open
     */
    static ImagePlus image() {
        ImagePlus image = WindowManager.getCurrentImage();
        if (image == null) throw new IllegalArgumentException("there are no images open");
        return image;
    }

    /** A long operation. */
    @FunctionalInterface
    interface Work {
        void run(ImageJProgress progress) throws IOException;
    }

    /**
     * Returns a progress that uses ImageJ's progress bar and Esc key, and a window with Cancel if no macro runs. An earlier Esc is
     * ignored.
     */
    ImageJProgress progress() {
        boolean attended = !Form.isUnattended() && IJ.getInstance() != null && !IJ.isMacro();
        ImageJProgress progress = attended ? ImageJProgress.withCancel(name) : new ImageJProgress();
        started.add(progress);
        return progress;
    }

    /**
     * Runs a long operation and shows a text in the status line until it is complete.
     *
     * @param status the text; empty for none
     */
    void working(String status, Work work) throws IOException {
        ImageJProgress progress = progress();
        progress.status(status);
        work.run(progress);
        progress.status("");
    }

    /**
     * Does the same as {@link #working(String, Work)} and locks the image against changes by other commands.
     *
     * @throws CancellationException if another command has locked the image
     */
    void working(ImagePlus image, String status, Work work) throws IOException {
        if (!image.lock()) throw new CancellationException();
        try {
            working(status, work);
        } finally {
            image.unlock();
        }
    }

    @Override
    public final void run(String arg) {
        boolean unattended = Form.isUnattended();
        try {
            Libraries.check(DicomCommand.class.getClassLoader());
            DicomDrops.install();
            execute();
            if (!unattended) FirstQuestion.ask();
        } catch (CancellationException | ClosedByInterruptException e) {
            cancel(unattended);
        } catch (UncheckedIOException e) {
            fail(e.getCause(), unattended);
        } catch (IOException | IllegalArgumentException e) {
            fail(e, unattended);
        } catch (OutOfMemoryError e) {
            fail(new InsufficientMemoryException(e), unattended);
        } finally {
            started.forEach(ImageJProgress::close);
        }
    }

    private void cancel(boolean unattended) {
        Recorder.disableCommandRecording();
        IJ.showProgress(1.0);
        IJ.showStatus(name + ": cancelled");
        if (unattended || IJ.isMacro()) abortMacro();
    }

    private void fail(Exception e, boolean unattended) {
        // The failed command is not recorded, because a macro with it would stop there.
        Recorder.disableCommandRecording();
        IJ.showProgress(1.0);
        IJ.showStatus("");
        showError(e instanceof IOException failure ? DicomException.reasonWithFile(failure) : e.getMessage());
        if (unattended) abortMacro();
    }

    /** Shows the message, in the log without a display, and ends a running macro. */
    void showError(String message) {
        if (!GraphicsEnvironment.isHeadless()) {
            IJ.error(name, message);
            return;
        }
        IJ.log(name + ": " + message);
        if (Interpreter.getInstance() == null) return;
        try {
            IJ.error(name, message);
        } catch (HeadlessException e) {
            // The macro has stopped; the log already has the message.
        }
    }

    /** Ends the calling macro, as ImageJ's own dialogs do when they are cancelled in a macro. */
    private static void abortMacro() {
        Macro.abort();
        throw new RuntimeException(Macro.MACRO_CANCELED);
    }
}
