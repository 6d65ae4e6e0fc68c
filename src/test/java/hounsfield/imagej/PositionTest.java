package hounsfield.imagej;

import static hounsfield.testing.DicomImages.at;
import static hounsfield.testing.DicomImages.ct;
import static hounsfield.testing.DicomImages.gray;
import static hounsfield.testing.DicomImages.pixels;
import static hounsfield.testing.DicomImages.rescaled;
import static hounsfield.testing.DicomImages.write;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.standard.Tag;
import hounsfield.testing.DicomBytes;
import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.OvalRoi;
import ij.io.FileSaver;
import ij.plugin.Duplicator;
import ij.plugin.Resizer;
import ij.plugin.Slicer;
import ij.plugin.StackReverser;
import ij.plugin.SubstackMaker;
import ij.process.ImageProcessor;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Points of pixels in the patient. The value of a pixel of the test series is {@code 100 * slice + 10 * row + column}, so that
 * each pixel of a copy names the pixel of the file that it shows.
 */
class PositionTest {
    @TempDir
    Path folder;

    @BeforeEach
    @AfterEach
    void install() {
        Hounsfield.install();
        WindowManager.setTempCurrentImage(null);
    }

    /** Three tilted slices of 6 rows and 5 columns at z = 7, 2, 0, as their normal points down; a pixel is 0.5 mm high, 0.25 mm wide. */
    private ImagePlus series(boolean virtual) throws IOException {
        for (int slice = 0; slice < 3; slice++) {
            DicomBytes bytes = at(ct("1", slice + 1), "-10\\-20\\" + z(slice), "0\\1\\0\\0.6\\0\\-0.8");
            int[] values = new int[30];
            for (int i = 0; i < 30; i++) values[i] = 100 * slice + 10 * (i / 5) + i % 5;
            gray(bytes, "MONOCHROME2", 6, 5, 16, 16, false);
            write(folder, "s" + slice, pixels(rescaled(bytes, "0", "1"), values));
        }
        String path = folder.toString();
        ImagePlus image = virtual ? Hounsfield.openSeriesVirtual(path) : Hounsfield.openSeries(path);
        assertEquals(3, image.getStackSize());
        return image;
    }

    private static double z(int slice) {
        return new double[] {0, 2, 7}[slice];
    }

    /** The point that has a value, which may be between pixels. */
    private static double[] point(int slice, double row, double column) {
        return new double[] {-10 + 0.6 * 0.5 * row, -20 + 0.25 * column, z(slice) - 0.8 * 0.5 * row};
    }

