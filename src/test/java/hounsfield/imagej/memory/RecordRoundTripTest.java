package hounsfield.imagej.memory;

import static hounsfield.testing.DicomImages.at;
import static hounsfield.testing.DicomImages.ct;
import static hounsfield.testing.DicomImages.gray;
import static hounsfield.testing.DicomImages.pixels;
import static hounsfield.testing.DicomImages.rescaled;
import static hounsfield.testing.DicomImages.write;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.imagej.Hounsfield;
import hounsfield.standard.Tag;
import hounsfield.testing.DicomBytes;
import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;
import ij.plugin.Duplicator;
import ij.plugin.HyperStackReducer;
import ij.plugin.Slicer;
import ij.plugin.StackReducer;
import ij.plugin.StackReverser;
import ij.plugin.SubstackMaker;
import ij.plugin.ZProjector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies that ImageJ makes have the facts of the slices that they show. */
class RecordRoundTripTest {
    @TempDir
    Path folder;

    @BeforeAll
    static void install() {
        Hounsfield.install();
    }

    /** A slice of 4 x 4 pixels at a height, with a padding of its own and an intercept of -1024. */
    private static DicomBytes slice(int instance, double z, int padding) {
        DicomBytes bytes = at(ct("1", instance), "-10\\-20\\" + z, "1\\0\\0\\0\\1\\0");
        gray(bytes, "MONOCHROME2", 4, 4, 16, 16, false).us(Tag.PIXEL_PADDING_VALUE, padding);
        int[] values = new int[16];
        Arrays.setAll(values, i -> 1000 + instance + i);
        return pixels(rescaled(bytes, "-1024", "1"), values);
    }

    /** Four slices, unevenly spaced, each with another padding; the third is cut off. */
    private ImagePlus series() throws IOException {
        double[] z = {0, 1, 4, 9};
        for (int i = 0; i < 4; i++) {
            Path path = write(folder, "IM" + i, slice(i + 1, z[i], 2 * i));
            byte[] bytes = Files.readAllBytes(path);
            if (i == 2) Files.write(path, Arrays.copyOf(bytes, bytes.length - 9));
        }
        return Hounsfield.openSeries(folder.toString());
    }

    /** The facts of a slice, counted from 1: file, frame, padding, position, damage. */
    private static String facts(ImagePlus image, int n) {
        String file = SliceFile.of(image, n)
                .map(each -> each.place().path().getFileName() + " " + each.frame())
                .orElse("no file");
        String plane = ImageRecord.read(image)
                .slices()
                .find(image, n)
                .flatMap(SliceTable.Slice::plane)
                .map(each -> each.position().toString())
                .orElse("no plane");
        boolean damaged = IntStream.of(ImageDamage.of(image)).anyMatch(each -> each == n);
        return file + ", " + ImagePadding.of(image).get(n - 1) + ", " + plane + ", " + damaged;
    }

    private static List<String> facts(ImagePlus image) {
        List<String> facts = new ArrayList<>();
        for (int n = 1; n <= image.getStackSize(); n++) facts.add(facts(image, n));
        return facts;
    }

    /** Checks that a copy has slices of the original, numbered from 1, and all that is known of the values. */
    private static void assertSlices(List<String> facts, ImagePlus copy, int... slices) {
        List<String> expected =
                IntStream.of(slices).mapToObj(n -> facts.get(n - 1)).toList();
        assertEquals(expected, facts(copy));
        assertEquals("HU", ImageUnit.of(copy));
        assertEquals(ValueRecord.Origin.FILE, ImageRecord.read(copy).values().origin());
    }

    private ImagePlus saved(ImagePlus image) {
        String tiff = folder.resolve("saved.tif").toString();
        assertTrue(
                image.getStackSize() > 1
                        ? new FileSaver(image).saveAsTiffStack(tiff)
                        : new FileSaver(image).saveAsTiff(tiff));
        return IJ.openImage(tiff);
    }

