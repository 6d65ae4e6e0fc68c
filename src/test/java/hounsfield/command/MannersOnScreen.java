package hounsfield.command;

import hounsfield.imagej.Hounsfield;
import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.Macro;
import ij.Menus;
import ij.Prefs;
import ij.WindowManager;
import java.awt.Button;
import java.awt.Container;
import java.awt.Dialog;
import java.awt.Label;
import java.awt.Menu;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.TextField;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.InputEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import javax.swing.JButton;

/**
 * The windows that commands open: Cancel, dialogs of an image, Open Recent, the viewer's window after Stack to Hyperstack, views side
 * by side. Needs a display; {@code .ci/gui-smoke} runs it. Arguments: the folder of a CT series, a folder for screenshots, and ImageJ's
 * GUI scale. Ends with 0 only if all of it happens.
 */
final class MannersOnScreen {
    private static final long PATIENCE_MS = 20_000;
    private static final int STEPS = 200;
    private static final int STEP_MS = 25;

    private final Path series;
    private final Path shots;
    private final String scale;
    private final Robot robot = new Robot();

    private MannersOnScreen(String... arguments) throws Exception {
        series = Path.of(arguments[0]);
        shots = Path.of(arguments[1]);
        scale = arguments[2];
        robot.setAutoWaitForIdle(true);
    }

