package hounsfield.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.imagej.Hounsfield;
import hounsfield.testing.DicomImages;
import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.io.IOPlugin;
import org.scijava.io.IOService;
import org.scijava.io.location.LocationService;
import org.scijava.plugin.PluginInfo;
import org.scijava.plugin.PluginService;

/** The plugin as Fiji finds and asks it. */
class DicomIOTest {
    @TempDir
    Path folder;

    private final Context context = new Context(IOService.class, PluginService.class, LocationService.class);
    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = slice("a", "1", 1);
        Hounsfield.setOption("open", "true");
    }

    @AfterEach
    void end() throws IOException {
        Hounsfield.setOption("open", "false");
        Hounsfield.setOption("pixels", "32-bit");
        context.dispose();
    }

    private Path slice(String name, String series, int number) throws IOException {
        var bytes = DicomImages.at(DicomImages.ct(series, number), "0\\0\\" + number, "1\\0\\0\\0\\1\\0");
        var gray = DicomImages.rescaled(DicomImages.gray(bytes, "MONOCHROME2", 1, 1, 16, 16, false), "-1024", "1");
        return DicomImages.write(folder, name, DicomImages.pixels(gray, new int[] {1000 + number}));
    }

    private IOPlugin<?> eager() {
        PluginInfo<IOPlugin<?>> info = context.service(IOService.class).getPlugins().stream()
                .filter(each -> each.is("eager"))
                .findFirst()
                .orElseThrow();
        return (IOPlugin<?>) context.service(PluginService.class).createInstance(info);
    }

    @Test
    void sciJavaFindsAnEagerPluginThatOpensUnshown() throws IOException {
        IOPlugin<?> plugin = eager();
        assertTrue(plugin.supportsOpen(file.toString()));
        ImagePlus image = (ImagePlus) plugin.open(file.toString());
        assertEquals(-23, image.getProcessor().getf(0, 0));
        assertEquals("HU", image.getCalibration().getValueUnit());
        assertNull(WindowManager.getCurrentImage());
    }

    @Test
    void switchedOffItDeclinesAll() throws IOException {
        Hounsfield.setOption("open", "false");
        assertFalse(eager().supportsOpen(file.toString()));
        assertFalse(eager().supportsOpen(folder.toString()));
    }

    @Test
    void otherThingsAreDeclined() throws IOException {
        IOPlugin<?> plugin = eager();
        Path text = Files.writeString(folder.resolve("text.txt"), "text");
        for (String other : new String[] {text.toString(), "http://localhost/a.dcm", "", "\0", "no such file"}) {
            assertFalse(plugin.supportsOpen(other), other);
        }
    }

    /** Files are recognized by content; names do not matter, in either direction. */
    @Test
    void filesAndFoldersOfOtherKindsAreLeftToTheirReaders() throws IOException {
        Path others = Files.createDirectories(folder.resolve("others"));
        List<Path> declined = new ArrayList<>();
        BufferedImage drawn = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
        for (String format : List.of("tif", "png")) {
            for (String name : List.of("drawn." + format, format + ".dcm")) {
                Path path = others.resolve(name);
                ImageIO.write(drawn, format, path.toFile());
                declined.add(path);
            }
        }
        declined.add(Files.writeString(others.resolve("text.txt"), "plain text"));
        declined.add(Files.writeString(others.resolve("text.dcm"), "plain text"));
        declined.add(others);
        declined.add(Files.createDirectories(folder.resolve("empty")));
        declined.add(Files.createDirectories(folder.resolve("of empty ones/1")).getParent());
        // Zarr 2 and 3, with chunks that have no extension.
        Path zarr2 = Files.createDirectories(folder.resolve("2.zarr/0"));
        Files.writeString(zarr2.resolve(".zarray"), "{\"zarr_format\": 2}");
        Files.write(zarr2.resolve("0.0.0"), new byte[4096]);
        declined.add(zarr2.getParent());
        Path zarr3 = Files.createDirectories(folder.resolve("3.zarr/0/c/0/0"));
        Files.writeString(folder.resolve("3.zarr/zarr.json"), "{\"zarr_format\": 3, \"node_type\": \"group\"}");
        for (int chunk = 0; chunk < 30; chunk++) Files.write(zarr3.resolve("" + chunk), new byte[4096]);
        declined.add(folder.resolve("3.zarr"));
        IOService service = context.service(IOService.class);
        for (Path path : declined) {
            assertFalse(eager().supportsOpen(path.toString()), path::toString);
            assertFalse(service.getOpener(path.toString()) instanceof DicomIO, path::toString);
        }
        assertInstanceOf(DicomIO.class, service.getOpener(file.toString()));
        assertInstanceOf(
                DicomIO.class,
                service.getOpener(Files.copy(file, others.resolve("image.png")).toString()));
    }

    /** ImageJ's reader, which Fiji asks next, gives stored values without a unit. */
    @Test
    void switchedOffImageJsOwnReaderGetsTheFile() throws IOException {
        Hounsfield.setOption("open", "false");
        IOService service = context.service(IOService.class);
        assertFalse(service.getOpener(file.toString()) instanceof DicomIO);
        assertFalse(service.getOpener(folder.toString()) instanceof DicomIO);
        ImagePlus own = IJ.openImage(file.toString());
        assertEquals(16, own.getBitDepth());
        Hounsfield.setOption("open", "true");
        assertInstanceOf(DicomIO.class, service.getOpener(file.toString()));
        assertInstanceOf(DicomIO.class, service.getOpener(folder.toString()));
        ImagePlus opened = (ImagePlus) service.open(file.toString());
        assertEquals(-23, opened.getProcessor().getf(0, 0));
    }

    @Test
    void aFolderIsItsOnlySeries() throws IOException {
        slice("b", "1", 2);
        IOPlugin<?> plugin = eager();
        assertTrue(plugin.supportsOpen(folder.toString()));
        ImagePlus image = (ImagePlus) plugin.open(folder.toString());
        assertEquals(2, image.getNSlices());
        slice("c", "2", 1);
        IOException several = assertThrows(IOException.class, () -> plugin.open(folder.toString()));
        assertTrue(several.getMessage().contains("several series"), several.getMessage());
    }

    /** Fiji's opener calls methods with these names, and shows no ImagePlus. */
    @Test
    void whatFijiOpensForTheUserIsShown() throws IOException {
        IOPlugin<?> plugin = eager();
        ij.macro.Interpreter.batchMode = true;
        try {
            assertEquals(true, interceptFileOpen(plugin, file.toString()));
            ImagePlus image = WindowManager.getCurrentImage();
            assertEquals(-23, image.getProcessor().getf(0, 0));
            image.close();
        } finally {
            ij.macro.Interpreter.batchMode = false;
        }
    }

    private static Object interceptFileOpen(IOPlugin<?> plugin, String path) throws IOException {
        return plugin.open(path);
    }

    @Test
    void theFormOfPixelsIsThatOfTheOptions() throws IOException {
        Hounsfield.setOption("pixels", "16-bit");
        ImagePlus image = (ImagePlus) eager().open(file.toString());
        assertEquals(16, image.getBitDepth());
        assertEquals(-23, image.getCalibration().getCValue(image.getProcessor().get(0, 0)));
        // Two slopes have no calibration of 16 bits in common.
        var bytes = DicomImages.at(DicomImages.ct("1", 2), "0\\0\\2", "1\\0\\0\\0\\1\\0");
        var gray = DicomImages.rescaled(DicomImages.gray(bytes, "MONOCHROME2", 1, 1, 16, 16, false), "0", "0.37");
        DicomImages.write(folder, "b", DicomImages.pixels(gray, new int[] {100}));
        ImagePlus stack = (ImagePlus) eager().open(folder.toString());
        assertEquals(32, stack.getBitDepth());
        assertEquals(37f, stack.getStack().getProcessor(2).getf(0, 0));
    }
}
