package hounsfield.imagej.view;

import hounsfield.imagej.process.DerivedImage;
import ij.IJ;
import ij.ImagePlus;
import ij.Menus;
import ij.WindowManager;
import ij.macro.Interpreter;
import java.awt.GraphicsEnvironment;
import java.nio.file.Path;

/** Shows the image that a command made of another image. */
public final class ResultView {
    private ResultView() {}

    /**
     * Shows a result in a window of its own, at the slice that the original shows.
     *
     * @param image the original
     * @param result not shown yet
     */
    public static void show(ImagePlus image, ImagePlus result) {
        int[] position = image.convertIndexToPosition(image.getCurrentSlice());
        int channel = result.getNChannels() == image.getNChannels() ? position[0] : 1;
        result.setPosition(channel, position[1], position[2]);
        show(result);
    }

    /**
     * Shows a new image. If another one has its title, ImageJ's rule for files makes it unique: {@code CT-1}.
     *
     * @param image not shown yet
     */
    public static void show(ImagePlus image) {
        WindowManager.checkForDuplicateName = !GraphicsEnvironment.isHeadless() && !Interpreter.isBatchMode();
        image.show();
    }

    /**
     * Shows an image as {@link #show(ImagePlus)} does, and adds its path to File &gt; Open Recent.
     *
     * @param image not shown yet
     * @param path the file or folder that was opened
     */
    public static void showOpened(ImagePlus image, Path path) {
        show(image);
        if (IJ.getInstance() != null && !IJ.isMacro()) {
            Menus.addOpenRecentItem(path.toAbsolutePath().toString());
        }
    }

    /**
     * Shows a result in place of the original if that is a single image of the same type and size, so that Undo restores
     * it; else as {@link #show}.
     *
     * @param image the original
     * @param result not shown yet
     */
    public static void replace(ImagePlus image, ImagePlus result) {
        if (DerivedImage.canReplace(image, result)) DerivedImage.replace(image, result);
        else show(image, result);
    }
}
