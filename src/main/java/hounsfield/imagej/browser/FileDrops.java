package hounsfield.imagej.browser;

import java.awt.datatransfer.Clipboard;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.TransferHandler;

/** Receives files that are dropped on a component, and leaves everything else, such as copying text, to the previous handler. */
final class FileDrops extends TransferHandler {
    private static final long serialVersionUID = 1;

    private final transient TransferHandler other;
    private final transient Consumer<List<Path>> receiver;

    private FileDrops(TransferHandler other, Consumer<List<Path>> receiver) {
        this.other = other;
        this.receiver = receiver;
    }

    /** @param receiver receives the files of each drop */
    static void on(JComponent component, Consumer<List<Path>> receiver) {
        component.setTransferHandler(new FileDrops(component.getTransferHandler(), receiver));
    }

    private static boolean isFiles(TransferSupport support) {
        return support.isDataFlavorSupported(DataFlavor.javaFileListFlavor);
    }

    @Override
    public boolean canImport(TransferSupport support) {
        return isFiles(support) || other != null && other.canImport(support);
    }

    @Override
    public boolean importData(TransferSupport support) {
        if (!isFiles(support)) return other != null && other.importData(support);
        try {
            List<?> files = (List<?>) support.getTransferable().getTransferData(DataFlavor.javaFileListFlavor);
            if (files.isEmpty()) return false;
            receiver.accept(files.stream().map(file -> ((File) file).toPath()).toList());
            return true;
        } catch (UnsupportedFlavorException | IOException e) {
            // The other program has withdrawn them.
            return false;
        }
    }

    @Override
    public int getSourceActions(JComponent component) {
        return other == null ? NONE : other.getSourceActions(component);
    }

    @Override
    public void exportToClipboard(JComponent component, Clipboard clipboard, int action) {
        if (other != null) other.exportToClipboard(component, clipboard, action);
    }
}
