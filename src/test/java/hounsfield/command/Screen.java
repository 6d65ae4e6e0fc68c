package hounsfield.command;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.Transferable;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.awt.dnd.DnDConstants;
import java.awt.dnd.DropTarget;
import java.awt.dnd.DropTargetDragEvent;
import java.awt.dnd.DropTargetDropEvent;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JTable;

/** A screen whose windows a test uses as a user does: mouse, keys, drops and pictures. */
final class Screen {
    private static final long PATIENCE_MS = 60_000;

    private final Path shots;
    private final String suffix;
    private final Robot robot;

    /**
     * @param shots the folder of pictures
     * @param suffix of the names of pictures
     */
    Screen(Path shots, String suffix) throws Exception {
        this.shots = shots;
        this.suffix = suffix;
        robot = new Robot();
        robot.setAutoWaitForIdle(true);
    }

    /** A walk over the screen. */
    interface Walk {
        void run() throws Exception;
    }

    /** Runs a walk and ends Java: with 0 if all is as it should be. */
    static void walk(Walk walk) {
        try {
            walk.run();
            System.exit(0);
        } catch (Throwable e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    /** What a file manager offers for files that are dragged. */
    private record DraggedFiles(List<File> files) implements Transferable {
        @Override
        public DataFlavor[] getTransferDataFlavors() {
            return new DataFlavor[] {DataFlavor.javaFileListFlavor};
        }

        @Override
        public boolean isDataFlavorSupported(DataFlavor flavor) {
            return flavor.equals(DataFlavor.javaFileListFlavor);
        }

        @Override
        public Object getTransferData(DataFlavor flavor) throws UnsupportedFlavorException {
            if (!isDataFlavorSupported(flavor)) throw new UnsupportedFlavorException(flavor);
            return files;
        }
    }

    /** Files that come into a component, without the window system's part of it. */
    private static final class Drag extends DropTargetDragEvent {
        private static final long serialVersionUID = 1;

        private final transient Transferable transferable;

        Drag(DropTarget target, Transferable transferable) {
            super(target.getDropTargetContext(), new Point(5, 5), DnDConstants.ACTION_COPY, DnDConstants.ACTION_COPY);
            this.transferable = transferable;
        }

        @Override
        public Transferable getTransferable() {
            return transferable;
        }

        @Override
        public DataFlavor[] getCurrentDataFlavors() {
            return transferable.getTransferDataFlavors();
        }

        @Override
        public boolean isDataFlavorSupported(DataFlavor flavor) {
            return transferable.isDataFlavorSupported(flavor);
        }
    }

    /** A drop without the window system's part of it. */
    private static final class Drop extends DropTargetDropEvent {
        private static final long serialVersionUID = 1;

        private final transient Transferable transferable;

        Drop(DropTarget target, Transferable transferable) {
            super(target.getDropTargetContext(), new Point(5, 5), DnDConstants.ACTION_COPY, DnDConstants.ACTION_COPY);
            this.transferable = transferable;
        }

        @Override
        public void acceptDrop(int action) {}

        @Override
        public void dropComplete(boolean success) {}

        @Override
        public void rejectDrop() {
            throw new AssertionError("a drop is refused");
        }

        @Override
        public boolean isDataFlavorSupported(DataFlavor flavor) {
            return transferable.isDataFlavorSupported(flavor);
        }

        @Override
        public Transferable getTransferable() {
            return transferable;
        }

        @Override
        public DataFlavor[] getCurrentDataFlavors() {
            return transferable.getTransferDataFlavors();
        }
    }

    private static Transferable files(Path... paths) {
        return new DraggedFiles(Arrays.stream(paths).map(Path::toFile).toList());
    }

    /** Drops files on the main window of ImageJ. */
    static void dropOnImageJ(Path... paths) {
        DropTarget target = IJ.getInstance().getDropTarget();
        EventQueue.invokeLater(() -> target.drop(new Drop(target, files(paths))));
    }

    /** Drops files on the target of a component of Swing. */
    static void dropOn(JComponent component, Path... paths) throws Exception {
        check(component.getDropTarget() != null, "nothing can be dropped on " + component.getName());
        DropTarget target = component.getDropTarget();
        EventQueue.invokeAndWait(() -> {
            target.dragEnter(new Drag(target, files(paths)));
            target.drop(new Drop(target, files(paths)));
        });
    }

    /** Returns a window whose title begins with a text. */
    static Window window(String title) throws Exception {
        return await("a window " + title, () -> shown(title));
    }

    /** Returns such a window if it is there; otherwise {@code null}. */
    static Window shown(String title) {
        return Arrays.stream(Window.getWindows())
                .filter(each -> each.isShowing() && titleOf(each).startsWith(title))
                .findFirst()
                .orElse(null);
    }

    private static String titleOf(Window window) {
        if (window instanceof Frame frame) return frame.getTitle();
        return window instanceof java.awt.Dialog dialog ? String.valueOf(dialog.getTitle()) : "";
    }

    /** Returns the image of the active window; {@code null} if there is none, or if it has just been closed. */
    static ImagePlus image() {
        ImagePlus current = WindowManager.getCurrentImage();
        boolean open = WindowManager.getImageCount() > 0 && current != null && current.getProcessor() != null;
        return open && current.getWindow() != null && current.getWindow().isShowing() ? current : null;
    }

    /** Waits until no thread of a name runs. */
    static void awaitEndOf(String thread) throws Exception {
        await("the end of " + thread, () -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(each -> each.getName().equals(thread)));
    }

    static JFrame browser() throws Exception {
        return (JFrame) window("DICOM Browser");
    }

    /** Returns the number of series in the browser; 0 while its scan runs. */
    static int rows(JFrame browser) {
        JTable table = find(browser, "series", JTable.class);
        boolean complete =
                table.getRowCount() > 0 && !table.getValueAt(0, 12).toString().isEmpty();
        return complete ? table.getRowCount() : 0;
    }

    /** Returns the component with a name; {@code null} if there is none. */
    static <T extends Component> T find(Container in, String name, Class<T> type) {
        for (Component each : in.getComponents()) {
            if (name.equals(each.getName()) && type.isInstance(each)) return type.cast(each);
            T found = each instanceof Container inner ? find(inner, name, type) : null;
            if (found != null) return found;
        }
        return null;
    }

    /** Returns the first component of a type; {@code null} if there is none. */
    static <T extends Component> T first(Container in, Class<T> type) {
        for (Component each : in.getComponents()) {
            if (type.isInstance(each)) return type.cast(each);
            T found = each instanceof Container inner ? first(inner, type) : null;
            if (found != null) return found;
        }
        return null;
    }

    void front(Window window) throws Exception {
        EventQueue.invokeAndWait(window::toFront);
        robot.delay(400);
    }

    void click(Component component, int x, int y, int count) {
        Point corner = component.getLocationOnScreen();
        robot.mouseMove(corner.x + x, corner.y + y);
        for (int i = 0; i < count; i++) {
            robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
            robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
        }
    }

    /** Clicks on a row of a table, in the column of texts that all our tables have third. */
    void clickRow(JTable table, int row, int count) {
        Rectangle cell = table.getCellRect(row, 2, true);
        click(table, cell.x + 20, cell.y + cell.height / 2, count);
    }

    void press(int key) {
        robot.keyPress(key);
        robot.keyRelease(key);
    }

    /** Types letters and digits. */
    void type(String text) {
        for (char c : text.toCharArray()) {
            if (Character.isUpperCase(c)) robot.keyPress(KeyEvent.VK_SHIFT);
            press(KeyEvent.getExtendedKeyCodeForChar(c));
            if (Character.isUpperCase(c)) robot.keyRelease(KeyEvent.VK_SHIFT);
        }
    }

    void delay(int milliseconds) {
        robot.delay(milliseconds);
    }

    void shoot(String name) throws Exception {
        shoot(name, new Rectangle(Toolkit.getDefaultToolkit().getScreenSize()));
    }

    void shoot(String name, Window window) throws Exception {
        front(window);
        shoot(name, window.getBounds());
    }

    private void shoot(String name, Rectangle part) throws Exception {
        ImageIO.write(
                robot.createScreenCapture(part),
                "png",
                shots.resolve(name + suffix + ".png").toFile());
    }

    /** Waits until something is there, or true. */
    static <T> T await(String what, Callable<T> wanted) throws Exception {
        long end = System.currentTimeMillis() + PATIENCE_MS;
        while (System.currentTimeMillis() < end) {
            T found = wanted.call();
            if (found != null && !Boolean.FALSE.equals(found)) {
                System.out.println("ok: " + what);
                return found;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("not there: " + what);
    }

    static void check(boolean condition, String message) {
        if (!condition) throw new AssertionError(message);
    }
}