    @Test
    void copiesHaveTheFactsOfTheirSlices() throws IOException {
        ImagePlus image = series();
        List<String> facts = facts(image);
        assertEquals(4, facts.stream().distinct().count());
        assertEquals(
                "IM2 OptionalInt[0], Optional[PixelPadding[low=-1020.0, high=-1020.0]],"
                        + " Vector3[x=-10.0, y=-20.0, z=4.0], true",
                facts.get(2));
        assertSlices(facts, image.duplicate(), 1, 2, 3, 4);
        assertSlices(facts, saved(image), 1, 2, 3, 4);
        assertSlices(facts, saved(saved(image.duplicate())), 1, 2, 3, 4);
        assertSlices(facts, new Duplicator().run(image, 2, 3), 2, 3);
        assertSlices(facts, new SubstackMaker().makeSubstack(image, "4,2"), 4, 2);
        image.setSlice(3);
        assertSlices(facts, image.crop("slice"), 3);
        assertSlices(facts, saved(image.crop("slice")), 3);
        image.setRoi(1, 1, 2, 2);
        assertSlices(facts, image.crop("stack"), 1, 2, 3, 4);
        assertSlices(facts, image.crop("2-4"), 2, 3, 4);
        image.deleteRoi();
        ImagePlus copy = image.duplicate();
        new StackReverser().flipStack(copy);
        assertSlices(facts, copy, 4, 3, 2, 1);
        new StackReducer().reduceStack(copy, 3);
        assertSlices(facts, copy, 4, 1);
    }

    /** Without labels the slices are known while all are there. */
    @Test
    void slicesWithoutLabelsAreKnownByTheirPlaces() throws IOException {
        ImagePlus image = series();
        List<String> facts = facts(image);
        for (int n = 1; n <= 4; n++) image.getStack().setSliceLabel(null, n);
        assertSlices(facts, saved(image), 1, 2, 3, 4);
        String unknown = "no file, Optional.empty, no plane, false";
        assertEquals(List.of(unknown, unknown), facts(new Duplicator().run(image, 2, 3)));
    }

    /** Two slices at three times, reduced to the slices of one time and to the times of one slice. */
    @Test
    void reducedDimensionsKeepTheFactsOfWhatIsLeft() throws IOException {
        for (int t = 0; t < 3; t++) {
            for (int z = 0; z < 2; z++) {
                int instance = 2 * t + z + 1;
                write(
                        folder,
                        "t" + t + "z" + z,
                        slice(instance, 2 * z, instance).text(Tag.ACQUISITION_NUMBER, "IS", "" + t));
            }
        }
        ImagePlus image = Hounsfield.openSeries(folder.toString());
        assertArrayEquals(new int[] {4, 4, 1, 2, 3}, image.getDimensions());
        List<String> facts = facts(image);
        assertEquals(6, facts.stream().distinct().count());
        assertTrue(facts.get(5).contains("z=2.0"), facts.get(5));
        image.setPosition(1, 2, 3);
        assertSlices(facts, reduced(image, 2, 1), 5, 6);
        assertSlices(facts, reduced(image, 1, 3), 2, 4, 6);
    }

    private static ImagePlus reduced(ImagePlus image, int slices, int frames) {
        ImagePlus result = IJ.createHyperStack("reduced", 4, 4, 1, slices, frames, image.getBitDepth());
        result.setCalibration(image.getCalibration());
        // As Image > Hyperstacks > Reduce Dimensionality does, whose dialog needs a display.
        result.setProperty("Info", image.getProperty("Info"));
        result.setProperties(image.getPropertiesAsArray());
        new HyperStackReducer(image).reduce(result);
        return result;
    }

    @Test
    void readingChangesNothing() throws IOException {
        ImagePlus image = series();
        String[] before = image.getPropertiesAsArray();
        String info = image.getCalibration().info;
        facts(image);
        Hounsfield.statistics(image);
        assertArrayEquals(before, image.getPropertiesAsArray());
        assertEquals(info, image.getCalibration().info);
    }

