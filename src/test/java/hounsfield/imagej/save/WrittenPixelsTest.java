package hounsfield.imagej.save;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.data.DataSet;
import hounsfield.frame.FunctionalGroups;
import hounsfield.imagej.Hounsfield;
import hounsfield.parse.DicomFile;
import hounsfield.phantom.CtPhantom;
import hounsfield.standard.Tag;
import hounsfield.testing.ExternalProgram;
import hounsfield.testing.Sha256;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ShortProcessor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The stored values of every kind of new file, as dcmtk, GDCM and pydicom read them, against the pixels that were saved. Skipped
 * where a program is not installed.
 */
class WrittenPixelsTest {
    private static final String PYTHON = "/usr/bin/python3";

    @TempDir
    static Path folder;

    private static ImagePlus image;
    private static List<Written> written;
    private static final Roi AREA = new OvalRoi(100, 80, 61, 43);
    private static final float[] X = {300.25f, 380.5f, 340};
    private static final float[] Y = {200.75f, 210.25f, 290};

    /**
     * A file.
     *
     * @param name in the folder
     * @param pixels what it has, in little endian order
     * @param tag of the pixels
     */
    record Written(String name, byte[] pixels, String tag) {
        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    static void open() throws Exception {
        new CtPhantom().write(folder.resolve("ct"));
        image = Hounsfield.openSeries(folder.resolve("ct").toString());
    }

    private static String save(ImagePlus from, String name, String form, String compress, String values)
            throws IOException {
        Hounsfield.saveDicomAs(from, folder.resolve(name).toString(), form, compress, values, "");
        return name;
    }

    /** The 16-bit numbers that a phantom of whole HU has after its rescale of 1 and an intercept. */
    private static byte[] stored(int first, int last, int intercept) {
        ByteBuffer bytes =
                ByteBuffer.allocate((last - first + 1) * 2 * 512 * 512).order(ByteOrder.LITTLE_ENDIAN);
        for (int n = first; n <= last; n++) {
            for (float value : (float[]) image.getStack().getPixels(n)) bytes.putShort((short) (value - intercept));
        }
        return bytes.array();
    }

    private static byte[] floats() {
        ByteBuffer bytes =
                ByteBuffer.allocate(image.getStackSize() * 4 * 512 * 512).order(ByteOrder.LITTLE_ENDIAN);
        for (int n = 1; n <= image.getStackSize(); n++) {
            for (float value : (float[]) image.getStack().getPixels(n)) bytes.putFloat(value);
        }
        return bytes.array();
    }

    static List<Written> images() throws IOException {
        if (written == null) written = write().toList();
        return written;
    }

    private static Stream<Written> write() throws IOException {
        String pixelData = "7fe0,0010";
        int all = image.getStackSize();
        int[] colors = new int[60];
        byte[] samples = new byte[180];
        short[] numbers = new short[60];
        ByteBuffer words = ByteBuffer.allocate(120).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 60; i++) {
            colors[i] = i * 4_000_037;
            for (int channel = 0; channel < 3; channel++)
                samples[3 * i + channel] = (byte) (colors[i] >> 16 - 8 * channel);
            numbers[i] = (short) (i * 4099);
            words.putShort(numbers[i]);
        }
        ImagePlus color = new ImagePlus("color", new ColorProcessor(10, 6, colors));
        ImagePlus gray = new ImagePlus("gray", color.getProcessor().convertToByte(false));
        ImagePlus deep = new ImagePlus("deep", new ShortProcessor(10, 6, numbers, null));
        byte[] grays = (byte[]) gray.getProcessor().getPixels();
        save(image, "series", "series", "none", "16-bit");
        save(image, "series-rle", "series", "RLE", "16-bit");
        save(image, "series-deflated", "series", "deflated", "16-bit");
        save(image, "capture", "secondary capture", "none", "16-bit");
        int intercept = intercept(folder.resolve("series/IM0001.dcm"));
        byte[] frames =
                stored(1, all, intercept(folder.resolve(save(image, "frames.dcm", "multi-frame", "none", "16-bit"))));
        return Stream.of(
                new Written("series/IM0001.dcm", stored(1, 1, intercept), pixelData),
                new Written("series-rle/IM0002.dcm", stored(2, 2, intercept), pixelData),
                new Written("series-deflated/IM0003.dcm", stored(3, 3, intercept), pixelData),
                new Written(
                        "capture/IM0003.dcm", stored(3, 3, intercept(folder.resolve("capture/IM0003.dcm"))), pixelData),
                new Written("frames.dcm", frames, pixelData),
                new Written(save(image, "rle.dcm", "multi-frame", "RLE", "16-bit"), frames, pixelData),
                new Written(save(image, "deflated.dcm", "multi-frame", "deflated", "16-bit"), frames, pixelData),
                new Written(save(image, "float.dcm", "multi-frame", "none", "float"), floats(), "7fe0,0008"),
                new Written(save(color, "color.dcm", "secondary capture", "none", "16-bit"), samples, pixelData),
                new Written(save(color, "color-rle.dcm", "secondary capture", "RLE", "16-bit"), samples, pixelData),
                new Written(save(gray, "gray.dcm", "secondary capture", "none", "16-bit"), grays, pixelData),
                new Written(save(gray, "gray-rle.dcm", "secondary capture", "RLE", "16-bit"), grays, pixelData),
                new Written(save(deep, "deep.dcm", "secondary capture", "none", "16-bit"), words.array(), pixelData),
                new Written(regions("segmentation.dcm", "segmentation"), mask(), pixelData),
                new Written(regions("labels.dcm", "label map"), mask(), pixelData));
    }

