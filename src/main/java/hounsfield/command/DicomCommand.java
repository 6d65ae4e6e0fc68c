package hounsfield.command;

import hounsfield.imagej.host.ImageJProgress;
import hounsfield.standard.DicomException;
import hounsfield.standard.InsufficientMemoryException;
import hounsfield.standard.OneLine;
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
import java.nio.file.FileSystemException;
import java.util.concurrent.CancellationException;

/** What the commands share: what is wrong reaches the user once, and ends a macro. */
abstract class DicomCommand implements PlugIn {
    private final String name;

    /** @param name what messages call the command */
    DicomCommand(String name) {
        this.name = name;
    }

    /** Asks, works, and shows. */
    abstract void execute() throws IOException;

    /**
     * The active image. Without one, {@link IJ#getImage} would end ImageJ where it has no window, as a success.
     *
     * @throws IllegalArgumentException if no image is open
     */
    static ImagePlus image() {
        ImagePlus image = WindowManager.getCurrentImage();
        if (image == null) throw new IllegalArgumentException("there are no images open");
        return image;
    }

    /** Work that can take long. */
    @FunctionalInterface
    interface Work {
        void run(ImageJProgress progress) throws IOException;
    }

    /** Returns ImageJ's progress bar and Esc key for work that begins now: an earlier Esc does not count. */
    static ImageJProgress progress() {
        return new ImageJProgress();
    }

    /**
     * Works, with a text in the status line until the work is done.
     *
     * @param status what is done; empty for no text
     */
    static void working(String status, Work work) throws IOException {
        ImageJProgress progress = progress();
        progress.status(status);
        work.run(progress);
        progress.status("");
    }

    /**
     * As {@link #working(String, Work)}, while other commands cannot change the image.
     *
     * @throws CancellationException if another command has locked the image
     */
    static void working(ImagePlus image, String status, Work work) throws IOException {
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
            execute();
        } catch (CancellationException | ClosedByInterruptException e) {
            cancel(unattended);
        } catch (UncheckedIOException e) {
            fail(e.getCause(), unattended);
        } catch (IOException | IllegalArgumentException e) {
            fail(e, unattended);
        } catch (OutOfMemoryError e) {
            fail(new InsufficientMemoryException(e), unattended);
        }
    }

    private void cancel(boolean unattended) {
        Recorder.disableCommandRecording();
        IJ.showProgress(1.0);
        IJ.showStatus(name + ": cancelled");
        if (unattended || IJ.isMacro()) abortMacro();
    }

    private void fail(Exception e, boolean unattended) {
        // A macro would end with it.
        Recorder.disableCommandRecording();
        IJ.showProgress(1.0);
        IJ.showStatus("");
        tell(message(e));
        if (unattended) abortMacro();
    }

    /** A file system's own message may be a path and no more. */
    private static String message(Exception e) {
        if (!(e instanceof IOException failure)) return e.getMessage();
        String reason = DicomException.reason(failure);
        return failure instanceof FileSystemException refusal && refusal.getFile() != null
                ? OneLine.of(refusal.getFile()) + ": " + reason
                : reason;
    }

    /** Shows the message; a running macro ends with it. */
    private void tell(String message) {
        if (!GraphicsEnvironment.isHeadless()) {
            IJ.error(name, message);
            return;
        }
        IJ.log(name + ": " + message);
        if (Interpreter.getInstance() == null) return;
        try {
            IJ.error(name, message);
        } catch (HeadlessException e) {
            // The interpreter has stopped and wanted to show why, which the log does.
        }
    }

    /** Ends what called the command, as ImageJ's own dialogs do when they are cancelled in a macro. */
    private static void abortMacro() {
        Macro.abort();
        throw new RuntimeException(Macro.MACRO_CANCELED);
    }
}