    /** Checks all pixels of an image by their values. */
    private static void assertPlaced(int width, int height, int slices, ImagePlus image) {
        assertArrayEquals(
                new int[] {width, height, slices},
                new int[] {image.getWidth(), image.getHeight(), image.getStackSize()});
        for (int n = 1; n <= slices; n++) {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int value = Math.round(image.getStack().getProcessor(n).getf(x, y));
                    double[] expected = point(value / 100, value / 10 % 10, value % 10);
                    assertArrayEquals(expected, Hounsfield.positionOf(image, x, y, n), 1e-9, x + ", " + y + ", " + n);
                }
            }
        }
    }

    private static void assertUnknown(String reason, ImagePlus image) {
        String message = assertThrows(IllegalArgumentException.class, () -> Hounsfield.positionOf(image, 0, 0, 1))
                .getMessage();
        assertTrue(message.contains(reason), message);
    }

    private ImagePlus saved(ImagePlus image) {
        String tiff = folder.resolve("saved.tif").toString();
        assertTrue(new FileSaver(image).saveAsTiffStack(tiff));
        return IJ.openImage(tiff);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void copiesKnowTheirPlace(boolean virtual) throws IOException {
        ImagePlus image = series(virtual);
        assertPlaced(5, 6, 3, image);
        assertPlaced(5, 6, 3, image.duplicate());
        assertPlaced(5, 6, 2, new Duplicator().run(image, 2, 3));
        assertPlaced(5, 6, 2, new SubstackMaker().makeSubstack(image, "3,1"));
        image.setRoi(1, 2, 3, 4);
        assertPlaced(5, 6, 3, image.duplicate());
        ImagePlus crop = image.crop("stack");
        assertPlaced(3, 4, 3, crop);
        assertPlaced(3, 4, 2, image.crop("2-3"));
        assertPlaced(3, 4, 1, new Duplicator().run(image, 2, 2));
        assertPlaced(3, 4, 2, new SubstackMaker().makeSubstack(image, "3,1"));
        image.setSlice(2);
        assertPlaced(3, 4, 1, image.crop("slice"));
        assertPlaced(3, 4, 3, saved(crop));
        // A crop of a crop, by a selection that is not a rectangle.
        crop.setRoi(new OvalRoi(1, 1, 2, 2));
        ImagePlus inner = crop.crop("stack");
        assertPlaced(2, 2, 3, inner);
        new StackReverser().flipStack(inner);
        assertPlaced(2, 2, 3, inner);
    }

    @Test
    void cropOfTheImageItself() throws IOException {
        ImagePlus image = series(false);
        for (int size = 5; size > 1; size--) {
            image.setRoi(1, 0, size - 1, size);
            WindowManager.setTempCurrentImage(image);
            new Resizer().run("crop");
            assertPlaced(size - 1, size, 3, image);
        }
        ImagePlus copy = series(false).duplicate();
        copy.setRoi(2, 1, 2, 3);
        WindowManager.setTempCurrentImage(copy);
        new Resizer().run("crop");
        assertPlaced(2, 3, 3, copy);
    }

    @Test
    void ownCropsAndZooms() throws IOException {
        ImagePlus image = series(false);
        ImagePlus mask = IJ.createImage("mask", "8-bit black", 5, 6, 3);
        for (int n = 1; n <= 3; n++) {
            ImageProcessor pixels = mask.getStack().getProcessor(n);
            pixels.setRoi(1, 2, 2, 2);
            pixels.setValue(255);
            pixels.fill();
        }
        ImagePlus crop = Hounsfield.crop(image, mask);
        assertPlaced(2, 2, 3, crop);
        ImagePlus large = Hounsfield.cropResize(image, mask, 4, 4);
        assertArrayEquals(point(1, 1.75, 0.75), Hounsfield.positionOf(large, 0, 0, 2), 1e-9);
        assertArrayEquals(point(1, 3.25, 2.25), Hounsfield.positionOf(large, 3, 3, 2), 1e-9);
        ImagePlus zoomed = Hounsfield.zoomTo(crop, 5, 3);
        assertArrayEquals(point(0, 2, 1), Hounsfield.positionOf(zoomed, 0, 0, 3), 1e-9);
        assertArrayEquals(point(0, 3, 2), Hounsfield.positionOf(zoomed, 2, 4, 3), 1e-9);
        assertArrayEquals(point(0, 2.5, 1.5), Hounsfield.positionOf(Hounsfield.equalize(zoomed, 4), 1, 2, 3), 1e-9);
        zoomed.setRoi(1, 2, 2, 2);
        assertArrayEquals(point(0, 2.5, 1.5), Hounsfield.positionOf(zoomed.crop("stack"), 0, 0, 3), 1e-9);
    }

    @Test
    void pixelsBetweenAndBeyond() throws IOException {
        assertArrayEquals(point(1, -2.5, 7.25), Hounsfield.positionOf(series(false), 7.25, -2.5, 2), 1e-9);
    }

    @Test
    void whatIsNotKnownIsRefused() throws IOException {
        ImagePlus image = series(false);
        assertThrows(IllegalArgumentException.class, () -> Hounsfield.positionOf(image, 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> Hounsfield.positionOf(image, 0, 0, 4));
        assertThrows(IllegalArgumentException.class, () -> Hounsfield.positionOf(image, Double.NaN, 0, 1));
        ImagePlus file = saved(image);
        assertPlaced(5, 6, 3, file);
        file.setRoi(1, 1, 2, 2);
        assertUnknown("cropped or resized", file.crop("stack"));
        assertUnknown("cropped or resized", image.resize(10, 12, "none"));
        assertUnknown("not known", IJ.createImage("plain", "8-bit black", 2, 2, 1));
        DicomBytes bytes = gray(ct("2", 1), "MONOCHROME2", 2, 2, 16, 16, false);
        assertUnknown(
                "not known",
                Hounsfield.open(write(folder, "x", pixels(bytes, 1, 2, 3, 4)).toString()));
        image.getStack().setSliceLabel("another", 1);
        assertUnknown("not known", image);
    }

    private static ImagePlus reslice(
            ImagePlus image, String start, boolean flip, boolean rotate, boolean avoid, double step) throws Exception {
        Slicer slicer = new Slicer();
        // The dialog, which needs a display, sets these.
        Map<String, Object> options = Map.of(
                "startAt", start,
                "flip", flip,
                "rotate", rotate,
                "nointerpolate", avoid,
                "inputZSpacing", image.getCalibration().pixelDepth,
                "outputZSpacing", step);
        for (Map.Entry<String, Object> option : options.entrySet()) {
            Field field = Slicer.class.getDeclaredField(option.getKey());
            field.setAccessible(true);
            field.set(slicer, option.getValue());
        }
        return slicer.reslice(image);
    }

    /** Each place has the value there, which is linear between the slices at 0, 2 and 7 mm; the last of them is not quite reached. */
    private static void assertResliced(ImagePlus resliced, String how) {
        for (int n = 1; n <= resliced.getStackSize(); n++) {
            for (int y = 0; y < resliced.getHeight(); y++) {
                for (int x = 0; x < resliced.getWidth(); x++) {
                    double[] point = Hounsfield.positionOf(resliced, x, y, n);
                    double row = (point[0] + 10) / 0.3;
                    double column = (point[1] + 20) / 0.25;
                    double height = point[2] + 0.4 * row;
                    double slice = height < 2 ? height / 2 : 1 + (height - 2) / 5;
                    assertEquals(
                            100 * slice + 10 * row + column,
                            resliced.getStack().getProcessor(n).getf(x, y),
                            0.15,
                            how + " " + x + ", " + y + ", " + n);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void resliceOfTheStack(boolean virtual) throws Exception {
        ImagePlus image = series(virtual);
        for (String start : new String[] {"Top", "Left", "Bottom", "Right"}) {
            for (int turn = 0; turn < 8; turn++) {
                for (double step : new double[] {1, 2, 1.25}) {
                    boolean avoid = turn > 3;
                    if (avoid && step != 1) continue;
                    ImagePlus resliced = reslice(image, start, turn % 2 == 1, turn / 2 % 2 == 1, avoid, step);
                    assertResliced(resliced, start + " " + turn + " " + step);
                }
            }
        }
        assertResliced(new Slicer().reslice(image), "by the call of scripts");
    }

    /** Slices without differences can be flipped or not, and slices at equal distances have another place then. */
    @Test
    void resliceThatCannotBeToldIsRefused() throws Exception {
        ImagePlus image = series(false);
        ImagePlus resliced = reslice(image, "Left", true, false, false, 1);
        assertResliced(resliced, "Left");
        // Now it is the one that begins at the right.
        new StackReverser().flipStack(resliced);
        assertResliced(resliced, "reversed");
        resliced.getStack().getProcessor(1).flipHorizontal();
        ImagePlus copy = resliced.duplicate();
        assertUnknown("not known", copy);
        // Unlike the images of other tests, which may be in memory still.
        image.getStack().getProcessor(2).setf(2, 2, 0.25f);
        ImagePlus again = reslice(image, "Left", true, false, false, 1);
        Hounsfield.positionOf(again, 0, 0, 1);
        ImagePlus third = reslice(image, "Left", true, false, false, 1);
        image.getStack().getProcessor(2).setf(2, 2, 0.5f);
        assertUnknown("not known", third);
        for (int n = 1; n <= 3; n++) image.getStack().getProcessor(n).set(5);
        assertUnknown("not known", reslice(image, "Top", false, false, false, 1));
        assertUnknown("not known", reslice(image.duplicate(), "Top", false, false, false, 1));
    }

    @Test
    void timesOfASliceHaveItsPlace() throws IOException {
        for (int t = 0; t < 2; t++) {
            for (int slice = 0; slice < 2; slice++) {
                DicomBytes bytes = at(ct("3", 2 * t + slice + 1), "0\\0\\" + z(slice), "1\\0\\0\\0\\1\\0");
                int[] values = new int[4];
                Arrays.fill(values, t);
                gray(bytes, "MONOCHROME2", 2, 2, 16, 16, false);
                write(folder, "t" + t + slice, pixels(rescaled(bytes, "0", "1"), values));
            }
        }
        ImagePlus image = Hounsfield.openSeries(folder.toString());
        assertEquals(2, image.getNFrames());
        for (int n = 1; n <= 4; n++) assertEquals(z((n - 1) % 2), Hounsfield.positionOf(image, 0, 0, n)[2]);
    }

    /** Channels and times of 3 slices; pixels of a channel at a time have its thousands. */
    private ImagePlus channels(boolean virtual) throws IOException {
        for (int slice = 0; slice < 3; slice++) {
            for (int channel = 1; channel <= 2; channel++) {
                for (int time = 1; time <= 2; time++) {
                    int thousands = 2 * time + channel - 2;
                    DicomBytes bytes = ct("9", slice)
                            .text(Tag.ECHO_TIME, "DS", Integer.toString(10 * channel))
                            .text(Tag.TEMPORAL_POSITION_IDENTIFIER, "IS", Integer.toString(time));
                    at(bytes, "-10\\-20\\" + z(slice), "0\\1\\0\\0.6\\0\\-0.8");
                    int[] values = new int[30];
                    for (int i = 0; i < 30; i++) values[i] = 1000 * thousands + 100 * slice + 10 * (i / 5) + i % 5;
                    gray(bytes, "MONOCHROME2", 6, 5, 16, 16, false);
                    write(folder, "c" + channel + "t" + time + "s" + slice, pixels(rescaled(bytes, "0", "1"), values));
                }
            }
        }
        String path = folder.toString();
        ImagePlus image = virtual ? Hounsfield.openSeriesVirtual(path) : Hounsfield.openSeries(path);
        assertEquals(2, image.getNChannels());
        assertEquals(2, image.getNFrames());
        return image;
    }

    /** Checks an image of several channels by the values without their thousands. */
    private static void assertChannelsPlaced(int width, int height, int slices, ImagePlus image) {
        ImagePlus plain = new ImagePlus("plain", image.getStack().duplicate());
        for (int n = 1; n <= slices; n++) {
            ImageProcessor pixels = plain.getStack().getProcessor(n);
            for (int i = 0; i < width * height; i++) pixels.setf(i, pixels.getf(i) % 1000);
        }
        assertEquals(slices, image.getStackSize());
        assertEquals(width, image.getWidth());
        assertEquals(height, image.getHeight());
        for (int n = 1; n <= slices; n++) {
            for (int i = 0; i < width * height; i++) {
                int value = Math.round(plain.getStack().getProcessor(n).getf(i));
                double[] expected = point(value / 100, value / 10 % 10, value % 10);
                assertArrayEquals(
                        expected, Hounsfield.positionOf(image, i % width, i / width, n), 1e-9, i + " of slice " + n);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void copiesOfChannelsKnowTheirPlace(boolean virtual) throws IOException {
        ImagePlus image = channels(virtual);
        assertChannelsPlaced(5, 6, 12, image);
        assertChannelsPlaced(5, 6, 12, image.duplicate());
        assertChannelsPlaced(5, 6, 4, new Duplicator().run(image, 1, 2, 2, 3, 2, 2));
        assertChannelsPlaced(5, 6, 3, new Duplicator().run(image, 2, 2, 1, 3, 1, 1));
        ImagePlus part = new SubstackMaker().makeSubstack(image, "2-3");
        assertChannelsPlaced(5, 6, part.getStackSize(), part);
        image.setRoi(1, 2, 3, 4);
        assertChannelsPlaced(3, 4, 12, image.crop("stack"));
        ImagePlus copy = new Duplicator().run(image, 1, 2, 2, 3, 2, 2);
        assertTrue(copy.isComposite());
        assertChannelsPlaced(3, 4, 4, copy);
        assertChannelsPlaced(3, 4, 3, new Duplicator().run(image, 2, 2, 1, 3, 1, 1));
        part = new SubstackMaker().makeSubstack(image, "2-3");
        assertChannelsPlaced(3, 4, part.getStackSize(), part);
        image.setPosition(2, 3, 1);
        assertChannelsPlaced(3, 4, 1, image.crop());
        assertChannelsPlaced(3, 4, 12, saved(image.crop("stack")));
    }

    @Test
    void cropOfChannelsThemselves() throws IOException {
        ImagePlus image = channels(false);
        for (int size = 5; size > 2; size--) {
            image.setRoi(1, 0, size - 1, size);
            WindowManager.setTempCurrentImage(image);
            new Resizer().run("crop");
            assertChannelsPlaced(size - 1, size, 12, image);
        }
    }

    @Test
    void channelsMadeOfWindows() throws IOException {
        ImagePlus image = Hounsfield.channels(series(false), "lungs,brain");
        image.setRoi(1, 2, 3, 4);
        ImagePlus crop = image.crop("stack");
        assertEquals(3, crop.getNChannels());
        assertArrayEquals(point(2, 2, 1), Hounsfield.positionOf(crop, 0, 0, 1), 1e-9);
        assertArrayEquals(point(0, 5, 3), Hounsfield.positionOf(crop, 2, 3, 9), 1e-9);
    }

    /** Reslice copies neither labels nor properties, so the place is unknown, which is reported. */
    @Test
    void reslicedChannelsAreRefused() throws IOException {
        assertUnknown("not known", new Slicer().reslice(channels(false)));
    }

    @Test
    void regularVolumesOfChannels() throws IOException {
        ImagePlus image = channels(false);
        ImagePlus regular = Hounsfield.regularize(image, 0, "linear");
        assertEquals(2, regular.getNChannels());
        assertEquals(2, regular.getNFrames());
        int n = regular.getStackIndex(2, 3, 1);
        assertEquals(
                "Slice 3, TE 20 ms, temporal position 1", regular.getStack().getSliceLabel(n));
        CompositeImage shown = (CompositeImage) regular;
        CompositeImage before = (CompositeImage) image;
        for (int channel = 1; channel <= 2; channel++) {
            assertEquals(before.getChannelLut(channel).min, shown.getChannelLut(channel).min);
            assertEquals(before.getChannelLut(channel).max, shown.getChannelLut(channel).max);
        }
        Map<String, double[]> geometry = Hounsfield.geometry(regular);
        assertArrayEquals(Hounsfield.positionOf(regular, 0, 0, 1), geometry.get("origin"), 1e-9);
        assertArrayEquals(new double[] {0.25, 0.5, regular.getCalibration().pixelDepth}, geometry.get("spacing"), 1e-9);
        assertArrayEquals(new double[] {0, 0.6, -0.8, 1, 0, 0, 0, -0.8, -0.6}, geometry.get("direction"), 1e-9);
        regular.setRoi(1, 1, 2, 2);
        double[] corner = Hounsfield.positionOf(regular, 1, 1, 4);
        assertArrayEquals(corner, Hounsfield.positionOf(regular.crop("stack"), 0, 0, 4), 1e-9);
    }
}
