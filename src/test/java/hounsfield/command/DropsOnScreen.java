package hounsfield.command;

import hounsfield.imagej.Hounsfield;
import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.Prefs;
import ij.WindowManager;
import ij.plugin.frame.Recorder;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dialog;
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
import java.awt.dnd.DropTargetDropEvent;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.TransferHandler;

/**
 * Drops files on ImageJ and on the browser, opens a series with the mouse, and keeps the recorded macro. Needs a display; {@code
 * .ci/gui-smoke} runs it. Arguments: the folder of a CT series, a folder for screenshots, and a folder for what is written. Ends
 * with 0 only if all is as it should be.
 */
final class DropsOnScreen {
    private static final long PATIENCE_MS = 60_000;

    private final Path series;
    private final Path shots;
    private final Path work;
    private final Robot robot;

    private DropsOnScreen(String[] arguments) throws Exception {
        series = Path.of(arguments[0]);
        shots = Path.of(arguments[1]);
        work = Path.of(arguments[2]);
        robot = new Robot();
        robot.setAutoWaitForIdle(true);
    }

    public static void main(String[] arguments) {
        try {
            new DropsOnScreen(arguments).run();
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

    /** A drop without the window system's part of it. */
    private static final class Drop extends DropTargetDropEvent {
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
        public Transferable getTransferable() {
            return transferable;
        }

        @Override
        public DataFlavor[] getCurrentDataFlavors() {
            return transferable.getTransferDataFlavors();
        }
    }

    private void run() throws Exception {
        new ImageJ();
        Prefs.set("hounsfield.asked", true);
        Hounsfield.setOption("open", "true");
        DicomDrops.install();
        // The keys of viewers start commands by name.
        Hounsfield.install();
        List<Path> slices;
        try (Stream<Path> files = Files.list(series)) {
            slices = files.sorted().toList();
        }
        dropOnImageJ(slices.get(0));
        pressForHeader();
        expectImage("a dropped file", 1);
        dropOnImageJ(series);
        expectImage("a dropped folder", slices.size());
        dropOnImageJ(slices.subList(0, 3).toArray(new Path[0]));
        expectImage("three dropped files", 3);
        Path text = Files.writeString(work.resolve("dropped.txt"), "This is no DICOM.");
        dropOnImageJ(text);
        await("ImageJ opens other files", () -> WindowManager.getWindow("dropped.txt") != null);
        Path both = twoSeries(slices);
        dropOnImageJ(both);
        JFrame browser = browser();
        await("two series in the browser", () -> rows(browser) == 2);
        chooseByMouse(browser);
        EventQueue.invokeAndWait(browser::toFront);
        robot.delay(500);
        ImageIO.write(
                robot.createScreenCapture(browser.getBounds()),
                "png",
                shots.resolve("browser.png").toFile());
        Hounsfield.setOption("open", "false");
        dropOnImageJ(slices.get(0));
        ImagePlus own = await("ImageJ's own reader", WindowManager::getCurrentImage);
        check(own.getBitDepth() == 16, "the option is off, and the plugin opened the file");
        IJ.run("Close All");
    }

    /** Presses the key for the header in the window of the image. */
    private void pressForHeader() throws Exception {
        ImagePlus image = await("an image in a window", () -> {
            ImagePlus current = WindowManager.getCurrentImage();
            return current != null && current.getWindow() != null ? current : null;
        });
        EventQueue.invokeAndWait(() -> {
            image.getWindow().toFront();
            image.getCanvas().requestFocus();
        });
        robot.delay(1000);
        screenshot("viewer");
        robot.keyPress(KeyEvent.VK_SLASH);
        robot.keyRelease(KeyEvent.VK_SLASH);
        Window header = await("the header by a key", () -> Arrays.stream(Frame.getFrames())
                .filter(frame -> frame.isShowing() && frame.getTitle().startsWith("Header of"))
                .findFirst()
                .orElse(null));
        EventQueue.invokeAndWait(header::dispose);
    }

    /** Drops a folder on the browser, filters, and opens a series with a double click, while the recorder writes. */
    private void chooseByMouse(JFrame browser) throws Exception {
        IJ.run("Record...");
        boolean one = true;
        for (String part : List.of("tree", "header", "filter", "series")) {
            JComponent component = find(browser, part, JComponent.class);
            check(component.getDropTarget() != null, "nothing can be dropped on " + part);
            Path dropped = one ? series : work.resolve("both");
            Transferable files = new DraggedFiles(List.of(dropped.toFile()));
            EventQueue.invokeAndWait(() -> {
                // What Swing does in a drop, behind the window system's part of it.
                var support = new TransferHandler.TransferSupport(component, files);
                TransferHandler handler = component.getTransferHandler();
                if (handler.canImport(support)) handler.importData(support);
            });
            int expected = one ? 1 : 2;
            await(expected + " series after a drop on " + part, () -> rows(browser) == expected);
            one = !one;
        }
        JTextField filter = find(browser, "filter", JTextField.class);
        EventQueue.invokeAndWait(() -> filter.setText("second"));
        await("the filtered series", () -> rows(browser) == 1);
        robot.delay(1500);
        JTable table = find(browser, "series", JTable.class);
        Point corner = table.getLocationOnScreen();
        Rectangle cell = table.getCellRect(0, 2, true);
        EventQueue.invokeAndWait(browser::toFront);
        robot.delay(500);
        screenshot("browser-filtered");
        robot.mouseMove(corner.x + cell.x + 20, corner.y + cell.y + cell.height / 2);
        for (int i = 0; i < 2; i++) {
            robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
            robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
        }
        // The slices of the phantom are uneven, so there is a question, with "no" chosen.
        await("the question about uneven slices", () -> Arrays.stream(Window.getWindows())
                .anyMatch(each -> each instanceof Dialog question
                        && each.isShowing()
                        && question.getTitle().equals("Import DICOM Series")));
        robot.delay(500);
        screenshot("browser-question");
        robot.keyPress(KeyEvent.VK_ENTER);
        robot.keyRelease(KeyEvent.VK_ENTER);
        ImagePlus image = await("the series that was double-clicked", WindowManager::getCurrentImage);
        robot.delay(500);
        JTable header = find(browser, "header", JTable.class);
        check(header.getRowCount() > 20, "the header is not shown");
        String recorded = Recorder.getInstance().getText();
        check(recorded.contains("run(\"Import DICOM Series...\""), "not recorded: " + recorded);
        Files.writeString(work.resolve("browsed.ijm"), recorded);
        Files.writeString(work.resolve("browsed.txt"), summary(image));
        image.changes = false;
        image.close();
        EventQueue.invokeAndWait(() -> filter.setText(""));
        robot.delay(1500);
    }

    /** Size and values, as the macro in {@code .ci/gui-smoke} writes them. */
    private static String summary(ImagePlus image) {
        StringBuilder text = new StringBuilder();
        for (int n = 1; n <= image.getStackSize(); n++) {
            var values = image.getStack().getProcessor(n).getStatistics();
            text.append(IJ.d2s(values.mean, 6))
                    .append(' ')
                    .append(IJ.d2s(values.stdDev, 6))
                    .append('\n');
        }
        return text.toString();
    }

    /** Two series in one folder: the given one, and a part of it under other UIDs. */
    private Path twoSeries(List<Path> slices) throws IOException {
        Path folder = Files.createDirectories(work.resolve("both"));
        for (Path slice : slices) Files.copy(slice, folder.resolve(slice.getFileName()));
        for (Path slice : slices.subList(0, 4)) {
            byte[] bytes = Files.readAllBytes(slice);
            replace(bytes, "Chest phantom with inserts", "second phantom with insert");
            String uid = Hounsfield.tag(slice.toString(), "SeriesInstanceUID");
            char last = uid.charAt(uid.length() - 1);
            replace(bytes, uid, uid.substring(0, uid.length() - 1) + (last == '1' ? '2' : '1'));
            Files.write(folder.resolve("second-" + slice.getFileName()), bytes);
        }
        return folder;
    }

    /** Replaces all places of a text by another of the same length. */
    private static void replace(byte[] bytes, String text, String other) {
        byte[] old = text.getBytes(StandardCharsets.US_ASCII);
        byte[] with = other.getBytes(StandardCharsets.US_ASCII);
        check(old.length == with.length, text + " and " + other + " differ in length");
        for (int i = 0; i + old.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + old.length, old, 0, old.length)) {
                System.arraycopy(with, 0, bytes, i, with.length);
            }
        }
    }

