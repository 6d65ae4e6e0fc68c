package hounsfield.imagej;

import static hounsfield.testing.DicomImages.ct;
import static hounsfield.testing.DicomImages.gray;
import static hounsfield.testing.DicomImages.pixels;
import static hounsfield.testing.DicomImages.rescaled;
import static hounsfield.testing.DicomImages.slice;
import static hounsfield.testing.DicomImages.write;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hounsfield.dataset.export.BatchExport;
import hounsfield.dataset.export.ExportScope;
import hounsfield.dataset.export.SeriesExport;
import hounsfield.dataset.part.PartFolder;
import hounsfield.dataset.part.Shard;
import hounsfield.dataset.picture.ExportFormat;
import hounsfield.dataset.picture.ExportNames;
import hounsfield.dataset.picture.ExportSettings;
import hounsfield.dataset.picture.ExportWindow;
import hounsfield.dataset.picture.PictureWriter;
import hounsfield.deidentify.key.Pseudonyms;
import hounsfield.imagej.display.WindowPresets;
import hounsfield.imagej.files.ExportWriter;
import hounsfield.mask.MaskSettings;
import hounsfield.mask.Size;
import hounsfield.series.SeriesSelection;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import hounsfield.testing.DicomBytes;
import hounsfield.window.Window;
import hounsfield.work.Progress;
import ij.IJ;
import ij.ImagePlus;
import ij.process.ImageProcessor;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchExportTest {
    private static final Pseudonyms KEY =
            new Pseudonyms("a key of more than 16 bytes".getBytes(StandardCharsets.UTF_8));
    private static final ExportScope SCOPE = new ExportScope(SeriesSelection.ALL, Shard.ALL, Optional.of(KEY));

    @TempDir
    Path folder;

    private Path in;
    private Path out;

    @BeforeEach
    void files() {
        in = folder.resolve("in");
        out = folder.resolve("out");
        write(in, "a.dcm", slice(1, 0, -1024, 1000, 1024, 1064, 1124));
        write(in, "deep/er/b", slice(2, 1, -1024, 1020, 1024, 1028, 1104));
    }

    @Test
    void floatsAreHounsfieldUnitsUnderTheSamePaths() throws IOException {
        BatchExport.Result result = run(settings(ExportFormat.TIFF_32, "", 0, ""));
        assertEquals(2, result.written());
        assertEquals(
                List.of("a.tif", "deep/er/b.tif", "export.txt", "files.txt", "manifest.csv", "part-00000.csv"),
                names(out));
        ImagePlus image = IJ.openImage(out.resolve("a.tif").toString());
        assertArrayEquals(
                new float[] {-24, 0, 40, 100}, (float[]) image.getProcessor().getPixels());
        assertEquals("HU", image.getCalibration().getValueUnit());
        assertEquals("mm", image.getCalibration().getUnit());
        assertEquals(0.25, image.getCalibration().pixelWidth);
        assertEquals(0.5, image.getCalibration().pixelHeight);
        assertEquals(
                "file,frame,picture,reason\na.dcm,0,a.tif,\ndeep/er/b,0,deep/er/b.tif,\n",
                Files.readString(result.manifest()));
    }

    @Test
    void byteOrderMarkOnlyForMoreThanAscii() throws IOException {
        write(in, "\u00FCber", slice(3, 2, -1024, 1, 2, 3, 4));
        String manifest =
                Files.readString(run(settings(ExportFormat.TIFF_32, "", 0, "")).manifest());
        assertTrue(manifest.startsWith("\uFEFFfile,frame,"), manifest);
    }

    @Test
    void eachOfAMasksNumbersMakesAnotherExport() throws IOException {
        Window brain = new Window(40, 80);
        run(cropped(new MaskSettings(brain, 0.3, 0.05, true)));
        assertEquals(2, run(cropped(new MaskSettings(brain, 0.3, 0.05, true))).existing());
        for (MaskSettings other : List.of(
                new MaskSettings(brain, 0.2, 0.05, true),
                new MaskSettings(brain, 0.3, 0.06, true),
                new MaskSettings(brain, 0.3, 0.05, false))) {
            assertThrows(IllegalArgumentException.class, () -> run(cropped(other)));
        }
    }

    private static ExportSettings cropped(MaskSettings mask) {
        return new ExportSettings(ExportFormat.TIFF_32, List.of(), 0, Optional.empty(), Optional.of(mask), 90, false);
    }

    @Test
    void shortsAreCalibratedHounsfieldUnits() throws IOException {
        run(settings(ExportFormat.TIFF_16, "", 0, ""));
        ImagePlus image = IJ.openImage(out.resolve("a.tif").toString());
        assertEquals(16, image.getBitDepth());
        assertEquals(32768 - 24, image.getProcessor().get(0));
        assertEquals("HU", image.getCalibration().getValueUnit());
        assertEquals(40, image.getCalibration().getCValue(image.getProcessor().get(2)));
    }

    @Test
    void whatShortsCannotHoldIsLeftOut() throws IOException {
        write(in, "half.dcm", pixels(rescaled(gray2(), "0", "0.5"), 1, 2, 3, 4));
        write(in, "large.dcm", pixels(rescaled(gray2(), "0", "100"), 1, 2, 3, 4000));
        DicomBytes floats = ct("1", 9)
                .us(Tag.SAMPLES_PER_PIXEL, 1)
                .text(Tag.PHOTOMETRIC_INTERPRETATION, "CS", "MONOCHROME2")
                .us(Tag.ROWS, 1)
                .us(Tag.COLUMNS, 2)
                .us(Tag.BITS_ALLOCATED, 32)
                .floats(Tag.FLOAT_PIXEL_DATA, "OF", 1, Float.NaN);
        write(in, "nan.dcm", floats);
        BatchExport.Result result = run(settings(ExportFormat.TIFF_16, "", 0, ""));
        assertEquals(2, result.written());
        assertEquals(3, result.leftOut());
        assertTrue(Files.readString(result.manifest()).contains("has pixels that are not a number"));
        String manifest = Files.readString(result.manifest());
        assertTrue(manifest.contains("half.dcm,0,,\"has values that are not integers; use a 32-bit TIFF\""));
        assertTrue(manifest.contains("large.dcm,0,,\"a value does not fit in 16 bits; use a 32-bit TIFF\""), manifest);
    }

    @Test
    void windowsAndBinsAreChannels() throws IOException {
        run(settings(ExportFormat.PNG, "40/80, 0/2000", 2, ""));
        BufferedImage image = ImageIO.read(out.resolve("a.png").toFile());
        // 40/80: -24 and 0 are black, 40 is the middle, 100 is white. 0/2000: (HU + 1000) / 2000.
        assertEquals(0, image.getRGB(0, 0) >> 16 & 0xFF);
        assertEquals(0, image.getRGB(1, 0) >> 16 & 0xFF);
        assertEquals(128, image.getRGB(0, 1) >> 16 & 0xFF);
        assertEquals(255, image.getRGB(1, 1) >> 16 & 0xFF);
        assertEquals(Math.round(976 / 2000f * 255), image.getRGB(0, 0) >> 8 & 0xFF);
        assertEquals(0, image.getRGB(0, 0) & 0xFF);
        assertEquals(255, image.getRGB(1, 1) & 0xFF);

        out = folder.resolve("floats");
        run(settings(ExportFormat.TIFF_32, "40/80, lungs", 2, ""));
        ImagePlus channels = IJ.openImage(out.resolve("a.tif").toString());
        assertEquals(3, channels.getNChannels());
        assertEquals(0.5f, channels.getStack().getProcessor(1).getf(2));

        out = folder.resolve("full scale");
        run(settings(ExportFormat.TIFF_16, "40/80", 0, ""));
        assertEquals(
                65535,
                IJ.openImage(out.resolve("a.tif").toString()).getProcessor().get(3));
    }

    @Test
    void picturesWithoutWindowsUseTheWindowOfTheFile() throws IOException {
        DicomBytes windowed = gray(ct("1", 1), "MONOCHROME1", 2, 2, 16, 12, false);
        windowed.text(Tag.WINDOW_CENTER, "DS", "100").text(Tag.WINDOW_WIDTH, "DS", "201");
        write(in, "one.dcm", pixels(rescaled(windowed, "0", "1"), 0, 50, 100, 250));
        run(settings(ExportFormat.PNG, "", 0, ""));
        BufferedImage image = ImageIO.read(out.resolve("one.png").toFile());
        // PS3.3 C.11.2.1.2: -0.5 is black and 199.5 is white; MONOCHROME1 reverses them.
        assertEquals(Math.round(255 * (1 - 0.5f / 200)), image.getRaster().getSample(0, 0, 0));
        assertEquals(Math.round(255 * (1 - 50.5f / 200)), image.getRaster().getSample(1, 0, 0));
        assertEquals(0, image.getRaster().getSample(1, 1, 0));
        // Without a window: the smallest value is black, the largest white.
        BufferedImage plain = ImageIO.read(out.resolve("a.png").toFile());
        assertEquals(0, plain.getRaster().getSample(0, 0, 0));
        assertEquals(255, plain.getRaster().getSample(1, 1, 0));
    }

    /** The first window, otherwise the first VOI LUT, otherwise all values, in an opened image as in a picture. */
    @ParameterizedTest
    @CsvSource({
        "100\\0, 201\\50, LINEAR, false",
        "100, 100, SIGMOID, true",
        "0.5, 1, LINEAR, false",
        "0, 0, LINEAR, true",
        "'', '', '', true",
        "'', '', '', false"
    })
    void imagesOpenAsPicturesAreExported(String center, String width, String function, boolean table)
            throws IOException {
        DicomBytes bytes = gray(ct("1", 1), "MONOCHROME1", 2, 3, 16, 12, false);
        bytes.text(Tag.WINDOW_CENTER, "DS", center).text(Tag.WINDOW_WIDTH, "DS", width);
        rescaled(bytes, "0", "1").text(Tag.VOILUT_FUNCTION, "CS", function);
        if (table) {
            DicomBytes falling = DicomBytes.explicitLittleEndian()
                    .shorts(Tag.LUT_DESCRIPTOR, "US", 3, 99, 8)
                    .shorts(Tag.LUT_DATA, "US", 200, 100, 50);
            bytes.sequence(Tag.VOILUT_SEQUENCE, falling);
        }
        Path file = write(in, "one.dcm", pixels(bytes, 0, 1, 99, 100, 101, 250));
        run(settings(ExportFormat.PNG, "", 0, ""));
        BufferedImage picture = ImageIO.read(out.resolve("one.png").toFile());
        for (ImagePlus image : List.of(Hounsfield.open(file.toString()), Hounsfield.openVirtual(file.toString()))) {
            ImageProcessor shown = image.getProcessor().convertToRGB();
            for (int i = 0; i < 6; i++) {
                // ImageJ has a table of 256 entries, which for a sigmoid is three times as wide as the window.
                assertEquals(picture.getRaster().getSample(i % 3, i / 3, 0), shown.get(i) & 0xFF, 3, "pixel " + i);
            }
        }
    }

    @Test
    void windowsOfTheFileAreItsOwn() throws IOException {
        DicomBytes windowed = gray(ct("1", 1), "MONOCHROME2", 2, 2, 16, 12, false);
        windowed.text(Tag.WINDOW_CENTER, "DS", "0\\100").text(Tag.WINDOW_WIDTH, "DS", "1\\201");
        write(in, "one.dcm", pixels(rescaled(windowed, "0", "1"), 0, 50, 100, 250));
        BatchExport.Result result = run(settings(ExportFormat.TIFF_32, "file 2", 0, ""));
        ImagePlus image = IJ.openImage(out.resolve("one.tif").toString());
        assertEquals(50.5f / 200, image.getProcessor().getf(1), 1e-6f);
        assertTrue(Files.readString(result.manifest()).contains("a.dcm,0,,\"has no window \"\"file 2\"\"\""));
    }

    @Test
    void windowsOfFramesAreTheirOwn() throws IOException {
        DicomBytes bytes = gray(ct("1", 1), "MONOCHROME2", 1, 2, 16, 16, false).text(Tag.NUMBER_OF_FRAMES, "IS", "2");
        DicomBytes[] frames = new DicomBytes[2];
        for (int i = 0; i < frames.length; i++) {
            DicomBytes window = DicomBytes.explicitLittleEndian()
                    .text(Tag.WINDOW_CENTER, "DS", Integer.toString(40 + 100 * i))
                    .text(Tag.WINDOW_WIDTH, "DS", "80");
            frames[i] = DicomBytes.explicitLittleEndian().sequence(Tag.FRAME_VOILUT_SEQUENCE, window);
        }
        bytes.sequence(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, frames);
        write(in, "two.dcm", pixels(bytes, 20, 79, 120, 179));
        Path pictures = out;
        run(settings(ExportFormat.PNG, "", 0, ""));
        out = folder.resolve("channels");
        run(settings(ExportFormat.TIFF_32, "file 1", 0, ""));
        for (int frame = 1; frame <= 2; frame++) {
            // LINEAR of 40/80 is 0 to 79 (C.11.2.1.2.1).
            BufferedImage png =
                    ImageIO.read(pictures.resolve("two_f" + frame + ".png").toFile());
            assertEquals(Math.round(255 * 20 / 79f), png.getRaster().getSample(0, 0, 0));
            assertEquals(255, png.getRaster().getSample(1, 0, 0));
            ImagePlus channel =
                    IJ.openImage(out.resolve("two_f" + frame + ".tif").toString());
            assertArrayEquals(
                    new float[] {20 / 79f, 1}, (float[]) channel.getProcessor().getPixels(), 1e-6f);
        }
    }

    @Test
    void sizesAndCrops() throws IOException {
        int[] values = new int[64 * 64];
        for (int y = 20; y < 40; y++) Arrays.fill(values, y * 64 + 10, y * 64 + 50, 1060);
        DicomBytes bytes = gray(ct("1", 1), "MONOCHROME2", 64, 64, 16, 12, false);
        write(in, "one.dcm", pixels(rescaled(bytes, "-1024", "1"), values));
        run(settings(ExportFormat.TIFF_32, "", 0, "32x16"));
        ImagePlus resized = IJ.openImage(out.resolve("one.tif").toString());
        assertEquals(32, resized.getWidth());
        assertEquals(16, resized.getHeight());
        assertEquals(0.5, resized.getCalibration().pixelWidth);
        assertEquals(2, resized.getCalibration().pixelHeight);

        out = folder.resolve("cropped");
        MaskSettings mask = new MaskSettings(new Window(40, 80), 0.05, 0.4, true);
        run(new ExportSettings(ExportFormat.TIFF_32, List.of(), 0, Optional.empty(), Optional.of(mask), 90, false));
        ImagePlus cropped = IJ.openImage(out.resolve("one.tif").toString());
        assertEquals(40, cropped.getWidth());
        assertEquals(20, cropped.getHeight());
        assertEquals(36, cropped.getProcessor().getf(0));
    }

    /** For -24, 0, 40 and 100 the breaks of two bins are -24, 0 and 100; the mean is 29. */
    @Test
    void binsAreThoseOfTheFrameBeforeItIsResized() throws IOException {
        run(settings(ExportFormat.TIFF_32, "", 2, "1x1"));
        assertEquals(
                0.5f + 29 / 200f,
                IJ.openImage(out.resolve("a.tif").toString()).getProcessor().getf(0),
                1e-6f);
    }

    @Test
    void paddingIsNotTheSmallestValue() throws IOException {
        DicomBytes bytes = gray2().us(Tag.PIXEL_PADDING_VALUE, 0);
        write(in, "padded.dcm", pixels(rescaled(bytes, "-1024", "1"), 0, 1024, 1064, 1124));
        run(settings(ExportFormat.PNG, "", 0, ""));
        BufferedImage image = ImageIO.read(out.resolve("padded.png").toFile());
        assertEquals(0, image.getRaster().getSample(1, 0, 0));
        assertEquals(102, image.getRaster().getSample(0, 1, 0));
    }

    @Test
    void eachFrameIsAPicture() throws IOException {
        write(in, "cine.dcm", frames(1, 2, 3, 4, 5, 6, 7));
        BatchExport.Result result = run(settings(ExportFormat.PNG, "", 0, ""));
        assertTrue(Files.exists(out.resolve("cine_f1.png")));
        assertTrue(Files.exists(out.resolve("cine_f3.png")));
        String manifest = Files.readString(result.manifest());
        assertTrue(manifest.contains("cine.dcm,2,cine_f3.png,\n"), manifest);
        // Half of the fourth is missing.
        assertTrue(manifest.contains("cine.dcm,3,,\"(7FE0,0010), frame 3"), manifest);
        assertEquals(1, result.leftOut());
    }

    @Test
    void colorIsForPicturesAlone() throws IOException {
        DicomBytes bytes = ct("1", 1).us(Tag.SAMPLES_PER_PIXEL, 3).text(Tag.PHOTOMETRIC_INTERPRETATION, "CS", "RGB");
        bytes.us(Tag.PLANAR_CONFIGURATION, 0).us(Tag.ROWS, 1).us(Tag.COLUMNS, 2);
        bytes.us(Tag.BITS_ALLOCATED, 8)
                .us(Tag.BITS_STORED, 8)
                .us(Tag.HIGH_BIT, 7)
                .us(Tag.PIXEL_REPRESENTATION, 0);
        write(in, "color.dcm", bytes.bytes(Tag.PIXEL_DATA, "OB", new byte[] {1, 2, 3, (byte) 200, 100, 50}));
        run(settings(ExportFormat.PNG, "lungs", 0, ""));
        assertEquals(0xFF010203, ImageIO.read(out.resolve("color.png").toFile()).getRGB(0, 0));
        out = folder.resolve("resized");
        run(settings(ExportFormat.PNG, "", 0, "1x1"));
        assertEquals(0xFF65331B, ImageIO.read(out.resolve("color.png").toFile()).getRGB(0, 0));
        out = folder.resolve("tiff");
        assertEquals(1, run(settings(ExportFormat.TIFF_32, "", 0, "")).leftOut());
    }

    @Test
    void badFilesAreListedAndTheRestGoesOn() throws IOException {
        Files.write(in.resolve("torn"), Arrays.copyOf(Files.readAllBytes(in.resolve("a.dcm")), 300));
        Files.writeString(in.resolve("page.dcm"), "<html>");
        Files.writeString(in.resolve("notes.txt"), "nothing");
        BatchExport.Result result = run(settings(ExportFormat.JPEG, "lungs", 0, ""));
        assertEquals(2, result.written());
        assertEquals(2, result.leftOut());
        List<String> lines = Files.readAllLines(result.manifest());
        assertEquals(5, lines.size());
        assertEquals("page.dcm,,,not a DICOM file: HTML or XML", lines.get(3));
    }

    @Test
    void aSecondRunGoesOnWithTheFirst() throws IOException {
        ExportSettings settings = settings(ExportFormat.PNG, "", 0, "");
        run(settings);
        Files.delete(out.resolve("a.png"));
        FileTime before = Files.getLastModifiedTime(out.resolve("deep/er/b.png"));
        BatchExport.Result again = run(settings);
        assertEquals(1, again.written());
        assertEquals(1, again.existing());
        assertEquals(before, Files.getLastModifiedTime(out.resolve("deep/er/b.png")));
        assertTrue(Files.readString(again.manifest()).contains("deep/er/b,0,deep/er/b.png,\n"));
        // The file has changed since.
        Files.setLastModifiedTime(in.resolve("a.dcm"), FileTime.fromMillis(System.currentTimeMillis() + 60_000));
        assertEquals(1, run(settings).written());
    }

    @Test
    void otherOptionsWantAnotherFolder() throws IOException {
        run(settings(ExportFormat.PNG, "", 0, ""));
        String message = assertThrows(
                        IllegalArgumentException.class, () -> run(settings(ExportFormat.PNG, "lungs", 0, "")))
                .getMessage();
        assertTrue(message.contains("there windows=, now windows=lungs"), message);
    }

    @Test
    void filesThatAreNoExportAreNotReplaced() throws IOException {
        Files.createDirectories(out);
        Files.writeString(out.resolve("a.png"), "mine");
        BatchExport.Result result = run(settings(ExportFormat.PNG, "", 0, ""));
        assertEquals("mine", Files.readString(out.resolve("a.png")));
        assertEquals(1, result.leftOut());
        // A resumed export does not count them as pictures either.
        BatchExport.Result again = run(settings(ExportFormat.PNG, "", 0, ""));
        assertEquals("mine", Files.readString(out.resolve("a.png")));
        assertEquals(1, again.existing());
        assertEquals(1, again.leftOut());
        Files.delete(out.resolve("a.png"));
        assertEquals(1, run(settings(ExportFormat.PNG, "", 0, "")).written());
        assertEquals(2, run(settings(ExportFormat.PNG, "", 0, "")).existing());
    }

    @Test
    void whatCannotBeWrittenIsNotCalledUnreadable() throws IOException {
        PictureWriter full = (picture, settings, file) -> {
            throw new FileSystemException(file.toString(), null, "No space left on device");
        };
        DicomException failure = assertThrows(
                DicomException.class,
                () -> BatchExport.run(in, out, settings(ExportFormat.PNG, "", 0, ""), SCOPE, full, Progress.NONE));
        assertEquals(
                "the picture cannot be written: No space left on device; finished parts are complete, and the same"
                        + " command continues after them",
                failure.getMessage());
        assertEquals(2, run(settings(ExportFormat.PNG, "", 0, "")).written());
        assertEquals(2, run(settings(ExportFormat.PNG, "", 0, "")).existing());
    }

    @Test
    void namesEndAsTheyEnd() throws IOException {
        write(in, "z\u3000", slice(3, 2, -1024, 1, 2, 3, 4));
        List<String> lines =
                Files.readAllLines(run(settings(ExportFormat.PNG, "", 0, "")).manifest());
        assertEquals("z\u3000,0,z\u3000.png,", lines.get(3));
    }

    /** Archives made on Windows can leave backslashes in file names. */
    @Test
    void noPictureIsWrittenBesideTheFolder() throws IOException {
        assumeTrue(File.separatorChar == '/', "where a backslash may stand in a name");
        write(in, "..\\c.dcm", slice(3, 2, -1024, 1, 2, 3, 4));
        assertEquals(3, run(settings(ExportFormat.PNG, "", 0, "")).written());
        assertFalse(Files.exists(folder.resolve("c.png")));
        assertTrue(Files.exists(out.resolve("..\\c.png")));
    }

    @Test
    void anonymousExportContainsNoPatientValues() throws IOException {
        Path smith = in.resolve("SMITH^JOHN");
        write(smith, "Secret.dcm", slice(3, 2, -1024, 1, 2, 3, 4));
        write(smith, "Secret burnt.dcm", ct("1", 1).text(Tag.BURNED_IN_ANNOTATION, "CS", "YES"));
        Files.writeString(smith.resolve("Secret page.dcm"), "<html>");
        write(smith, "Secret cine.dcm", frames(1, 2, 3, 4));
        for (ExportFormat format : ExportFormat.values()) {
            out = folder.resolve("anonymous " + format.label());
            boolean volume = format.isVolume();
            List<ExportWindow> windows = volume ? List.of() : windows("lungs");
            ExportSettings settings =
                    new ExportSettings(format, windows, 0, Optional.empty(), Optional.empty(), 90, true);
            BatchExport.Result result =
                    volume ? SeriesExport.run(in, out, settings, SCOPE, Progress.NONE) : run(settings);
            if (volume) assertTrue(result.written() > 0);
            else assertEquals(5, result.written());
            for (Path file : files(out)) {
                String name = out.relativize(file).toString();
                assertTrue(
                        name.matches("[0-9a-f]{32}(_f\\d)?\\.(\\w{3}|nii\\.gz|json)|(manifest|part-00000)\\.csv"
                                + "|(export|files)\\.txt"),
                        name);
                String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                for (String word : List.of("Secret", "SMITH", "1.2.3.4", "deep")) {
                    assertFalse(bytes.contains(word), word + " in " + name);
                }
            }
        }
        out = folder.resolve("anonymous " + ExportFormat.TIFF_32.label());
        List<String> lines = Files.readAllLines(out.resolve("manifest.csv"));
        assertEquals("file,patient,study,series,frame,picture,reason", lines.get(0));
        String groups = ",," + KEY.uid("1.2.3.4.5") + ",";
        String secret = ExportNames.mark("SMITH^JOHN/Secret.dcm", KEY);
        assertTrue(lines.stream()
                .anyMatch(line -> line.startsWith(secret + ",") && line.endsWith("," + secret + ".tif,")));
        String burnt = ExportNames.mark("SMITH^JOHN/Secret burnt.dcm", KEY);
        assertTrue(
                lines.stream()
                        .anyMatch(
                                line -> line.startsWith(burnt + ",")
                                        && line.endsWith(
                                                ",,,\"its pixels may show who the patient is, because Burned In Annotation is YES\"")),
                lines + groups);
    }

    @Test
    void pseudonymsStayWithTheirFiles() throws IOException {
        ExportSettings settings =
                new ExportSettings(ExportFormat.PNG, windows("lungs"), 0, Optional.empty(), Optional.empty(), 90, true);
        run(settings);
        assertEquals(2, run(settings).existing());
        write(in, "0 comes first.dcm", slice(9, 9, -1024, 1, 2, 3, 4));
        BatchExport.Result more = run(settings);
        assertEquals(1, more.written());
        assertEquals(2, more.existing());
        ExportScope other = new ExportScope(
                SeriesSelection.ALL,
                Shard.ALL,
                Optional.of(new Pseudonyms("another key of 16 bytes".getBytes(StandardCharsets.UTF_8))));
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> BatchExport.run(in, out, settings, other, new ExportWriter(), Progress.NONE));
        assertTrue(refusal.getMessage().contains("there key="), refusal.getMessage());
        assertThrows(
                IllegalArgumentException.class,
                () -> BatchExport.run(in, out, settings, ExportScope.ALL, new ExportWriter(), Progress.NONE));
    }

    @Test
    void oneRunAtATime() throws IOException {
        ExportSettings settings = settings(ExportFormat.PNG, "", 0, "");
        ExportSettings arrays = settings(ExportFormat.NPY, "", 0, "");
        try (PartFolder other = PartFolder.open(out, "export.txt", List.of("x"))) {
            assertTrue(Files.exists(other.file("export.txt")));
            for (Executable run : List.<Executable>of(
                    () -> run(settings), () -> SeriesExport.run(in, out, arrays, SCOPE, Progress.NONE))) {
                IllegalArgumentException second = assertThrows(IllegalArgumentException.class, run);
                assertTrue(second.getMessage().contains("another run is writing"), second.getMessage());
            }
        }
    }

    /** The shares have the names that the whole has, also where these depend on the others. */
    @Test
    void shardsDivideThePictures() throws IOException {
        for (String name : List.of("a.ima", "A.dcm", "c", "d.dcm")) write(in, name, slice(3, 3, -1024, 1, 2, 3, 4));
        ExportSettings settings = settings(ExportFormat.PNG, "", 0, "");
        run(settings);
        List<String> whole =
                names(out).stream().filter(name -> name.endsWith(".png")).toList();
        List<String> shares = new ArrayList<>();
        for (int index = 1; index <= 3; index++) {
            out = folder.resolve("share" + index);
            ExportScope share = new ExportScope(SeriesSelection.ALL, new Shard(index, 3), Optional.empty());
            BatchExport.run(in, out, settings, share, new ExportWriter(), Progress.NONE);
            names(out).stream().filter(name -> name.endsWith(".png")).forEach(shares::add);
        }
        assertEquals(whole, shares.stream().sorted().toList());
    }

    @Test
    void cancellingLeavesWholePicturesOnly() throws IOException {
        for (int i = 0; i < 20; i++) write(in, "f" + i, slice(i, i, -1024, 1, 2, 3, 4));
        AtomicInteger made = new AtomicInteger();
        ExportWriter writer = new ExportWriter();
        PictureWriter counting = (picture, settings, file) -> {
            writer.write(picture, settings, file);
            made.incrementAndGet();
        };
        Progress impatient = new Progress() {
            @Override
            public void update(long done, long total) {}

            @Override
            public boolean isCancelled() {
                return made.get() >= 5;
            }
        };
        ExportSettings settings = settings(ExportFormat.PNG, "", 0, "");
        assertThrows(CancellationException.class, () -> BatchExport.run(in, out, settings, SCOPE, counting, impatient));
        assertFalse(names(out).stream().anyMatch(name -> name.endsWith(".part")), names(out) + "");
        assertTrue(names(out).stream().noneMatch(name -> name.endsWith(".png") && !name.contains("/")));
        assertFalse(Files.exists(out.resolve("manifest.csv")));
        BatchExport.Result rest = run(settings);
        assertEquals(made.get(), rest.existing());
        assertEquals(22 - made.get(), rest.written());
    }

    @Test
    void channelsThatAFormatCannotHoldAreRefusedAtOnce() {
        assertRefused("2 channels", ExportFormat.PNG, "lungs", 100);
        assertRefused("4 channels", ExportFormat.PNG, "lungs,brain,40/400", 100);
        assertRefused("2 channels", ExportFormat.JPEG, "lungs,file 1", 0);
        assertRefused("nowhere", ExportFormat.JPEG, "nowhere", 0);
        assertRefused("bins", ExportFormat.PNG, "", -1);
        assertRefused("bins", ExportFormat.PNG, "", 100_001);
        assertEquals(
                4,
                4 * settings(ExportFormat.JPEG, "lungs,brain,40/400", 100, "").quality() / 90);
    }

    private static void assertRefused(String about, ExportFormat format, String windows, int bins) {
        String message = assertThrows(IllegalArgumentException.class, () -> settings(format, windows, bins, ""))
                .getMessage();
        assertTrue(message.contains(about), message);
    }

    @Test
    void outputIsNeitherTheInputNorInIt() throws IOException {
        Files.createDirectories(folder.resolve("beside"));
        Path link = folder.resolve("link");
        try {
            Files.createSymbolicLink(link, in);
        } catch (IOException | UnsupportedOperationException e) {
            link = in;
        }
        List<Path> inside = List.of(
                in,
                in.resolve("pictures"),
                in.resolve("deep/er/new/folder"),
                folder.resolve("beside/../in"),
                folder.resolve("in/../in/new"),
                link,
                link.resolve("new"));
        for (Path output : inside) {
            out = output;
            String message = assertThrows(
                            IllegalArgumentException.class, () -> run(settings(ExportFormat.PNG, "", 0, "")))
                    .getMessage();
            assertTrue(message.contains("is the input folder or inside it"), message);
        }
        try (Stream<Path> files = Files.walk(in)) {
            assertEquals(2, files.filter(Files::isRegularFile).count());
        }
        Path input = in;
        in = link;
        for (Path output : List.of(input, input.resolve("new"), link)) {
            out = output;
            assertThrows(IllegalArgumentException.class, () -> run(settings(ExportFormat.PNG, "", 0, "")));
        }
        in = input;
        out = folder.resolve("in of another name");
        assertEquals(2, run(settings(ExportFormat.PNG, "", 0, "")).written());
        out = folder;
        assertEquals(2, run(settings(ExportFormat.PNG, "", 0, "")).written(), "the input may be in the output");
    }

    @Test
    void presetsAreForFramesInHounsfieldUnits() throws IOException {
        DicomBytes bytes = DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN).text(Tag.MODALITY, "CS", "PT");
        gray(bytes, "MONOCHROME2", 2, 2, 16, 16, false);
        rescaled(bytes, "0", "1").text(Tag.UNITS, "CS", "BQML");
        write(in, "pet.dcm", pixels(bytes, 0, 10, 40, 80));
        BatchExport.Result result = run(settings(ExportFormat.PNG, "lungs", 0, ""));
        assertEquals(2, result.written());
        assertEquals(1, result.leftOut());
        String list = Files.readString(result.manifest());
        assertTrue(list.contains("has values in BQML, and the preset \"\"lungs\"\" is in HU"), list);
        out = folder.resolve("numbers");
        assertEquals(3, run(settings(ExportFormat.PNG, "40/80", 0, "")).written());
        out = folder.resolve("crop");
        MaskSettings brain = MaskSettings.of(new Window(40, 80));
        ExportSettings named = new ExportSettings(
                ExportFormat.TIFF_32, List.of(), 0, Optional.empty(), Optional.of(brain), "brain", 90, false, false);
        assertTrue(Files.readString(run(named).manifest()).contains("has values in BQML"));
    }

    private BatchExport.Result run(ExportSettings settings) throws IOException {
        return BatchExport.run(in, out, settings, SCOPE, new ExportWriter(), Progress.NONE);
    }

    private static ExportSettings settings(ExportFormat format, String windows, int bins, String size) {
        return ExportSettings.of(format, windows(windows), bins, Size.parseOptional(size));
    }

    private static List<ExportWindow> windows(String text) {
        return ExportWindow.list(text, WindowPresets::byName);
    }

    private static DicomBytes gray2() {
        return gray(ct("1", 1), "MONOCHROME2", 2, 2, 16, 12, false);
    }

    /** Frames of two pixels; with an odd number of values the last frame is too short. */
    private static DicomBytes frames(int... values) {
        DicomBytes bytes =
                ct("1", 1).us(Tag.SAMPLES_PER_PIXEL, 1).text(Tag.PHOTOMETRIC_INTERPRETATION, "CS", "MONOCHROME2");
        bytes.text(Tag.NUMBER_OF_FRAMES, "IS", Integer.toString((values.length + 1) / 2))
                .us(Tag.ROWS, 1)
                .us(Tag.COLUMNS, 2);
        bytes.us(Tag.BITS_ALLOCATED, 16)
                .us(Tag.BITS_STORED, 16)
                .us(Tag.HIGH_BIT, 15)
                .us(Tag.PIXEL_REPRESENTATION, 0);
        return pixels(rescaled(bytes, "0", "1"), values);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static List<String> names(Path folder) throws IOException {
        return files(folder).stream()
                .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                .toList();
    }
}
