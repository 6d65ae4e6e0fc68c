package hounsfield.command;

import static hounsfield.command.Screen.await;
import static hounsfield.command.Screen.check;
import static hounsfield.command.Screen.find;
import static hounsfield.command.Screen.first;

import hounsfield.imagej.Hounsfield;
import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.Prefs;
import ij.WindowManager;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.datatransfer.DataFlavor;
import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.swing.JButton;
import javax.swing.JFileChooser;
import javax.swing.JFrame;
import javax.swing.JTable;
import javax.swing.JTextField;

/**
 * Opens the header window by its key, finds an element, copies and saves it; links orthogonal views by a click; shows and changes
 * the options. Needs a display; {@code .ci/gui-smoke} runs it. Arguments: the folder of a CT series, a folder for screenshots, a
 * folder for what is written, and the GUI scale of ImageJ. Ends with 0 only if all is as it should be.
 */
final class WindowsOnScreen {
    private final String series;
    private final Path work;
    private final double scale;
    private final Screen screen;

    private WindowsOnScreen(String[] arguments) throws Exception {
        series = arguments[0];
        work = Files.createDirectories(Path.of(arguments[2]));
        scale = Double.parseDouble(arguments[3]);
        screen = new Screen(Path.of(arguments[1]), scale == 1 ? "" : "-scale-" + arguments[3]);
    }

    public static void main(String[] arguments) {
        Screen.walk(() -> new WindowsOnScreen(arguments).run());
    }

    private void run() throws Exception {
        new ImageJ();
        Prefs.setGuiScale(scale);
        Prefs.set("hounsfield.asked", true);
        Hounsfield.setOption("open", "false");
        Hounsfield.install();
        ImagePlus image = Hounsfield.openSeries(series);
        image.show();
        await(
                "an image in a window",
                () -> image.getWindow() != null && image.getWindow().isShowing());
        header(image);
        orthogonal(image);
        options();
        image.changes = false;
        IJ.run("Close All");
    }

    private void header(ImagePlus image) throws Exception {
        EventQueue.invokeAndWait(() -> {
            image.getWindow().toFront();
            image.getCanvas().requestFocus();
        });
        screen.delay(500);
        screen.press(KeyEvent.VK_SLASH);
        JFrame window = (JFrame) Screen.window("Header of");
        JTable table = first(window, JTable.class);
        int all = table.getRowCount();
        check(all > 40, "the header has " + all + " rows");
        screen.front(window);
        JTextField filter = find(window, "filter", JTextField.class);
        screen.click(filter, 20, filter.getHeight() / 2, 1);
        screen.type("PixelSpacing");
        await("the row of the filter", () -> table.getRowCount() == 1);
        screen.clickRow(table, 0, 1);
        await("a selected row", () -> table.getSelectedRow() == 0);
        button(window, "Copy as Macro").doClick();
        Object copied = Toolkit.getDefaultToolkit().getSystemClipboard().getData(DataFlavor.stringFlavor);
        check("Property.getDicomTag(\"0028,0030\")".equals(copied), "copied: " + copied);
        screen.shoot("header-filtered", window);
        save(window, work.resolve("header.csv"));
        // The window follows the slice.
        String title = window.getTitle();
        EventQueue.invokeAndWait(() -> image.setSlice(image.getStackSize()));
        await("the header of another slice", () -> !window.getTitle().equals(title));
        EventQueue.invokeAndWait(window::dispose);
    }

    private void save(JFrame window, Path csv) throws Exception {
        EventQueue.invokeLater(() -> button(window, "Save CSV...").doClick());
        Dialog dialog = (Dialog) Screen.window("Save Header as CSV");
        JFileChooser chooser = first(dialog, JFileChooser.class);
        screen.shoot("header-save", dialog);
        EventQueue.invokeAndWait(() -> chooser.setSelectedFile(csv.toFile()));
        EventQueue.invokeAndWait(chooser::approveSelection);
        await("a saved header", () -> Files.exists(csv) && Files.size(csv) > 0);
        List<String> lines = Files.readAllLines(csv);
        check(lines.size() == 2 && lines.get(1).contains("0028,0030"), "saved: " + lines);
    }

    private static JButton button(Window window, String text) {
        return buttons(window).stream()
                .filter(each -> text.equals(each.getText()))
                .findFirst()
                .orElseThrow();
    }

    private static List<JButton> buttons(java.awt.Container in) {
        List<JButton> buttons = new ArrayList<>();
        for (var each : in.getComponents()) {
            if (each instanceof JButton button) buttons.add(button);
            else if (each instanceof java.awt.Container inner) buttons.addAll(buttons(inner));
        }
        return buttons;
    }