    private static int intercept(Path file) throws IOException {
        FunctionalGroups groups = FunctionalGroups.of(DicomFile.read(file).dataSet());
        DataSet transform = groups.attributes(0, Tag.PIXEL_VALUE_TRANSFORMATION_SEQUENCE);
        assertEquals("1", transform.findString(Tag.RESCALE_SLOPE).orElseThrow().strip());
        return Integer.parseInt(
                transform.findString(Tag.RESCALE_INTERCEPT).orElseThrow().strip());
    }

    private static String regions(String name, String format) throws IOException {
        Roi area = (Roi) AREA.clone();
        area.setPosition(3);
        ImagePlus source = image.duplicate();
        source.setOverlay(new Overlay(area));
        Hounsfield.saveRegions(source, folder.resolve(name).toString(), format, "overlay");
        return name;
    }

    private static byte[] mask() {
        byte[] mask = new byte[512 * 512];
        for (java.awt.Point point : AREA.getContainedPoints()) mask[512 * point.y + point.x] = 1;
        return mask;
    }

    /** Bits of the first pixels in the lowest bits (PS3.5 8.1.1). */
    private static byte[] packed(byte[] bytes) {
        byte[] bits = new byte[bytes.length / 8];
        for (int i = 0; i < bytes.length; i++) bits[i / 8] |= (byte) (bytes[i] << i % 8);
        return bits;
    }

    private static void assertPixels(Written written, byte[] read) {
        byte[] expected = written.name.equals("segmentation.dcm") ? packed(written.pixels) : written.pixels;
        assertEquals(Sha256.of(ByteBuffer.wrap(expected)), Sha256.of(ByteBuffer.wrap(read)), written.name);
    }

    @ParameterizedTest
    @MethodSource("images")
    void dcmtkReadsTheSavedPixels(Written written) throws Exception {
        Path plain = folder.resolve("dcmtk.dcm");
        ExternalProgram.run("dcmdrle", folder.resolve(written.name).toString(), plain.toString());
        Path raw = Files.createDirectories(folder.resolve("dcmtk"));
        String dump = ExternalProgram.run("dcmdump", "+L", "+W", raw.toString(), plain.toString());
        Path pixels = raw.resolve("dcmtk.dcm.0.raw");
        if (written.tag.equals("7fe0,0008")) {
            // dcmdump writes no floats to files.
            assertTrue(dump.contains(
                    "(7fe0,0008) OF " + (int) ((float[]) image.getStack().getPixels(1))[0] + "\\"));
            return;
        }
        assertPixels(written, Files.readAllBytes(pixels));
        Files.delete(pixels);
    }