    public static void main(String[] arguments) {
        try {
            new MannersOnScreen(arguments).run();
            System.exit(0);
        } catch (Throwable e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    /** Five seconds of work. */
    private static final class SlowCommand extends DicomCommand {
        private volatile boolean complete;

        SlowCommand() {
            super("Slow Work");
        }

        @Override
        void execute() throws IOException {
            working("Working", progress -> {
                for (int i = 0; i < STEPS; i++) {
                    progress.update(i, STEPS);
                    progress.check();
                    pause(STEP_MS);
                }
                progress.update(STEPS, STEPS);
                complete = true;
            });
        }
    }

    private void run() throws Exception {
        Prefs.setGuiScale(Double.parseDouble(scale));
        new ImageJ();
        Prefs.set("hounsfield.asked", true);
        Hounsfield.install();
        cancel();
        macrosHaveNoWindow();
        ImagePlus image = opened();
        hyperstack(image);
        views(image);
        dialogs(image);
    }

    private void cancel() throws Exception {
        SlowCommand command = new SlowCommand();
        Thread work = new Thread(() -> command.run(""), "command");
        work.start();
        await("the window of long work", () -> progressWindow() != null);
        screenshot("progress");
        JButton button = find(progressWindow(), "cancel");
        Point corner = button.getLocationOnScreen();
        robot.mouseMove(corner.x + button.getWidth() / 2, corner.y + button.getHeight() / 2);
        robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
        robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
        await("the end of the work", () -> !work.isAlive());
        check(!command.complete, "the work went on to its end");
        await("no window of the work", () -> progressWindow() == null);
    }

    private static void macrosHaveNoWindow() throws Exception {
        SlowCommand command = new SlowCommand();
        Thread work = new Thread(
                () -> {
                    Macro.setOptions("key=value");
                    command.run("");
                },
                "Run$_slow");
        work.start();
        while (work.isAlive()) {
            check(progressWindow() == null, "a macro has a window of its work");
            pause(100);
        }
        check(command.complete, "the work of a macro was not done");
        System.out.println("ok: no window in a macro");
    }

    private ImagePlus opened() throws Exception {
        new OpenPathsCommand(List.of(series)).run("");
        ImagePlus image = await("the series", WindowManager::getCurrentImage);
        Menu file = Menus.getMenuBar().getMenu(0);
        List<String> recent = new ArrayList<>();
        for (int i = 0; i < file.getItemCount(); i++) {
            if (!(file.getItem(i) instanceof Menu menu) || !menu.getLabel().equals("Open Recent")) continue;
            for (int n = 0; n < menu.getItemCount(); n++)
                recent.add(menu.getItem(n).getLabel());
        }
        check(recent.contains(series.toAbsolutePath().toString()), "Open Recent has " + recent);
        System.out.println("ok: Open Recent");
        return image;
    }

    /** ImageJ makes a plain window, which becomes that of the viewer again. */
    private static void hyperstack(ImagePlus image) throws Exception {
        int frames = image.getStackSize() / 2;
        check(frames > 1 && image.getStackSize() == 2 * frames, image.getStackSize() + " slices");
        check(isViewers(image), "the series is in a plain window");
        Window before = image.getWindow();
        IJ.run(
                image,
                "Stack to Hyperstack...",
                "order=xyczt(default) channels=1 slices=2 frames=" + frames + " display=Grayscale");
        image.setPosition(1, 2, frames);
        await("another window", () -> image.getWindow() != before);
        await("the window of the viewer", () -> isViewers(image));
        check(image.getT() == frames && image.getZ() == 2, "it is at another slice");
        check(image.isDisplayedHyperStack(), "it is no hyperstack");
        IJ.run(image, "Hyperstack to Stack", "");
        await("the window of the stack", () -> isViewers(image) && !image.isDisplayedHyperStack());
    }

    private void views(ImagePlus image) throws Exception {
        image.setDimensions(1, image.getStackSize(), 1);
        WindowManager.setCurrentWindow(image.getWindow());
        Thread command = new Thread(
                () -> {
                    Macro.setOptions("edge=2");
                    new OrthogonalViewsCommand().run("");
                },
                "Run$_views");
        command.start();
        command.join();
        List<Rectangle> windows = new ArrayList<>();
        for (int id : WindowManager.getIDList()) {
            ImagePlus view = WindowManager.getImage(id);
            if (view != image) windows.add(view.getWindow().getBounds());
        }
        check(windows.size() == 3, windows.size() + " views");
        Rectangle screen = new Rectangle(Toolkit.getDefaultToolkit().getScreenSize());
        for (int i = 0; i < 3; i++) {
            check(screen.contains(windows.get(i)), windows.get(i) + " is not on the screen");
            for (int k = 0; k < i; k++) check(!windows.get(i).intersects(windows.get(k)), "views cover each other");
        }
        System.out.println("ok: views beside each other");
        screenshot("orthogonal");
    }

    /** They name their image, begin with what it shows, and close with it. */
    private void dialogs(ImagePlus image) throws Exception {
        Hounsfield.window(image, "40/400");
        dialog(image, "HU Range", HuRangeCommand::new, "-160", "240");
        dialog(image, "HU Window", HuWindowCommand::new, "40", "400");
        dialog(image, "Equalize DICOM Frequency Bins", EqualizeCommand::new, "100");
    }

    private void dialog(ImagePlus original, String title, Supplier<DicomCommand> command, String... texts)
            throws Exception {
        ImagePlus image = original.duplicate();
        image.show();
        await("a copy", () -> isViewers(image));
        WindowManager.setCurrentWindow(image.getWindow());
        Thread work = new Thread(() -> command.get().run(""), "command");
        work.start();
        Dialog dialog = await(title, () -> showing(title));
        List<String> labels = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        collect(dialog, labels, fields);
        check(labels.contains(image.getTitle()), title + " says " + labels);
        check(labels.contains("Help"), title + " has no help: " + labels);
        check(fields.containsAll(List.of(texts)), title + " begins with " + fields);
        image.changes = false;
        image.close();
        await("no dialog", () -> showing(title) == null && !work.isAlive());
    }

    private static void collect(Container in, List<String> labels, List<String> fields) {
        for (var each : in.getComponents()) {
            if (each instanceof Label label) labels.add(label.getText());
            if (each instanceof Button button) labels.add(button.getLabel().strip());
            if (each instanceof TextField field) fields.add(field.getText());
            if (each instanceof Container inner) collect(inner, labels, fields);
        }
    }

    private static boolean isViewers(ImagePlus image) {
        return image.getCanvas() != null
                && image.getCanvas().getClass().getSimpleName().equals("DicomCanvas");
    }

    private static Dialog progressWindow() {
        return showing("Slow Work");
    }

    private static Dialog showing(String title) {
        return Arrays.stream(Window.getWindows())
                .filter(window -> window.isShowing() && window instanceof Dialog)
                .map(Dialog.class::cast)
                .filter(dialog -> dialog.getTitle().equals(title))
                .findFirst()
                .orElse(null);
    }

    private static JButton find(Container in, String name) {
        for (var each : in.getComponents()) {
            if (each instanceof JButton button && name.equals(button.getName())) return button;
            JButton found = each instanceof Container inner ? find(inner, name) : null;
            if (found != null) return found;
        }
        return null;
    }

    private void screenshot(String name) throws Exception {
        // A covered and moved window is repainted.
        pause(500);
        Rectangle screen = new Rectangle(Toolkit.getDefaultToolkit().getScreenSize());
        ImageIO.write(
                robot.createScreenCapture(screen),
                "png",
                shots.resolve(name + "-scale-" + scale + ".png").toFile());
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

    private static void pause(int milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void check(boolean condition, String message) {
        if (!condition) throw new AssertionError(message);
    }
}
