package hounsfield.phantom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.data.DataSet;
import hounsfield.parse.DicomFile;
import hounsfield.standard.Tag;
import hounsfield.standard.TransferSyntax;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reads the bytes of the samples without the decoding and calibration of the program, so that these can be tested with
 * the samples.
 */
class PhantomsTest {
    @TempDir
    Path folder;

    @Test
    void sampleIsTheSameEveryTime() throws IOException {
        for (Phantom phantom : Phantoms.all()) {
            List<Path> first = phantom.write(folder.resolve("first"));
            List<Path> second = phantom.write(folder.resolve("second"));
            for (int i = 0; i < first.size(); i++) assertEquals(-1, Files.mismatch(first.get(i), second.get(i)));
        }
    }

    @Test
    void namesAreFoundInAnyCase() {
        for (String name : Phantoms.names())
            assertEquals(name, Phantoms.byName(name.toUpperCase()).name());
        Exception e = assertThrows(IllegalArgumentException.class, () -> Phantoms.byName("head"));
        assertTrue(e.getMessage().contains("CT series"), e.getMessage());
    }

    @Test
    void ctInsertsHoldTheirHounsfieldUnits() throws IOException {
        CtPhantom phantom = new CtPhantom();
        List<Path> files = phantom.write(folder);
        assertEquals(CtPhantom.SLICES, files.size());
        DicomFile file = DicomFile.read(files.get(0));
        ShortBuffer pixels = pixels(file);
        for (Insert insert : phantom.inserts()) {
            double mean = mean(pixels, 0, CtPhantom.SIZE, insert) + CtPhantom.RESCALE_INTERCEPT;
            assertEquals(insert.hounsfield(), mean, 2, insert.name());
        }
    }

    @Test
    void ctGeometryIsThePhantomsOwn() throws IOException {
        CtPhantom phantom = new CtPhantom();
        List<Double> heights = new ArrayList<>();
        for (Path path : phantom.write(folder)) {
            DataSet dataSet = DicomFile.read(path).dataSet();
            int slice = CtPhantom.SLICES - dataSet.requireInt(Tag.INSTANCE_NUMBER);
            assertArrayEquals(phantom.position(slice), dataSet.doubles(Tag.IMAGE_POSITION_PATIENT), 1e-9);
            heights.add(phantom.position(slice)[2]);
        }
        assertNotEquals(heights.stream().sorted().toList(), heights, "file names sort in slice order");
        // The axis of an insert is at the same place in mm and in pixels.
        for (Insert insert : phantom.inserts()) {
            assertEquals(insert.x(), phantom.position(0)[0] + insert.column() * CtPhantom.PIXEL_SPACING, 1e-9);
            assertEquals(insert.y(), phantom.position(0)[1] + insert.row() * CtPhantom.PIXEL_SPACING, 1e-9);
        }
    }

    @Test
    void enhancedCtNeedsTheRescaleOfEachFrame() throws IOException {
        EnhancedCtPhantom phantom = new EnhancedCtPhantom();
        DicomFile file = DicomFile.read(phantom.write(folder).get(0));
        ShortBuffer pixels = pixels(file);
        List<DataSet> frames = file.dataSet().items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE);
        assertEquals(EnhancedCtPhantom.FRAMES, frames.size());
        for (int frame = 0; frame < frames.size(); frame++) {
            DataSet transformation = frames.get(frame)
                    .item(Tag.PIXEL_VALUE_TRANSFORMATION_SEQUENCE)
                    .orElseThrow();
            double slope = transformation.requireDouble(Tag.RESCALE_SLOPE);
            double intercept = transformation.requireDouble(Tag.RESCALE_INTERCEPT);
            for (Insert insert : phantom.inserts()) {
                double stored = mean(pixels, frame, EnhancedCtPhantom.SIZE, insert);
                assertEquals(insert.hounsfield(), slope * stored + intercept, 2, insert.name() + " in frame " + frame);
            }
        }
    }

    @Test
    void ultrasoundHasAFragmentForEachFrame() throws IOException {
        UltrasoundPhantom phantom = new UltrasoundPhantom();
        DicomFile file = DicomFile.read(phantom.write(folder).get(0));
        assertEquals(TransferSyntax.RLE_LOSSLESS, file.transferSyntax());
        assertEquals(UltrasoundPhantom.FRAMES, file.dataSet().requireInt(Tag.NUMBER_OF_FRAMES));
        assertTrue(file.pixelData().orElseThrow().bulk().orElseThrow().isEncapsulated());
        assertTrue(phantom.radius(0) > phantom.radius(UltrasoundPhantom.FRAMES / 2) + 10, "the chamber beats");
    }

    private static ShortBuffer pixels(DicomFile file) throws IOException {
        byte[] bytes = file.pixelData().orElseThrow().bytes();
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
    }

    /** Returns the mean stored value over the inner part of an insert, away from its blurred edge. */
    private static double mean(ShortBuffer pixels, int frame, int size, Insert insert) {
        double sum = 0;
        int count = 0;
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                if (Math.hypot(column - insert.column(), row - insert.row()) > insert.radiusPixels() - 2) continue;
                sum += pixels.get((frame * size + row) * size + column) & 0xFFFF;
                count++;
            }
        }
        return sum / count;
    }
}
