package hounsfield.command;

import hounsfield.imagej.view.WindowTool;
import hounsfield.imagej.viewer.PresetMenu;
import hounsfield.imagej.viewer.ViewerKeys;
import hounsfield.imagej.viewer.WindowDrag;
import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Toolbar;
import ij.plugin.tool.PlugInTool;
import java.awt.MenuItem;
import java.awt.Point;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.function.Predicate;

/**
 * {@code Window/Level}, a tool of ImageJ's toolbar: dragging to the right widens the window of an image, dragging downwards
 * raises its center, on all slices at once. A double click on the tool, or a right click, shows the presets. The recorder gets
 * {@code HU Window...}.
 */
public final class WindowLevelTool extends PlugInTool {
    /** One object for all instances of this class that ImageJ creates, because {@link ViewerKeys} identifies it by reference. */
    private static final Predicate<ImagePlus> CHOSEN = image -> Toolbar.getPlugInTool() instanceof WindowLevelTool;

    private WindowDrag drag;

    /** Creates the tool, for ImageJ. */
    public WindowLevelTool() {}

    /** Puts the tool into the toolbar. While it is chosen there, the keys of presets work in all images. */
    @Override
    public void run(String argument) {
        super.run(argument);
        if (Toolbar.getInstance() != null) ViewerKeys.on(CHOSEN);
    }

    /** {@return the name of the tool, as ImageJ's {@code setTool} takes it} */
    @Override
    public String getToolName() {
        return "Window/Level";
    }

    /** {@return a circle whose right half is filled} */
    @Override
    public String getToolIcon() {
        return "C037O11ddF722cF932aFb428Fd614";
    }

    @Override
    public void mousePressed(ImagePlus image, MouseEvent event) {
        event.consume();
        drag = null;
        try {
            drag = WindowDrag.begin(image, event);
        } catch (IllegalArgumentException e) {
            IJ.showStatus(e.getMessage());
        }
    }

    @Override
    public void mouseDragged(ImagePlus image, MouseEvent event) {
        event.consume();
        if (drag != null) drag.move(event);
    }

    @Override
    public void mouseReleased(ImagePlus image, MouseEvent event) {
        event.consume();
        if (drag != null) drag.end();
        drag = null;
    }

    /** Shows the presets of the active image below the tool. */
    @Override
    public void showOptionsDialog() {
        Toolbar toolbar = Toolbar.getInstance();
        Point mouse = toolbar.getMousePosition();
        showPresets(toolbar, mouse == null ? 0 : mouse.x, toolbar.getHeight());
    }

    @Override
    public void showPopupMenu(MouseEvent event, Toolbar toolbar) {
        showPresets(toolbar, event.getX(), event.getY());
    }

    private static void showPresets(Toolbar toolbar, int x, int y) {
        MenuItem open = new MenuItem("HU Window Tool");
        open.addActionListener(event -> WindowTool.open());
        PresetMenu.show(WindowManager.getCurrentImage(), toolbar, x, y, List.of(open));
    }
}