    /** Signed values with the smallest one, for which ImageJ has a calibration that removes the unit. */
    private ImagePlus signed(int lowest) throws IOException {
        DicomBytes bytes = at(ct("1", 1), "0\\0\\0", "1\\0\\0\\0\\1\\0");
        gray(bytes, "MONOCHROME2", 2, 2, 16, 16, true).us(Tag.PIXEL_PADDING_VALUE, 0x10000 - 2000);
        pixels(rescaled(bytes, "0", "1"), lowest, 0x10000 - 2000, 0, 60);
        return Hounsfield.open16Bit(write(folder, "s.dcm", bytes).toString());
    }

    @Test
    void storedZeroAndUnitOfSixteenBitsAreKept() throws IOException {
        for (int lowest : new int[] {0x8000, 0x8001}) {
            ImagePlus image = signed(lowest);
            int zero = ImageRecord.storedZero(image);
            assertEquals(60, (image.getProcessor().get(3) & 0xFFFF) - zero);
            for (ImagePlus copy : new ImagePlus[] {
                image, image.duplicate(), saved(image), saved(image).duplicate()
            }) {
                assertEquals(zero, ImageRecord.storedZero(copy));
                assertEquals("HU", ImageUnit.of(copy));
                assertEquals(3, Hounsfield.statistics(copy).get("count"));
            }
        }
    }

    /** Reslice copies the calibration alone. */
    @Test
    void resliceKeepsWhatRemainsTrue() throws IOException {
        for (int i = 0; i < 2; i++) write(folder, "r" + i, slice(i + 1, i, 0));
        ImagePlus compact = Hounsfield.openSeries(folder.toString());
        ImagePlus resliced = new Slicer().reslice(compact);
        assertEquals(
                ValueRecord.Origin.DERIVED, ImageRecord.read(resliced).values().origin());
        assertEquals(ImagePadding.of(compact).get(0), ImagePadding.of(resliced).get(0));
        assertEquals("HU", ImageUnit.of(resliced));
        assertEquals(Optional.empty(), SliceFile.of(resliced, 1));
        ZProjector projector = new ZProjector(resliced.duplicate());
        projector.setMethod(ZProjector.MAX_METHOD);
        projector.doProjection(true);
        assertEquals(
                ImagePadding.of(compact).get(0),
                ImagePadding.of(projector.getProjection()).get(0));
    }

    @Test
    void reslicedImagesWithoutSliceDistanceHaveNoVolume() throws IOException {
        for (int i = 0; i < 2; i++) {
            DicomBytes bytes = gray(ct("1", i + 1), "MONOCHROME2", 4, 4, 16, 16, false);
            bytes.text(Tag.PIXEL_SPACING, "DS", "0.5\\0.5");
            write(folder, "r" + i, pixels(rescaled(bytes, "-1024", "1"), new int[16]));
        }
        ImagePlus image = Hounsfield.openSeries(folder.toString());
        assertFalse(ImageRecord.read(image).depthKnown());
        assertThrows(IllegalArgumentException.class, () -> ImagePlacement.milliliters(image));
        ImagePlus resliced = new Slicer().reslice(image);
        assertThrows(IllegalArgumentException.class, () -> ImagePlacement.milliliters(resliced));
        image.getCalibration().pixelDepth = 3;
        assertTrue(ImagePlacement.milliliters(image) > 0, "set by the user");
    }

    /** Values that a conversion changed have no padding, though the properties stay. */
    @Test
    void conversionToFewerBitsForgetsPadding() throws IOException {
        ImagePlus image =
                Hounsfield.open(write(folder, "a.dcm", slice(1, 0, 1003)).toString());
        assertEquals(15, Hounsfield.statistics(image).get("count"));
        new ij.process.ImageConverter(image).convertToGray8();
        assertEquals(16, Hounsfield.statistics(image).get("count"));
    }
}
