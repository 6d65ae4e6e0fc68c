package hounsfield.demo;

import hounsfield.imagej.Hounsfield;
import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.gui.ImageWindow;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** Shows ImageJ on the screen with the plugin's menus and the image in a window. */
final class DesktopDemo {
    private static final String MENUS = "/plugins.config";
    private static final int BINS = 100;
    private static final int LEFT = 40;
    private static final int TOP = 140;
    private static final int GAP = 8;

    /** Opens the image after ImageJ has started, so that it can show progress and the log. */
    interface Source {
        ImagePlus open() throws IOException;
    }

    private DesktopDemo() {}

    static void open(Path folder, Source source) throws IOException {
        // ImageJ takes menus only from jars in its plugins folder; the classes are already on the class path.
        System.setProperty("plugins.dir", writeMenuJar(folder).toString());
        ImageJ imageJ = new ImageJ();
        imageJ.exitWhenQuitting(true);

        try {
            show(source.open());
        } catch (IOException | IllegalArgumentException e) {
            IJ.error("Hounsfield", e.getMessage());
        }
    }

    private static void show(ImagePlus image) {
        image.setSlice((image.getStackSize() + 1) / 2);
        ImageWindow.setNextLocation(LEFT, TOP);
        image.show();
        if (image.getType() == ImagePlus.COLOR_RGB) return;
        ImagePlus equalized = Hounsfield.equalize(image, BINS);
        equalized.setSlice(image.getCurrentSlice());
        placeBeside(image.getWindow(), equalized.getWidth());
        equalized.show();
        if (Report.isHounsfield(image)) Hounsfield.window(image, "mediastinum");
        IJ.showStatus("The commands are in Plugins > Hounsfield");
    }

    /** Places the next window beside this one if the screen is wide enough; otherwise ImageJ chooses a place. */
    private static void placeBeside(ImageWindow window, int width) {
        int left = window.getX() + window.getWidth() + GAP;
        if (left + width < IJ.getScreenSize().width) ImageWindow.setNextLocation(left, window.getY());
    }

    /** Writes {@code plugins/Hounsfield_.jar} with the menus alone; returns the folder above {@code plugins}. */
    private static Path writeMenuJar(Path folder) throws IOException {
        Path plugins = Files.createDirectories(folder.resolve("ImageJ").resolve("plugins"));
        try (InputStream menus = DesktopDemo.class.getResourceAsStream(MENUS);
                OutputStream file = Files.newOutputStream(plugins.resolve("Hounsfield_.jar"));
                JarOutputStream jar = new JarOutputStream(file)) {
            if (menus == null) throw new FileNotFoundException(MENUS + " is not on the class path");
            jar.putNextEntry(new JarEntry(MENUS.substring(1)));
            menus.transferTo(jar);
            jar.closeEntry();
        }
        return plugins.getParent().toAbsolutePath();
    }
}