    @ParameterizedTest
    @MethodSource("images")
    void gdcmReadsTheSavedPixels(Written written) throws Exception {
        Path plain = folder.resolve(written.name);
        if (written.name.contains("rle")) {
            plain = folder.resolve("gdcm.dcm");
            ExternalProgram.run(
                    "gdcmconv", "--raw", folder.resolve(written.name).toString(), plain.toString());
        }
        Path raw = folder.resolve("gdcm.raw");
        ExternalProgram.run("gdcmraw", "-i", plain.toString(), "-o", raw.toString(), "-t", written.tag);
        assertPixels(written, Files.readAllBytes(raw));
        Files.delete(raw);
    }

    @ParameterizedTest
    @MethodSource("images")
    void pydicomReadsTheSavedPixels(Written written) throws Exception {
        String script = "import sys, hashlib, pydicom; "
                + "print(hashlib.sha256(pydicom.dcmread(sys.argv[1]).pixel_array.tobytes()).hexdigest())";
        assumePydicom();
        String read = ExternalProgram.run(
                PYTHON, "-c", script, folder.resolve(written.name).toString());
        assertEquals(Sha256.of(ByteBuffer.wrap(written.pixels)), read.strip(), written.name);
    }

    private static void assumePydicom() throws Exception {
        String there = ExternalProgram.run(PYTHON, "-c", "import numpy, pydicom; print('there')");
        Assumptions.assumeTrue(there.contains("there"), "no pydicom");
    }

    /** The points of a contour in the patient are those of the polygon: 0.5 is the center of a pixel of ImageJ. */
    @Test
    void pydicomReadsTheSavedContour() throws Exception {
        assumePydicom();
        ImagePlus source = image.duplicate();
        Roi polygon = new PolygonRoi(X, Y, Roi.POLYGON);
        polygon.setPosition(5);
        source.setOverlay(new Overlay(polygon));
        Path file = folder.resolve("contour.dcm");
        Hounsfield.saveRegions(source, file.toString(), "structure set", "overlay");
        String script = "import sys, pydicom; d = pydicom.dcmread(sys.argv[1]); "
                + "print(*[float(v) for v in d.ROIContourSequence[0].ContourSequence[0].ContourData])";
        double[] read = Stream.of(ExternalProgram.run(PYTHON, "-c", script, file.toString())
                        .strip()
                        .split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        double[] corner = Hounsfield.positionOf(image, 0, 0, 5);
        double[] right = Hounsfield.positionOf(image, 1, 0, 5);
        double[] down = Hounsfield.positionOf(image, 0, 1, 5);
        assertEquals(9, read.length);
        for (int i = 0; i < 9; i++) {
            int axis = i % 3;
            double expected = corner[axis]
                    + (X[i / 3] - 0.5) * (right[axis] - corner[axis])
                    + (Y[i / 3] - 0.5) * (down[axis] - corner[axis]);
            assertEquals(expected, read[i], 1e-6, String.format(Locale.ROOT, "number %d", i));
        }
    }

    /** The identity also for whole numbers in 32 bits without a source, and for the 16-bit numbers of a CT. */
    @Test
    void wholeNumbersComeBackFromEveryForm() throws Exception {
        ImageStack stack = new ImageStack(9, 7);
        for (int n = 0; n < 3; n++) {
            float[] values = new float[63];
            for (int i = 0; i < 63; i++) values[i] = -1024 + 61 * i + 7 * n;
            stack.addSlice(new FloatProcessor(9, 7, values));
        }
        ImagePlus whole = new ImagePlus("whole", stack);
        Path file = folder.resolve("whole.dcm");
        Hounsfield.saveDicomAs(whole, file.toString(), "multi-frame", "none", "16-bit", "");
        ImagePlus back = Hounsfield.open(file.toString());
        for (int n = 1; n <= 3; n++)
            assertArrayEquals(
                    (float[]) stack.getPixels(n), (float[]) back.getStack().getPixels(n));
        ImagePlus short1 =
                Hounsfield.open16Bit(folder.resolve("ct").resolve(first()).toString());
        Path again = folder.resolve("again.dcm");
        Hounsfield.saveDicom(short1, again.toString());
        ImagePlus short2 = Hounsfield.open16Bit(again.toString());
        assertArrayEquals((short[]) short1.getProcessor().getPixels(), (short[])
                short2.getProcessor().getPixels());
        assertEquals(
                short1.getCalibration().getCValue(0), short2.getCalibration().getCValue(0));
    }

    private static String first() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("ct"))) {
            return List.copyOf(files.sorted().toList()).get(0).getFileName().toString();
        }
    }
}