    /** A click in the axial view moves the slices and the crosses of the others. */
    private void orthogonal(ImagePlus image) throws Exception {
        EventQueue.invokeAndWait(() -> image.setSlice(1));
        WindowManager.setCurrentWindow(image.getWindow());
        Thread command = new Thread(() -> IJ.run("Orthogonal DICOM Views"), "orthogonal");
        command.start();
        List<ImagePlus> views = await("three views", () -> {
            // The question about uneven slices, if there are any, and about memory.
            Window question = Screen.shown("Orthogonal DICOM Views");
            if (question != null) screen.press(KeyEvent.VK_ENTER);
            List<ImagePlus> others = others(image);
            return others.size() == 3 && others.stream().allMatch(each -> each.getOverlay() != null) ? others : null;
        });
        command.join();
        screen.delay(700);
        screen.shoot("orthogonal");
        ImagePlus axial = view(views, "axial");
        ImagePlus coronal = view(views, "coronal");
        ImagePlus sagittal = view(views, "sagittal");
        int column = axial.getWidth() / 4;
        int row = axial.getHeight() / 3;
        var canvas = axial.getCanvas();
        EventQueue.invokeAndWait(axial.getWindow()::toFront);
        screen.delay(500);
        screen.click(canvas, canvas.screenX(column), canvas.screenY(row), 1);
        await(
                "the cross at the click",
                () -> Math.abs(crossAt(axial, true) - column) <= 1.5 && Math.abs(crossAt(axial, false) - row) <= 1.5);
        // Isotropic and in the same axes: columns and rows of the one are slices of the others.
        await("the sagittal slice", () -> isSlice(sagittal, column, axial.getWidth()));
        await("the coronal slice", () -> isSlice(coronal, row, axial.getHeight()));
        int[] before = {coronal.getZ(), sagittal.getZ()};
        // And in the coronal view: the axial slice follows, the others' crosses too.
        var other = coronal.getCanvas();
        EventQueue.invokeAndWait(coronal.getWindow()::toFront);
        screen.delay(500);
        int axialSlice = axial.getZ();
        screen.click(other, other.screenX(coronal.getWidth() / 2), other.screenY(coronal.getHeight() / 4), 1);
        await("another axial slice", () -> axial.getZ() != axialSlice);
        await("another sagittal slice", () -> sagittal.getZ() != before[1]);
        check(coronal.getZ() == before[0], "a click in the coronal view changes its slice");
        screen.delay(500);
        screen.shoot("orthogonal-clicked");
        for (ImagePlus view : views) {
            view.changes = false;
            view.close();
        }
    }

    private static boolean isSlice(ImagePlus view, int pixel, int pixels) {
        int slice = view.getZ() - 1;
        return view.getNSlices() == pixels
                && (Math.abs(slice - pixel) <= 1 || Math.abs(pixels - 1 - slice - pixel) <= 1);
    }

    /** Returns where the cross is, in pixels of the image. */
    private static double crossAt(ImagePlus view, boolean vertical) {
        return Arrays.stream(
                        Optional.ofNullable(view.getOverlay()).orElseThrow().toArray())
                .map(each -> (ij.gui.Line) each)
                .filter(line -> line.x1d == line.x2d == vertical)
                .mapToDouble(line -> vertical ? line.x1d : line.y1d)
                .findFirst()
                .orElse(Double.NaN);
    }

    private static List<ImagePlus> others(ImagePlus image) {
        return IntStream.of(Optional.ofNullable(WindowManager.getIDList()).orElse(new int[0]))
                .mapToObj(WindowManager::getImage)
                .filter(each -> each != null && each != image)
                .toList();
    }

    private static ImagePlus view(List<ImagePlus> views, String plane) {
        return views.stream()
                .filter(each -> each.getTitle().toLowerCase().contains(plane))
                .findFirst()
                .orElseThrow();
    }

    private void options() throws Exception {
        Thread command = new Thread(() -> IJ.run("DICOM Options..."), "options");
        command.start();
        Window dialog = Screen.window("DICOM Options");
        screen.delay(500);
        screen.shoot("options");
        // The first box has the focus: it opens DICOM files from now on.
        check(Hounsfield.option("open").equals("false"), "the option is on before");
        screen.press(KeyEvent.VK_SPACE);
        screen.press(KeyEvent.VK_ENTER);
        await("the option", () -> Hounsfield.option("open").equals("true"));
        await("no dialog", () -> !dialog.isShowing());
        Hounsfield.setOption("open", "false");
        command.join();
    }
}
