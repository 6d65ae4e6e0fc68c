package hounsfield.imagej;

import static hounsfield.testing.DicomImages.slice;
import static hounsfield.testing.DicomImages.write;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.calibrate.WhenDamaged;
import hounsfield.frame.DamagedFrames;
import hounsfield.frame.ImageBytes;
import hounsfield.imagej.host.MessagesTest;
import hounsfield.imagej.memory.Header;
import hounsfield.imagej.memory.SliceFile;
import hounsfield.imagej.open.DicomOpener;
import hounsfield.imagej.open.FrameRange;
import hounsfield.imagej.open.OpenSettings;
import hounsfield.imagej.open.PixelForm;
import hounsfield.imagej.open.SeriesChoice;
import hounsfield.imagej.open.SeriesOrder;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import hounsfield.testing.DicomBytes;
import hounsfield.work.Progress;
import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;
import ij.plugin.SubstackMaker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Images with slices that cannot be decoded, as users, macros and scripts see them. */
class DamagedImagesTest {
    @TempDir
    Path folder;

    private String file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("test.dcm"), bytes).toString();
    }

    private String middleBroken(DamagedFrames kind) throws IOException {
        return file(kind.middleBroken().toBytes());
    }

    /** Four slices of 2 x 2. The file of the third is truncated after one row; its other values are 1 HU. */
    private String series() throws IOException {
        for (int i = 0; i < 4; i++) {
            Path file = write(folder, "IM" + i, slice(i + 1, 2 * i, -1024, 1024, 1025, 1026, 1027 + i));
            if (i == 2) Files.write(file, Arrays.copyOf(Files.readAllBytes(file), (int) Files.size(file) - 3));
        }
        return folder.toString();
    }

    private static ImagePlus open(String path, OpenSettings settings) throws IOException {
        return DicomOpener.open(Path.of(path), FrameRange.ALL, settings, Progress.NONE);
    }

    private static float[] pixels(ImagePlus image, int slice) {
        return (float[]) image.getStack().getProcessor(slice).getPixels();
    }

    private static float[] nothing(int length) {
        float[] values = new float[length];
        Arrays.fill(values, Float.NaN);
        return values;
    }

    static Stream<Arguments> kindsInMemoryAndVirtual() {
        return Arrays.stream(DamagedFrames.values())
                .flatMap(kind -> Stream.of(false, true).map(virtual -> Arguments.of(kind, virtual)));
    }

    @ParameterizedTest
    @MethodSource("kindsInMemoryAndVirtual")
    void brokenFrameIsNaNAndSaid(DamagedFrames kind, boolean virtual) throws Exception {
        String path = middleBroken(kind);
        List<ImagePlus> opened = new ArrayList<>();
        List<String> log = MessagesTest.logged(() -> {
            ImagePlus image = open(path, OpenSettings.DEFAULT.virtual(virtual));
            for (int look = 0; look < 3; look++) {
                assertArrayEquals(DamagedFrames.hounsfield(), pixels(image, 1));
                assertArrayEquals(nothing(DamagedFrames.stored().length), pixels(image, 2));
                assertArrayEquals(DamagedFrames.hounsfield(), pixels(image, 3));
            }
            return opened.add(image);
        });
        ImagePlus image = opened.get(0);
        assertEquals(32, image.getBitDepth());
        assertEquals("HU", image.getCalibration().getValueUnit());
        assertArrayEquals(new int[] {2}, Hounsfield.damaged(image));
        String[] label = image.getStack().getSliceLabel(2).split("\n");
        assertEquals("frame 2 (damaged)", label[0]);
        assertTrue(label[1].startsWith("Damaged: test.dcm, (7FE0,0010), frame 1, byte "), label[1]);
        assertTrue(label[1].endsWith("; all its pixels are NaN"), label[1]);
        assertTrue(image.getStack().getSliceLabel(1).startsWith("frame 1\n0002,"));
        String reason = label[1].substring("Damaged: ".length());
        assertEquals(1, log.stream().filter(line -> line.endsWith(reason)).count(), log::toString);
        assertEquals(2, SliceFile.of(image, 3).orElseThrow().frame().getAsInt());
        assertEquals(1, SliceFile.of(image, 2).orElseThrow().frame().getAsInt());
        image.setSlice(2);
        assertTrue(Header.of(image).rows().size() > 5);
    }

    @Test
    void virtualStackDecodesRequestedSlicesOnly() throws IOException {
        String path = file(DamagedFrames.RLE.fragmentsMissing().toBytes());
        ImagePlus image = open(path, OpenSettings.DEFAULT.virtual(true));
        assertEquals("frame 3", image.getStack().getShortSliceLabel(3));
        assertArrayEquals(new int[] {2, 3}, Hounsfield.damaged(image));
        assertEquals("frame 3 (damaged)", image.getStack().getShortSliceLabel(3));
    }

    @ParameterizedTest
    @EnumSource
    void formsWithoutNaNRefuseAndNameTheFrames(DamagedFrames kind) throws IOException {
        String path = middleBroken(kind);
        for (PixelForm form : List.of(PixelForm.STORED, PixelForm.COMPACT)) {
            DicomException e = assertThrows(DicomException.class, () -> open(path, OpenSettings.DEFAULT.with(form)));
            assertTrue(
                    e.getMessage()
                            .endsWith(
                                    "; frames 0, 2, counted from 0, can be read; pixels=32-bit opens the image with NaN"
                                            + " for the rest"),
                    e.getMessage());
        }
        DicomException e = assertThrows(DicomException.class, () -> Hounsfield.openUndamaged(path));
        assertTrue(e.getMessage().endsWith("; frames 0, 2, counted from 0, can be read"), e.getMessage());
        assertEquals(1, Hounsfield.openFrames(path, 2, 2).getStackSize());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void fileWithoutAnyFrameIsRefused(boolean virtual) throws IOException {
        String path = file(DamagedFrames.JPEG_LS.allBroken().toBytes());
        DicomException e = assertThrows(DicomException.class, () -> open(path, OpenSettings.DEFAULT.virtual(virtual)));
        assertTrue(e.getMessage().startsWith("test.dcm, (7FE0,0010), frame 0, byte "), e.getMessage());
        OpenSettings stored = OpenSettings.DEFAULT.with(PixelForm.STORED).virtual(virtual);
        e = assertThrows(DicomException.class, () -> open(path, stored));
        assertTrue(e.getMessage().startsWith("test.dcm, (7FE0,0010), frame 0, byte "), e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void cutFileKeepsItsRows(boolean virtual) throws IOException {
        String path = file(DamagedFrames.nativeCut(1, 7));
        ImagePlus image = open(path, OpenSettings.DEFAULT.virtual(virtual));
        float[] values = nothing(12);
        for (int i = 0; i < 6; i++) values[i] = i - 24;
        assertArrayEquals(values, pixels(image, 1));
        assertArrayEquals(new int[] {1}, Hounsfield.damaged(image));
        String info = (String) image.getProperty("Info");
        assertTrue(info.startsWith("Damaged: test.dcm, (7FE0,0010), frame 0, byte "), info);
        assertTrue(info.lines().findFirst().orElseThrow().endsWith("; the last 2 of its 4 rows are NaN"), info);
        assertEquals(-24, image.getDisplayRangeMin());
        assertEquals(-19, image.getDisplayRangeMax());
        assertEquals(6.0, Hounsfield.statistics(image).get("count"));
        assertEquals(-21.5, Hounsfield.statistics(image).get("mean"));
        DicomException e = assertThrows(DicomException.class, () -> Hounsfield.openStored(path));
        assertTrue(
                e.getMessage()
                        .endsWith(
                                "declares 24 bytes, 17 are there; the first 2 of 4 rows can be read; pixels=32-bit opens"
                                        + " the image with NaN for the rest"),
                e.getMessage());
    }

    @ParameterizedTest
    @MethodSource("kindsInMemoryAndVirtual")
    void cutCompressedFileKeepsItsRows(DamagedFrames kind, boolean virtual) throws IOException {
        String path = file(kind.cutOff());
        if (kind == DamagedFrames.JPEG_2000) {
            assertThrows(DicomException.class, () -> open(path, OpenSettings.DEFAULT.virtual(virtual)));
            return;
        }
        ImagePlus image = open(path, OpenSettings.DEFAULT.virtual(virtual));
        DicomException e = assertThrows(DicomException.class, () -> Hounsfield.openUndamaged(path));
        Matcher words = Pattern.compile("test.dcm, \\(7FE0,0010\\), frame 0, byte " + kind.cutOff().length
                        + ": a Fragment declares .*; the first (\\d+) of " + DamagedFrames.ROWS + " rows can be read")
                .matcher(e.getMessage());
        assertTrue(words.matches(), e.getMessage());
        int rows = Integer.parseInt(words.group(1));
        assertTrue(rows > DamagedFrames.ROWS / 2, e.getMessage());
        float[] expected = DamagedFrames.hounsfield();
        Arrays.fill(expected, rows * DamagedFrames.COLUMNS, expected.length, Float.NaN);
        assertArrayEquals(expected, pixels(image, 1));
        assertArrayEquals(new int[] {1}, Hounsfield.damaged(image));
        String info = (String) image.getProperty("Info");
        assertTrue(info.startsWith("Damaged: test.dcm, (7FE0,0010), frame 0, byte "), info);
        assertThrows(DicomException.class, () -> Hounsfield.openStored(path));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void brokenSliceOfASeriesIsNaN(boolean virtual) throws IOException {
        String path = series();
        ImagePlus image = virtual ? Hounsfield.openSeriesVirtual(path) : Hounsfield.openSeries(path);
        assertArrayEquals(new int[] {3}, Hounsfield.damaged(image));
        assertArrayEquals(new float[] {0, 1, Float.NaN, Float.NaN}, pixels(image, 3));
        assertArrayEquals(new float[] {0, 1, 2, 6}, pixels(image, 4));
        assertEquals("IM2 (damaged)", image.getStack().getShortSliceLabel(3));
        assertEquals(
                folder.resolve("IM2"),
                SliceFile.of(image, 3).orElseThrow().place().path());
        assertEquals(2, image.getCalibration().pixelDepth);
        DicomException e =
                assertThrows(DicomException.class, () -> Hounsfield.openSeriesUndamaged(folder.toString(), ""));
        assertTrue(e.getMessage().startsWith("IM2, (7FE0,0010), frame 0, byte "), e.getMessage());
        assertTrue(e.getMessage().endsWith("; 3 of 4 slices, all but IM2, can be read"), e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void sliceWhoseFileIsGoneOrAnotherOneIsNaN(boolean virtual) throws IOException {
        series();
        SeriesChoice choice = SeriesChoice.scan(folder, Progress.NONE);
        Files.delete(folder.resolve("IM0"));
        Files.write(folder.resolve("IM1"), new byte[200]);
        ImagePlus image = DicomOpener.openSeries(
                folder, choice.find(""), SeriesOrder.POSITION, OpenSettings.DEFAULT.virtual(virtual), Progress.NONE);
        assertArrayEquals(new int[] {1, 2, 3}, Hounsfield.damaged(image));
        assertTrue(image.getStack().getSliceLabel(1).contains("Damaged: IM0, frame 0: there is no such file;"));
        assertArrayEquals(nothing(4), pixels(image, 1));
        assertArrayEquals(nothing(4), pixels(image, 2));
        assertArrayEquals(new float[] {0, 1, 2, 6}, pixels(image, 4));
        assertEquals("HU", image.getCalibration().getValueUnit());
    }

    @Test
    void whatIsDamagedStaysKnown() throws IOException {
        ImagePlus image = Hounsfield.openSeries(series());
        ImagePlus copy = image.duplicate();
        assertArrayEquals(new int[] {3}, Hounsfield.damaged(copy));
        String tiff = folder.resolve("saved.tif").toString();
        assertTrue(new FileSaver(image).saveAsTiff(tiff));
        ImagePlus saved = IJ.openImage(tiff);
        assertArrayEquals(new int[] {3}, Hounsfield.damaged(saved));
        copy.getStack().deleteSlice(1);
        assertArrayEquals(new int[] {2}, Hounsfield.damaged(copy));
        assertArrayEquals(new int[] {1}, Hounsfield.damaged(new SubstackMaker().makeSubstack(image, "3")));
        image.setSlice(3);
        assertArrayEquals(new int[] {1}, Hounsfield.damaged(image.crop()));
        image.setSlice(2);
        assertArrayEquals(new int[0], Hounsfield.damaged(image.crop()));
        for (int n = 1; n <= 4; n++) image.getStack().setSliceLabel(null, n);
        assertArrayEquals(new int[] {3}, Hounsfield.damaged(image));
        image.getStack().deleteSlice(4);
        assertArrayEquals(new int[0], Hounsfield.damaged(image), "which one is not known any more");
    }

    @Test
    void singleImageStaysKnownThroughTiff() throws IOException {
        ImagePlus image = Hounsfield.open(file(DamagedFrames.nativeCut(1, 7)));
        String tiff = folder.resolve("saved.tif").toString();
        assertTrue(new FileSaver(image).saveAsTiff(tiff));
        assertArrayEquals(new int[] {1}, Hounsfield.damaged(IJ.openImage(tiff)));
        assertArrayEquals(new int[] {1}, Hounsfield.damaged(image.duplicate()));
        image.setProperty("Info", null);
        assertArrayEquals(new int[] {1}, Hounsfield.damaged(image.duplicate()));
    }

    @Test
    void soundImagesHaveNoDamage() throws IOException {
        ImagePlus image = Hounsfield.open(file(DamagedFrames.nativeFile(3)));
        assertArrayEquals(new int[0], Hounsfield.damaged(image));
        assertArrayEquals(new int[0], Hounsfield.damaged(IJ.createImage("plain", "8-bit black", 2, 2, 3)));
    }

    @Test
    void revertKeepsTheChoiceAndTheDamage() throws Exception {
        ImagePlus image = Hounsfield.openSeries(series());
        Arrays.fill(pixels(image, 3), 7);
        image.getStack().deleteSlice(1);
        image.revert();
        assertArrayEquals(new int[] {3}, Hounsfield.damaged(image));
        assertArrayEquals(new float[] {0, 1, Float.NaN, Float.NaN}, pixels(image, 3));

        String path = file(DamagedFrames.nativeFile(3));
        ImagePlus whole = open(path, OpenSettings.DEFAULT.with(WhenDamaged.REFUSE));
        file(DamagedFrames.nativeCut(3, 1));
        Arrays.fill(pixels(whole, 1), 7);
        List<String> log = MessagesTest.logged(() -> {
            whole.revert();
            return null;
        });
        assertEquals(1, log.size(), log::toString);
        assertEquals(7, pixels(whole, 1)[0], "refused, so nothing has changed");
    }

    /** Color has no NaN. */
    @Test
    void colorIsRefusedWithTheFramesThatCanBeRead() throws IOException {
        byte[] whole = ImageBytes.image(DicomBytes.EXPLICIT_LITTLE_ENDIAN, 3, "RGB", 3, 1, 2)
                .us(Tag.BITS_ALLOCATED, 8)
                .us(Tag.BITS_STORED, 8)
                .us(Tag.HIGH_BIT, 7)
                .us(Tag.PIXEL_REPRESENTATION, 0)
                .bytes(Tag.PIXEL_DATA, "OB", new byte[18])
                .toBytes();
        String path = file(Arrays.copyOf(whole, whole.length - 1));
        DicomException e = assertThrows(DicomException.class, () -> Hounsfield.open(path));
        assertTrue(e.getMessage().endsWith("; the first 2 of 3 frames can be read"), e.getMessage());
        assertEquals(2, Hounsfield.openFrames(path, 0, 1).getStackSize());
    }

    /** NaN does not count, and is black in 8 bits. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void damageCountsNowhere(boolean virtual) throws IOException {
        String path = series();
        ImagePlus image = virtual ? Hounsfield.openSeriesVirtual(path) : Hounsfield.openSeries(path);
        assertEquals(14.0, Hounsfield.statistics(image).get("count"));
        assertEquals(23 / 14.0, Hounsfield.statistics(image).get("mean"), 1e-12);
        double[][] histogram = Hounsfield.histogramBetween(image, 1, -2000, 2000);
        assertEquals(14, histogram[1][0]);
        double[][] stored = Hounsfield.histogramOfStored(image);
        assertEquals(14, Arrays.stream(stored[1]).sum());
        assertEquals(1024, stored[0][0]);
        double voxel = 0.5 * 0.25 * 2 / 1000;
        assertEquals(14 * voxel, Hounsfield.volume(image, -1000, 1000), 1e-12);
        ImagePlus windowed = Hounsfield.windowApplied(image, "brain");
        assertEquals(0, windowed.getStack().getProcessor(3).get(2));
        ImagePlus equalized = Hounsfield.equalize(image, 4);
        assertTrue(Float.isNaN(equalized.getStack().getProcessor(3).getf(2)));
        assertEquals(
                Hounsfield.equalize(Hounsfield.open(folder.resolve("IM3").toString()), 4)
                        .getProcessor()
                        .getf(3),
                equalized.getStack().getProcessor(4).getf(3));
        assertArrayEquals(new int[] {3}, Hounsfield.damaged(windowed));
        assertArrayEquals(new int[] {3}, Hounsfield.damaged(equalized));
        ImagePlus mask = Hounsfield.rangeMask(image, -1000, 1000);
        assertEquals(0, mask.getStack().getProcessor(3).get(2));
        assertEquals(255, mask.getStack().getProcessor(3).get(1));
    }
}