    private static void dropOnImageJ(Path... paths) {
        List<File> files = Arrays.stream(paths).map(Path::toFile).toList();
        DropTarget target = IJ.getInstance().getDropTarget();
        EventQueue.invokeLater(() -> target.drop(new Drop(target, new DraggedFiles(files))));
    }

    private static void expectImage(String what, int slices) throws Exception {
        ImagePlus image = await(what, WindowManager::getCurrentImage);
        check(image.getStackSize() == slices, what + " has " + image.getStackSize() + " slices");
        check("HU".equals(image.getCalibration().getValueUnit()), what + " is not in HU");
        image.changes = false;
        image.close();
        await("no image", () -> WindowManager.getImageCount() == 0);
    }

    private static JFrame browser() throws Exception {
        return await("the browser", () -> Arrays.stream(Frame.getFrames())
                .filter(frame -> frame.isShowing() && frame.getTitle().startsWith("DICOM Browser"))
                .map(JFrame.class::cast)
                .findFirst()
                .orElse(null));
    }

    private static int rows(JFrame browser) {
        JTable table = find(browser, "series", JTable.class);
        boolean complete =
                table.getRowCount() > 0 && !table.getValueAt(0, 12).toString().isEmpty();
        return complete ? table.getRowCount() : 0;
    }

    private static <T extends Component> T find(Container in, String name, Class<T> type) {
        for (Component each : in.getComponents()) {
            if (name.equals(each.getName()) && type.isInstance(each)) return type.cast(each);
            T found = each instanceof Container inner ? find(inner, name, type) : null;
            if (found != null) return found;
        }
        return null;
    }

    private void screenshot(String name) throws Exception {
        Rectangle screen = new Rectangle(Toolkit.getDefaultToolkit().getScreenSize());
        ImageIO.write(
                robot.createScreenCapture(screen),
                "png",
                shots.resolve(name + ".png").toFile());
    }

    /** Waits until something is there, or true. */
    private static <T> T await(String what, Callable<T> wanted) throws Exception {
        long end = System.currentTimeMillis() + PATIENCE_MS;
        while (System.currentTimeMillis() < end) {
            T found = wanted.call();
            if (found != null && !Boolean.FALSE.equals(found)) {
                System.out.println("ok: " + what);
                return found;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("not there: " + what);
    }

    private static void check(boolean condition, String message) {
        if (!condition) throw new AssertionError(message);
    }
}
