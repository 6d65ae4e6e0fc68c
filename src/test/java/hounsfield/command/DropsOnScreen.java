package hounsfield.command;

import static hounsfield.command.Screen.await;
import static hounsfield.command.Screen.browser;
import static hounsfield.command.Screen.check;
import static hounsfield.command.Screen.dropOn;
import static hounsfield.command.Screen.dropOnImageJ;
import static hounsfield.command.Screen.find;
import static hounsfield.command.Screen.rows;

import hounsfield.imagej.Hounsfield;
import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.Prefs;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.plugin.frame.Recorder;
import java.awt.EventQueue;
import java.awt.TextField;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JTable;
import javax.swing.JTextField;

/**
 * Drops files on ImageJ and on the browser, opens a series with the mouse, and keeps the recorded macro. Needs a display; {@code
 * .ci/gui-smoke} runs it. Arguments: the folder of a CT series, a folder for screenshots, a folder for what is written, and the GUI
 * scale of ImageJ. Ends with 0 only if all is as it should be.
 */
final class DropsOnScreen {
    private final Path series;
    private final Path work;
    private final double scale;
    private final Screen screen;

    private DropsOnScreen(String[] arguments) throws Exception {
        series = Path.of(arguments[0]);
        work = Path.of(arguments[2]);
        scale = Double.parseDouble(arguments[3]);
        screen = new Screen(Path.of(arguments[1]), scale == 1 ? "" : "-scale-" + arguments[3]);
    }

    public static void main(String[] arguments) {
        Screen.walk(() -> new DropsOnScreen(arguments).run());
    }

    private void run() throws Exception {
        new ImageJ();
        Prefs.setGuiScale(scale);
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
        screen.shoot("browser", browser);
        Hounsfield.setOption("open", "false");
        dropOnImageJ(slices.get(0));
        ImagePlus own = await("ImageJ's own reader", Screen::image);
        check(own.getBitDepth() == 16, "the option is off, and the plugin opened the file");
        IJ.run("Close All");
    }

    /** Presses the key for the header in the window of the image. */
    private void pressForHeader() throws Exception {
        ImagePlus image = await("an image in a window", Screen::image);
        EventQueue.invokeAndWait(() -> {
            image.getWindow().toFront();
            image.getCanvas().requestFocus();
        });
        screen.delay(1000);
        screen.shoot("viewer");
        screen.press(KeyEvent.VK_SLASH);
        Window header = Screen.window("Header of");
        EventQueue.invokeAndWait(header::dispose);
    }

    /** Drops a folder on the browser, filters, and opens a series with a double click, while the recorder writes. */
    private void chooseByMouse(JFrame browser) throws Exception {
        IJ.run("Record...");
        boolean one = true;
        for (String part : List.of("tree", "header", "filter", "series")) {
            JComponent component = find(browser, part, JComponent.class);
            dropOn(component, one ? series : work.resolve("both"));
            int expected = one ? 1 : 2;
            await(expected + " series after a drop on " + part, () -> rows(browser) == expected);
            one = !one;
        }
        JTextField filter = find(browser, "filter", JTextField.class);
        EventQueue.invokeAndWait(() -> filter.setText("second"));
        await("the filtered series", () -> rows(browser) == 1);
        screen.delay(1000);
        screen.front(browser);
        screen.shoot("browser-filtered");
        screen.clickRow(find(browser, "series", JTable.class), 0, 2);
        // The slices of the phantom are uneven, so there is a question, with "no" chosen.
        Screen.window("Import DICOM Series");
        screen.delay(500);
        screen.shoot("browser-question");
        screen.press(KeyEvent.VK_ENTER);
        ImagePlus image = await("the series that was double-clicked", Screen::image);
        screen.delay(500);
        JTable header = find(browser, "header", JTable.class);
        check(header.getRowCount() > 20, "the header is not shown");
        String recorded = Recorder.getInstance().getText();
        check(recorded.contains("run(\"Import DICOM Series...\""), "not recorded: " + recorded);
        Files.writeString(work.resolve("browsed.ijm"), recorded);
        Files.writeString(work.resolve("browsed.txt"), summary(image));
        Screen.awaitEndOf("hounsfield-browser-action");
        image.changes = false;
        image.close();
        tableOfSeries(browser);
        EventQueue.invokeAndWait(() -> filter.setText(""));
        await("both series", () -> rows(browser) == 2);
        openBoth(browser);
    }

    /** The button Table begins with the folder and the series that is selected. */
    private void tableOfSeries(JFrame browser) throws Exception {
        JButton button = find(browser, "Table", JButton.class);
        EventQueue.invokeAndWait(button::doClick);
        GenericDialog dialog = (GenericDialog) Screen.window("DICOM Folder Table");
        List<String> texts = new ArrayList<>();
        for (Object field : dialog.getStringFields()) texts.add(((TextField) field).getText());
        check(Path.of(texts.get(0)).equals(work.resolve("both")), "the folder of the table is " + texts);
        String uid = Hounsfield.tag(firstOf("second-").toString(), "SeriesInstanceUID");
        check(texts.contains(uid), "the series of the table are " + texts);
        screen.delay(300);
        screen.shoot("browser-table");
        screen.press(KeyEvent.VK_ENTER);
        await("no dialog", () -> !dialog.isShowing());
        Window table = Screen.window("DICOM Folder Table");
        int rows = Hounsfield.table("DICOM Folder Table").size();
        check(rows == 4, "the table has " + rows + " rows");
        EventQueue.invokeAndWait(table::dispose);
    }

    private Path firstOf(String name) throws IOException {
        try (Stream<Path> files = Files.list(work.resolve("both"))) {
            return files.filter(file -> file.getFileName().toString().startsWith(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Opens all that is selected, one after another. */
    private void openBoth(JFrame browser) throws Exception {
        screen.front(browser);
        JTable table = find(browser, "series", JTable.class);
        EventQueue.invokeAndWait(() -> {
            table.requestFocus();
            table.selectAll();
        });
        screen.press(KeyEvent.VK_ENTER);
        Screen.window("Import DICOM Series");
        screen.delay(500);
        screen.press(KeyEvent.VK_ENTER);
        await("two images", () -> WindowManager.getImageCount() == 2);
        Screen.awaitEndOf("hounsfield-browser-action");
        for (int id : WindowManager.getIDList()) {
            ImagePlus each = WindowManager.getImage(id);
            each.changes = false;
            each.close();
        }
        await("no image", () -> WindowManager.getImageCount() == 0);
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

    private static void expectImage(String what, int slices) throws Exception {
        ImagePlus image = await(what, Screen::image);
        // Not while it is still being shown.
        Screen.awaitEndOf("hounsfield-drop");
        check(image.getStackSize() == slices, what + " has " + image.getStackSize() + " slices");
        check("HU".equals(image.getCalibration().getValueUnit()), what + " is not in HU");
        image.changes = false;
        image.close();
        await("no image", () -> WindowManager.getImageCount() == 0);
    }
}
