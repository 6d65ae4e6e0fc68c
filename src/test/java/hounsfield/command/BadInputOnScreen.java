package hounsfield.command;

import static hounsfield.command.Screen.await;
import static hounsfield.command.Screen.check;
import static hounsfield.command.Screen.dropOn;
import static hounsfield.command.Screen.find;
import static hounsfield.command.Screen.rows;

import hounsfield.imagej.Hounsfield;
import hounsfield.testing.DicomBytes;
import hounsfield.testing.DicomdirFile;
import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.Prefs;
import ij.WindowManager;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javax.swing.JFrame;
import javax.swing.JTable;
import javax.swing.JTextArea;

/**
 * Shows folders in the browser that hold nothing, cannot be read, change or vanish. Each has its reason in the window, no dialog
 * comes up, and nothing hangs. Needs a display; {@code .ci/gui-smoke} runs it. Arguments: the folder of a CT series, a folder for
 * screenshots, a folder for what is written, and a number of files of other kinds. Ends with 0 only if all is as it should be.
 */
final class BadInputOnScreen {
    /** Below the limit of links to a file of ext4. */
    private static final int LINKS = 10_000;

    private final Path series;
    private final Path work;
    private final int others;
    private final Screen screen;

    private BadInputOnScreen(String[] arguments) throws Exception {
        series = Path.of(arguments[0]);
        work = Files.createDirectories(Path.of(arguments[2]));
        others = Integer.parseInt(arguments[3]);
        screen = new Screen(Path.of(arguments[1]), "");
    }

    public static void main(String[] arguments) {
        Screen.walk(() -> new BadInputOnScreen(arguments).run());
    }

    private void run() throws Exception {
        new ImageJ();
        Prefs.set("hounsfield.asked", true);
        Hounsfield.install();
        IJ.run("DICOM Browser");
        JFrame browser = Screen.browser();
        JTable table = find(browser, "series", JTable.class);
        says(table, "Drop a folder");
        screen.shoot("browser-nothing", browser);

        dropOn(table, Files.createDirectories(work.resolve("empty")));
        says(table, "There are no DICOM images here");
        dropOn(table, DicomdirFile.write(Files.createDirectories(work.resolve("directory")), List.<DicomBytes>of()));
        says(table, "There are no DICOM images here");
        dropOn(table, work.resolve("not there"));
        says(table, "there is no folder");
        Path text = Files.writeString(work.resolve("text.dcm"), "This is no DICOM.");
        dropOn(table, text, Files.writeString(work.resolve("more.txt"), "Nor is this."));
        says(table, "text.dcm: ");
        screen.shoot("browser-other-files", browser);
        locked(table);
        others(browser, table);
        replaced(browser, table);
        vanished(browser, table);
        closing(browser, table);
    }

    /** This needs a user for whom permissions of files apply. */
    private void locked(JTable table) throws Exception {
        Path locked = Files.createDirectories(work.resolve("locked"));
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
        try {
            if (Files.isReadable(locked)) {
                System.out.println("skipped: a locked folder, which this user can read");
                return;
            }
            dropOn(table, locked);
            says(table, "locked: access denied");
        } finally {
            Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /** Files of other kinds by thousands: AWT's thread answers all the time, and Esc ends the scan. */
    private void others(JFrame browser, JTable table) throws Exception {
        Path folder = Files.createDirectories(work.resolve("others"));
        Path one = null;
        for (int i = 0; i < others; i++) {
            Path file = folder.resolve(i + (i % 2 == 0 ? ".bin" : ".txt"));
            if (i % LINKS == 0) one = Files.writeString(file, "This is no DICOM.".repeat(20));
            else Files.createLink(file, one);
        }
        screen.front(browser);
        screen.click(table, 50, 50, 1);
        dropOn(table, folder);
        await("a scan that runs", () -> text(table).contains("Esc ends the scan"));
        screen.press(KeyEvent.VK_ESCAPE);
        says(table, "The scan was cancelled");
        long start = System.nanoTime();
        dropOn(table, folder);
        AtomicLong longest = new AtomicLong();
        await("the end of the scan", () -> {
            long asked = System.nanoTime();
            EventQueue.invokeAndWait(() -> {});
            longest.accumulateAndGet(System.nanoTime() - asked, Math::max);
            return text(table).contains("There are no DICOM images here");
        });
        System.out.printf(
                "%d files of other kinds: %d ms, AWT answered within %d ms%n",
                others,
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start),
                TimeUnit.NANOSECONDS.toMillis(longest.get()));
        check(longest.get() < TimeUnit.SECONDS.toNanos(2), "the windows hang during a scan");
    }

    /** The files of the scan are replaced by others. */
    private void replaced(JFrame browser, JTable table) throws Exception {
        Path folder = copy("replaced");
        dropOn(table, folder);
        await("a series to replace", () -> rows(browser) == 1);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) Files.writeString(file, "This is no DICOM.");
        }
        opens(browser, table, "replaced");
    }

    private void vanished(JFrame browser, JTable table) throws Exception {
        Path folder = copy("vanished");
        dropOn(table, folder);
        await("a series to delete", () -> rows(browser) == 1);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) Files.delete(file);
        }
        Files.delete(folder);
        opens(browser, table, "vanished");
        // Other work continues.
        dropOn(table, series);
        await("another folder", () -> rows(browser) == 1);
        check(!find(browser, "problem", JTextArea.class).isVisible(), "the problem is still shown");
        screen.front(browser);
        screen.clickRow(table, 0, 2);
        ImagePlus image = await("its series", Screen::image);
        Screen.awaitEndOf("hounsfield-browser-action");
        image.changes = false;
        image.close();
    }

    /** A double click on a row whose files were removed shows a message in the window and opens nothing. */
    private void opens(JFrame browser, JTable table, String name) throws Exception {
        screen.front(browser);
        screen.clickRow(table, 0, 2);
        JTextArea problem = find(browser, "problem", JTextArea.class);
        await("the problem of " + name, problem::isVisible);
        System.out.println("  " + problem.getText());
        JTable header = find(browser, "header", JTable.class);
        await("no header", () -> header.getColumnCount() == 1);
        System.out.println("  " + header.getColumnName(0) + ": " + header.getValueAt(0, 0));
        screen.shoot("browser-" + name, browser);
        check(WindowManager.getImageCount() == 0, "an image of files that are not there");
        check(
                Arrays.stream(Window.getWindows()).noneMatch(each -> each.isShowing() && each instanceof Dialog),
                "a dialog is open");
    }

    /** Closing the window ends its scan. */
    private void closing(JFrame browser, JTable table) throws Exception {
        dropOn(table, work.resolve("others"));
        await("another scan", () -> text(table).contains("Esc ends the scan"));
        EventQueue.invokeAndWait(browser::dispose);
        Screen.awaitEndOf("hounsfield-browser");
    }

    private Path copy(String name) throws IOException {
        Path folder = Files.createDirectories(work.resolve(name));
        try (Stream<Path> files = Files.list(series)) {
            for (Path file : files.toList()) Files.copy(file, folder.resolve(file.getFileName()));
        }
        return folder;
    }

    private static String text(JTable table) {
        return table.getAccessibleContext().getAccessibleDescription();
    }

    private static void says(JTable table, String text) throws Exception {
        await("\"" + text + "\"", () -> table.getRowCount() == 0 && text(table).contains(text));
    }
}
