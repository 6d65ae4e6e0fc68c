package hounsfield.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.bytes.ArrayByteSource;
import hounsfield.frame.FrameRef;
import hounsfield.parse.DicomFile;
import hounsfield.standard.Tag;
import hounsfield.testing.BuiltFiles;
import hounsfield.testing.BuiltFiles.CtSlice;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PlacementTest {
    private static List<FrameRef> slicesAt(double... z) throws IOException {
        List<FrameRef> frames = new ArrayList<>();
        for (double each : z) {
            byte[] bytes = CtSlice.axial(1, each).toBytes();
            frames.add(FrameRef.first(DicomFile.read(new ArrayByteSource("slice.dcm", bytes))));
        }
        return frames;
    }

    /** Several frames of a file with no positions. */
    private static List<FrameRef> cine(DicomFile file, int count) {
        List<FrameRef> frames = new ArrayList<>();
        FrameRef first = FrameRef.first(file);
        for (int i = 0; i < count; i++) frames.add(new FrameRef(first.source(), i));
        return frames;
    }

    @Test
    void distanceComesFromPositionsBeforeThickness() throws IOException {
        Placement placement = Placement.of(slicesAt(0, 2, 4));
        assertEquals(2, placement.sliceSpacing().mm(), 1e-9);
        assertEquals(0.25, placement.pixelSpacing().column());
        assertEquals(3, placement.stack().orElseThrow().positions());
        assertEquals(1, placement.timePoints());
        assertEquals(List.of(), placement.findings());
    }

    @Test
    void orderOtherThanByPositionIsKeptAndReported() throws IOException {
        Placement placement = Placement.of(slicesAt(4, 0, 2));
        assertEquals(2, placement.sliceSpacing().mm(), 1e-9);
        assertEquals(List.of("The slices are not in the order of their positions"), placement.findings());
    }

    @Test
    void sliceDistanceOfASingleSliceIsNotReported() throws IOException {
        Placement placement = Placement.of(slicesAt(4));
        assertEquals(
                SliceSpacing.Source.SLICE_THICKNESS, placement.sliceSpacing().source());
        assertEquals(List.of(), placement.findings());
    }

    @Test
    void framesWithATimeAndNoPositionsAreNoSlices() throws IOException {
        DicomFile timed = BuiltFiles.file(bytes -> bytes.text(Tag.FRAME_TIME_VECTOR, "DS", "0\\40\\40"));
        Placement placement = Placement.of(cine(timed, 3));
        assertEquals(OptionalDouble.of(0.04), placement.frameSeconds());
        assertTrue(placement.findings().stream().noneMatch(finding -> finding.contains("slice distance")));
        Placement untimed = Placement.of(cine(BuiltFiles.file(bytes -> {}), 3));
        assertEquals(OptionalDouble.empty(), untimed.frameSeconds());
        assertTrue(untimed.findings().stream().anyMatch(finding -> finding.contains("slice distance")));
    }

    @Test
    void frameTimesThatAreNoneAreAsAbsent() throws IOException {
        DicomFile vector = BuiltFiles.file(
                bytes -> bytes.text(Tag.FRAME_TIME, "DS", "abc").text(Tag.FRAME_TIME_VECTOR, "DS", "0\\x\\40"));
        Placement placement = Placement.of(cine(vector, 3));
        assertEquals(OptionalDouble.of(0.04), placement.frameSeconds());
        assertTrue(placement.findings().contains("Frame Time (0018,1063) cannot be read as a number and is ignored"));
        assertTrue(placement
                .findings()
                .contains("Frame Time Vector (0018,1065) has values that cannot be read as numbers and are ignored"));
        DicomFile none = BuiltFiles.file(bytes -> bytes.text(Tag.FRAME_TIME, "DS", "1e-320"));
        assertEquals(OptionalDouble.empty(), Placement.of(cine(none, 3)).frameSeconds());
    }

    @Test
    void firstSpacingThatCanBeReadServesAll() throws IOException {
        List<FrameRef> frames = new ArrayList<>();
        for (String spacing : new String[] {"abc", "0.5\\0.25"}) {
            frames.add(FrameRef.first(BuiltFiles.file(bytes -> bytes.text(Tag.PIXEL_SPACING, "DS", spacing))));
        }
        Placement placement = Placement.of(frames, Optional.empty(), PlaneAxes.NONE, List.of());
        assertEquals(new PixelSpacing(0.5, 0.25, PixelSpacing.Source.PIXEL_SPACING), placement.pixelSpacing());
        assertTrue(placement.findings().contains("Pixel Spacing (0028,0030) cannot be read as numbers and is ignored"));
    }

    @Test
    void knownOrderGivesItsTimePointsAndFindings() throws IOException {
        List<FrameRef> frames = slicesAt(0, 3, 0, 3);
        StackGeometry first = StackGeometry.of(List.of(
                PlaneGeometry.of(frames.get(0).groups(), 0).orElseThrow(),
                PlaneGeometry.of(frames.get(1).groups(), 0).orElseThrow()));
        Placement placement = Placement.of(
                frames,
                Optional.of(first),
                new PlaneAxes(1, 2, OptionalDouble.empty()),
                List.of("2 images at each position"));
        assertEquals(3, placement.sliceSpacing().mm(), 1e-9);
        assertEquals(2, placement.timePoints());
        assertEquals(List.of("2 images at each position"), placement.findings());
    }
}
