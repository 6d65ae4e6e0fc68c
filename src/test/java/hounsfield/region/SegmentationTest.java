package hounsfield.region;

import static hounsfield.region.RegionFixtures.axial;
import static hounsfield.region.RegionFixtures.file;
import static hounsfield.region.RegionFixtures.frame;
import static hounsfield.region.RegionFixtures.item;
import static hounsfield.region.RegionFixtures.packed;
import static hounsfield.region.RegionFixtures.pixels;
import static hounsfield.region.RegionFixtures.segment;
import static hounsfield.region.RegionFixtures.segmentation;
import static hounsfield.region.RegionFixtures.shared;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.geometry.Vector3;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import hounsfield.testing.DicomBytes;
import hounsfield.work.Progress;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SegmentationTest {
    private static final String AXIAL = "1\\0\\0\\0\\1\\0";

    private static PlacedRegions place(RegionFile file, RegionTarget target) throws IOException {
        return file.placeOn(target, RegionSelection.ALL, OverlapRule.EVEN_ODD, Progress.NONE);
    }

    private static DicomBytes groups(DicomBytes bytes, DicomBytes shared, DicomBytes... frames) {
        return bytes.sequence(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, shared)
                .sequence(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, frames);
    }

    /** 3 x 3 pixels in a frame: 9 bits, so that the second frame begins within a byte. */
    @Test
    void framesDoNotBeginOnBytes() throws IOException {
        int[] one = {1, 0, 0, 0, 1, 0, 0, 0, 1};
        int[] two = {0, 1, 1, 0, 0, 0, 1, 0, 0};
        DicomBytes bytes = pixels(segmentation("BINARY", segment(1, "A"), segment(2, "B")), 2, 3, 3, 1);
        groups(bytes, shared(AXIAL, 1, 2), frame(2, new Vector3(0, 0, 4)), frame(1, new Vector3(0, 0, 4)));
        bytes.bytes(
                Tag.PIXEL_DATA,
                "OB",
                packed(IntStream.concat(Arrays.stream(one), Arrays.stream(two)).toArray()));
        PlacedRegions placed = place(file(bytes), axial(3, 3));
        assertArrayEquals(bytes(two), placed.regions().get(0).pixels(2, 3, 3));
        assertArrayEquals(bytes(one), placed.regions().get(1).pixels(2, 3, 3));
        assertEquals(0, placed.overlappingPixels());
        assertArrayEquals(new int[] {2, 1, 1, 0, 2, 0, 1, 0, 2}, placed.labels(2));
    }

    private static byte[] bytes(int[] values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) values[i];
        return bytes;
    }

    @Test
    void aFractionOfOneHalfIsInside() throws IOException {
        DicomBytes bytes = DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                .text(Tag.SOP_CLASS_UID, "UI", "1.2.840.10008.5.1.4.1.1.66.4")
                .text(Tag.FRAME_OF_REFERENCE_UID, "UI", RegionFixtures.FRAME)
                .text(Tag.SEGMENTATION_TYPE, "CS", "FRACTIONAL")
                .us(Tag.MAXIMUM_FRACTIONAL_VALUE, 200)
                .sequence(Tag.SEGMENT_SEQUENCE, segment(1, "A"));
        groups(pixels(bytes, 1, 2, 2, 8), shared(AXIAL, 1, 2), frame(1, new Vector3(0, 0, 0)))
                .bytes(Tag.PIXEL_DATA, "OB", new byte[] {0, 99, 100, (byte) 200});
        PlacedRegion region = place(file(bytes), axial(2, 2)).regions().get(0);
        assertTrue(region.isFractional());
        assertEquals(2, region.count());
        assertArrayEquals(
                new byte[] {0, 99, 100, (byte) 200}, region.masks().get(0).toBytes(2, 2));
        assertEquals((99 + 100 + 200) / 200.0 * 2 / 1000, region.milliliters(axial(2, 2)), 1e-12);
    }

    @Test
    void labelsWithoutASegmentAreKeptAndSaid() throws IOException {
        DicomBytes bytes = pixels(segmentation("LABELMAP", segment(300, "A")), 1, 2, 2, 16);
        groups(bytes, shared(AXIAL, 1, 2), frame(0, new Vector3(0, 0, 2))).shorts(Tag.PIXEL_DATA, "OW", 0, 300, 7, 300);
        PlacedRegions placed = place(file(bytes), axial(2, 2));
        assertEquals(
                List.of(300, 7),
                placed.regions().stream().map(each -> each.region().number()).toList());
        assertEquals("Region 7", placed.regions().get(1).region().name());
        assertArrayEquals(new byte[] {0, 1, 0, 1}, placed.regions().get(0).pixels(1, 2, 2));
        assertTrue(placed.findings().contains("value 7 has no Item in the Segment Sequence (0062,0002)"));
    }

    @Test
    void segmentsWithoutNumberAreLeftOutAndSaid() throws IOException {
        DicomBytes nameless = item().text(Tag.SEGMENT_LABEL, "LO", "A");
        DicomBytes bytes = pixels(segmentation("BINARY", nameless, segment(2, "B")), 1, 2, 2, 1);
        groups(
                        bytes,
                        shared(AXIAL, 1, 2),
                        item().sequence(
                                        Tag.PLANE_POSITION_SEQUENCE,
                                        item().text(Tag.IMAGE_POSITION_PATIENT, "DS", "0\\0\\2")))
                .bytes(Tag.PIXEL_DATA, "OB", packed(0, 1, 0, 1));
        RegionFile file = file(bytes);
        assertEquals(2, place(file, axial(2, 2)).regions().get(0).count());
        assertTrue(
                file.findings().get(0).contains("no Segment Number"),
                file.findings().toString());
        assertTrue(file.findings().stream().anyMatch(text -> text.contains("no Referenced Segment Number")));
    }

    /** A random volume of 1 mm voxels in sagittal frames, on axial slices of 2 mm, voxel by voxel. */
    @Test
    void anotherGridIsReadByNearestNeighbor() throws IOException {
        int size = 12;
        Random random = new Random(5);
        int[] voxels = random.ints((long) size * size * size, 0, 2).toArray();
        DicomBytes[] frames = new DicomBytes[size];
        // Rows of a sagittal frame go to the back (y), columns to the feet (-z); x is the frame.
        for (int x = 0; x < size; x++) frames[x] = frame(1, new Vector3(x + 0.3, 0.3, 11.2));
        DicomBytes bytes = pixels(segmentation("BINARY", segment(1, "A")), size, size, size, 1);
        groups(bytes, shared("0\\1\\0\\0\\0\\-1", 1, 1), frames).bytes(Tag.PIXEL_DATA, "OB", packed(voxels));
        PlacedRegions placed = place(file(bytes), axial(6, 16));
        PlacedRegion region = placed.regions().get(0);
        for (int place = 0; place < 6; place++) {
            byte[] pixels = region.pixels(place, 16, 16);
            for (int y = 0; y < 16; y++) {
                for (int x = 0; x < 16; x++) {
                    int frame = (int) Math.round(x - 0.3);
                    int column = (int) Math.round(y - 0.3);
                    int row = (int) Math.round(11.2 - 2 * place);
                    boolean inside =
                            frame >= 0 && frame < size && column >= 0 && column < size && row >= 0 && row < size;
                    int expected = inside ? voxels[frame * size * size + row * size + column] : 0;
                    assertEquals(expected, pixels[y * 16 + x], x + ", " + y + ", " + place);
                }
            }
        }
        assertTrue(
                placed.findings().get(0).contains("nearest neighbor"),
                placed.findings().toString());
    }

    @Test
    void refusesFramesThatAreElsewhereWithTheDistance() throws IOException {
        DicomBytes bytes = pixels(segmentation("BINARY", segment(1, "A")), 1, 2, 2, 1);
        groups(bytes, shared(AXIAL, 1, 2), frame(1, new Vector3(0, 0, 40)))
                .bytes(Tag.PIXEL_DATA, "OB", packed(1, 1, 1, 1));
        RegionFile file = file(bytes);
        DicomException e = assertThrows(DicomException.class, () -> place(file, axial(3, 2)));
        assertTrue(e.getMessage().contains("36.00 mm"), e.getMessage());
    }

    @Test
    void tilesAreFoundInTheTotalMatrix() throws IOException {
        DicomBytes tile = item().sequence(
                        Tag.PLANE_POSITION_SLIDE_SEQUENCE,
                        item().sl(Tag.COLUMN_POSITION_IN_TOTAL_IMAGE_PIXEL_MATRIX, 3)
                                .sl(Tag.ROW_POSITION_IN_TOTAL_IMAGE_PIXEL_MATRIX, 1))
                .sequence(Tag.SEGMENT_IDENTIFICATION_SEQUENCE, item().us(Tag.REFERENCED_SEGMENT_NUMBER, 1));
        DicomBytes bytes = pixels(segmentation("BINARY", segment(1, "A")), 1, 2, 2, 1);
        groups(bytes, item(), tile).bytes(Tag.PIXEL_DATA, "OB", packed(1, 0, 0, 1));
        RegionTarget slide = RegionTarget.of(IntStream.of(1, 3)
                .mapToObj(column -> new TargetPlane(
                        Optional.empty(),
                        2,
                        2,
                        new TargetPlane.SourceFrame(
                                "1.2", "1.2.3", 0, RegionFixtures.FRAME, Optional.of(new TilePlace(column, 1))),
                        OptionalDouble.empty()))
                .toList());
        PlacedRegion region = place(file(bytes), slide).regions().get(0);
        assertEquals(List.of(1), List.copyOf(region.masks().keySet()));
        assertEquals(2, region.count());
    }

    @Test
    void framesWithoutPositionsAreOnTheImagesThatTheyName() throws IOException {
        DicomBytes frame = item().sequence(
                        Tag.DERIVATION_IMAGE_SEQUENCE,
                        item().sequence(
                                        Tag.SOURCE_IMAGE_SEQUENCE,
                                        item().text(Tag.REFERENCED_SOP_INSTANCE_UID, "UI", "1.2.3.2")))
                .sequence(Tag.SEGMENT_IDENTIFICATION_SEQUENCE, item().us(Tag.REFERENCED_SEGMENT_NUMBER, 1));
        DicomBytes bytes = pixels(segmentation("BINARY", segment(1, "A")), 1, 2, 2, 1);
        groups(bytes, item(), frame).bytes(Tag.PIXEL_DATA, "OB", packed(1, 0, 0, 1));
        PlacedRegion region = place(file(bytes), axial(3, 2)).regions().get(0);
        assertEquals(List.of(1), List.copyOf(region.masks().keySet()));
    }

    @Test
    void refusesAFileWithoutRegions() {
        DicomBytes image = DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                .text(Tag.SOP_CLASS_UID, "UI", "1.2.840.10008.5.1.4.1.1.2");
        DicomException e = assertThrows(DicomException.class, () -> file(image));
        assertTrue(e.getMessage().contains("CT Image Storage"), e.getMessage());
    }

    @Test
    void colorsAreOfTheWhitePointOfThePcs() {
        assertEquals(0xFFFFFF, CieLab.toRgb(65535, 32896, 32896));
        assertEquals(0x000000, CieLab.toRgb(0, 32896, 32896));
        assertEquals(0xD98265, CieLab.toRgb(41661, 41167, 40792));
    }
}
