package hounsfield.command;

import hounsfield.imagej.host.CommandTable;
import hounsfield.imagej.host.UserOption;
import hounsfield.imagej.operation.EditOptions;
import hounsfield.imagej.operation.OpenPath;
import ij.IJ;
import ij.plugin.DragAndDrop;
import java.awt.GraphicsEnvironment;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Receives the files that are dropped on ImageJ, if {@code DICOM Options...} enables it, and passes all other files than DICOM to
 * ImageJ. ImageJ passes the files of a drop one by one, in a thread for each drop; the DICOM files among them are opened together when
 * that thread has ended.
 */
public final class DicomDrops extends DragAndDrop {
    private static boolean installed;

    /** The DICOM files of each drop, until its thread has ended. */
    private static final Map<Thread, List<Path>> DROPS = new HashMap<>();

    private DicomDrops() {}

    /**
     * Directs drops on the windows of plain ImageJ here, once, if the option is on. ImageJ's startup macro calls this. Does
     * nothing in Fiji, which asks {@link DicomIO}, and without a display.
     *
     * @return an empty text, because a macro can call only methods that return a text
     */
    public static synchronized String install() {
        CommandTable.addFormerNames();
        boolean useful = !GraphicsEnvironment.isHeadless() && IJ.getInstance() != null && !EditOptions.isFiji();
        if (installed || !useful || !UserOption.OPEN.isOn()) return "";
        new DicomDrops().run("");
        installed = true;
        return "";
    }

    @Override
    public void openFile(File file) {
        if (UserOption.OPEN.isOn() && OpenPath.isDicom(file.toPath())) add(file.toPath());
        else super.openFile(file);
    }

    /** Opens a dropped path: together with the others of its drop, or at once if it comes alone from another program. */
    static void add(Path path) {
        if (!isInDrop()) {
            new OpenPathsCommand(List.of(path)).run("");
            return;
        }
        Thread drop = Thread.currentThread();
        synchronized (DROPS) {
            List<Path> files = DROPS.get(drop);
            if (files != null) {
                files.add(path);
                return;
            }
            DROPS.put(drop, new ArrayList<>(List.of(path)));
        }
        new Thread(() -> openAfter(drop), "hounsfield-drop").start();
    }

    /** Returns whether this thread is one that ImageJ has started for a drop. */
    private static boolean isInDrop() {
        return Callers.has(method -> method.getClassName().equals(DragAndDrop.class.getName())
                && method.getMethodName().equals("run"));
    }

    private static void openAfter(Thread drop) {
        try {
            drop.join();
        } catch (InterruptedException e) {
            return;
        }
        List<Path> paths;
        synchronized (DROPS) {
            paths = DROPS.remove(drop);
        }
        List<Path> files = paths.stream().filter(OpenPath::isFile).toList();
        if (!files.isEmpty()) new OpenPathsCommand(files).run("");
        for (Path path : paths) if (!files.contains(path)) new OpenPathsCommand(List.of(path)).run("");
    }
}
