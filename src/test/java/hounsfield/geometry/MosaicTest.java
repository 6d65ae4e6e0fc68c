package hounsfield.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.frame.FrameRef;
import hounsfield.frame.FunctionalGroups;
import hounsfield.frame.pixeldata.Tile;
import hounsfield.standard.Tag;
import hounsfield.testing.BuiltFiles;
import hounsfield.testing.CsaBytes;
import hounsfield.testing.DicomBytes;
import hounsfield.work.Diagnostics;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Mosaics of tiles of 4 x 2 pixels, which measure 0.25 x 0.5 mm. */
class MosaicTest {
    private static final String AXIAL = "1\\0\\0\\0\\1\\0";
    private static final String ASSUMED = "The mosaic has no valid slice normal in a CSA header; its slices are taken"
            + " to follow each other along row times column direction";

    private Diagnostics findings = new Diagnostics();

    /** What a built mosaic contains; a null is left out. */
    private static final class Built {
        private String type = "ORIGINAL\\PRIMARY\\M\\ND\\MOSAIC";
        private String spacing = "3";
        private String thickness = "2.5";
        private Integer count = 7;
        private String creator = "SIEMENS MR HEADER";
        private String orientation = AXIAL;
        private String position = "-10\\-20\\30";
        private int columns = 12;
        private int rows = 6;
        private String frames = "1";
        private byte[] csa = normal("0", "0", "1");
        private Consumer<DicomBytes> uih = file -> {};

        Built csa(byte[] bytes) {
            csa = bytes;
            return this;
        }

        void write(DicomBytes file) {
            file.text(Tag.IMAGE_TYPE, "CS", type).text(Tag.MODALITY, "CS", "MR");
            if (thickness != null) file.text(Tag.SLICE_THICKNESS, "DS", thickness);
            if (spacing != null) file.text(Tag.SPACING_BETWEEN_SLICES, "DS", spacing);
            if (creator != null) file.text(0x00190011, "LO", creator);
            if (count != null) file.us(0x0019110A, count);
            if (position != null) file.text(Tag.IMAGE_POSITION_PATIENT, "DS", position);
            file.text(Tag.IMAGE_ORIENTATION_PATIENT, "DS", orientation)
                    .text(Tag.NUMBER_OF_FRAMES, "IS", frames)
                    .us(Tag.ROWS, rows)
                    .us(Tag.COLUMNS, columns)
                    .text(Tag.PIXEL_SPACING, "DS", "0.5\\0.25");
            if (csa != null) {
                file.text(0x00290010, "LO", "SIEMENS CSA HEADER").bytes(0x00291010, "OB", csa);
            }
            uih.accept(file);
        }

        FunctionalGroups groups() throws IOException {
            return BuiltFiles.groups(this::write);
        }
    }

    private static byte[] normal(String x, String y, String z) {
        return CsaBytes.csa2()
                .entry("EchoLinePosition", 1, "52")
                .entry("SliceNormalVector", 3, x, y, z)
                .toBytes();
    }

    private Optional<List<TileSlice>> slices(Built built) throws IOException {
        return Mosaic.of(built.groups(), findings);
    }

    private List<Vector3> positions(Built built) throws IOException {
        return slices(built).orElseThrow().stream()
                .map(slice -> slice.plane().orElseThrow().position())
                .toList();
    }

    @Test
    void tilesFollowEachOtherRowByRow() throws IOException {
        List<Tile> tiles =
                slices(new Built()).orElseThrow().stream().map(TileSlice::tile).toList();
        assertEquals(
                List.of(
                        new Tile(0, 0, 4, 2, 0),
                        new Tile(4, 0, 4, 2, 1),
                        new Tile(8, 0, 4, 2, 2),
                        new Tile(0, 2, 4, 2, 3),
                        new Tile(4, 2, 4, 2, 4),
                        new Tile(8, 2, 4, 2, 5),
                        new Tile(0, 4, 4, 2, 6)),
                tiles);
        assertEquals(List.of(), findings.sentences());
    }

    /** The first tile is (12 - 4) / 2 columns of 0.25 mm and (6 - 2) / 2 rows of 0.5 mm from Image Position (Patient). */
    @Test
    void slicesFollowEachOtherAlongTheNormal() throws IOException {
        List<Vector3> expected = IntStream.range(0, 7)
                .mapToObj(i -> new Vector3(-9, -19, 30 + 3 * i))
                .toList();
        assertEquals(expected, positions(new Built()));
        PlaneGeometry plane = slices(new Built()).orElseThrow().get(5).plane().orElseThrow();
        assertEquals(0.5, plane.rowSpacing());
        assertEquals(0.25, plane.columnSpacing());
        assertEquals(new Vector3(1, 0, 0), plane.rowDirection());
        assertEquals(List.of(), findings.sentences());
    }

    @Test
    void slicesFollowEachOtherAgainstTheNormalIfTheHeaderReversesIt() throws IOException {
        List<Vector3> expected = IntStream.range(0, 7)
                .mapToObj(i -> new Vector3(-9, -19, 30 - 3 * i))
                .toList();
        assertEquals(expected, positions(new Built().csa(normal("0", "0", "-1"))));
        assertEquals(List.of(), findings.sentences());
    }

    /** Coronal, rows towards the left and columns towards the feet: the normal is backwards. */
    @Test
    void otherOrientationsHaveTheirOwnDirections() throws IOException {
        Built coronal = new Built().csa(normal("0", "-1", "0"));
        coronal.orientation = "1\\0\\0\\0\\0\\-1";
        List<Vector3> positions = positions(coronal);
        assertEquals(new Vector3(-9, -20, 29), positions.get(0));
        assertEquals(new Vector3(-9, -38, 29), positions.get(6));
    }

    @Test
    void olderFilesHaveTheNumberOfImagesInTheCsaHeader() throws IOException {
        for (CsaBytes format : List.of(CsaBytes.csa1(), CsaBytes.csa2())) {
            Built built = new Built()
                    .csa(format.entry("NumberOfImagesInMosaic", 1, "8")
                            .entry("SliceNormalVector", 3, "0", "0", "-1")
                            .toBytes());
            built.count = null;
            built.creator = null;
            assertEquals(8, positions(built).size());
            assertEquals(new Vector3(-9, -19, 27), positions(built).get(1));
        }
        Built other = new Built();
        other.creator = "SOMEONE ELSE";
        assertEquals(Optional.empty(), slices(other), "the number belongs to another creator");
        assertEquals(
                List.of("The mosaic does not declare the number of its images; it stays whole"), findings.sentences());
    }

    @Test
    void withoutASliceNormalTheDirectionIsAssumedAndSaid() throws IOException {
        byte[] damaged = normal("0", "0", "-1");
        damaged[8] = (byte) 0xFF;
        for (byte[] csa : new byte[][] {null, normal("1", "0", "0"), normal("0", "x", "-1"), damaged}) {
            findings = new Diagnostics();
            assertEquals(
                    new Vector3(-9, -19, 33), positions(new Built().csa(csa)).get(1));
            assertTrue(
                    findings.sentences().contains(ASSUMED), findings.sentences().toString());
        }
        assertTrue(findings.sentences().contains("CSA Image Header Info of Siemens is damaged and is ignored"));
    }

    @Test
    void withoutSpacingBetweenSlicesTheThicknessIsUsedAndSaid() throws IOException {
        Built thick = new Built();
        thick.spacing = null;
        assertEquals(32.5, positions(thick).get(1).z());
        assertEquals(
                List.of("The mosaic has no Spacing Between Slices (0018,0088); Slice Thickness (0018,0050) is used"),
                findings.sentences());
        findings = new Diagnostics();
        thick.thickness = null;
        assertTrue(slices(thick).orElseThrow().stream()
                .allMatch(slice -> slice.plane().isEmpty()));
        assertEquals(1, findings.sentences().size());
    }

    @Test
    void withoutAPositionThereAreTilesAlone() throws IOException {
        Built built = new Built();
        built.position = null;
        assertEquals(7, slices(built).orElseThrow().size());
        assertTrue(slices(built).orElseThrow().stream()
                .allMatch(slice -> slice.plane().isEmpty()));
    }

    @Test
    void numbersThatDoNotFitLeaveTheMosaicWhole() throws IOException {
        // 17 images need a grid of 5 x 5, which does not divide 12 columns.
        for (int count : new int[] {0, 17, 65535}) {
            Built built = new Built();
            built.count = count;
            findings = new Diagnostics();
            assertEquals(Optional.empty(), slices(built), count + " images");
            assertEquals(
                    List.of("The mosaic cannot be divided into the number of images that it declares; it stays whole"),
                    findings.sentences());
        }
        Built odd = new Built();
        odd.rows = 7;
        assertEquals(Optional.empty(), slices(odd));
        Built none = new Built();
        none.rows = 0;
        assertEquals(Optional.empty(), slices(none));
        byte[] csa = CsaBytes.csa2().entry("NumberOfImagesInMosaic", 1, "1e300").toBytes();
        for (byte[] bytes : List.of(
                csa,
                CsaBytes.csa2().entry("NumberOfImagesInMosaic", 1, "-4").toBytes(),
                CsaBytes.csa2().entry("NumberOfImagesInMosaic", 1, "6.5").toBytes())) {
            Built wild = new Built().csa(bytes);
            wild.count = null;
            assertEquals(Optional.empty(), slices(wild));
        }
    }

    @Test
    void otherImagesAreNotMosaics() throws IOException {
        Built one = new Built();
        one.count = 1;
        Built plain = new Built();
        plain.type = "ORIGINAL\\PRIMARY\\M\\ND";
        Built many = new Built();
        many.frames = "2";
        for (Built built : List.of(one, plain, many)) assertEquals(Optional.empty(), slices(built));
        assertEquals(List.of(), findings.sentences());
    }

    /** A grid of 5 tiles in 3 columns and 2 rows, with positions that only the private sequence has. */
    private static Built uih(String count, double... heights) {
        Built built = new Built().csa(null);
        built.type = "ORIGINAL\\PRIMARY\\M\\VFRAME";
        built.creator = null;
        built.count = null;
        built.position = null;
        built.rows = 4;
        DicomBytes[] items = new DicomBytes[heights.length];
        for (int i = 0; i < items.length; i++) {
            items[i] = BuiltFiles.item().text(Tag.IMAGE_POSITION_PATIENT, "DS", "1\\2\\" + heights[i]);
        }
        built.uih = file -> {
            file.text(0x00650012, "LO", "Image Private Header");
            if (count != null) file.text(0x00651250, "DS", count);
            file.sequence(0x00651251, items);
        };
        return built;
    }

    @Test
    void gridOfUihHasThePositionsOfItsSequence() throws IOException {
        for (String count : new String[] {"5", null}) {
            List<TileSlice> slices = slices(uih(count, 7, 5, 6, -3, 0)).orElseThrow();
            assertEquals(
                    List.of(
                            new Tile(0, 0, 4, 2, 0),
                            new Tile(4, 0, 4, 2, 1),
                            new Tile(8, 0, 4, 2, 2),
                            new Tile(0, 2, 4, 2, 3),
                            new Tile(4, 2, 4, 2, 4)),
                    slices.stream().map(TileSlice::tile).toList());
            assertEquals(
                    List.of(7.0, 5.0, 6.0, -3.0, 0.0),
                    slices.stream()
                            .map(slice -> slice.plane().orElseThrow().position().z())
                            .toList());
            assertEquals(0.25, slices.get(0).plane().orElseThrow().columnSpacing());
        }
        assertEquals(List.of(), findings.sentences());
    }

    @Test
    void gridOfUihWithAnotherNumberOfPositionsHasNone() throws IOException {
        List<TileSlice> slices = slices(uih("6", 7, 5, 6, -3, 0)).orElseThrow();
        assertEquals(6, slices.size());
        assertTrue(slices.stream().allMatch(slice -> slice.plane().isEmpty()));
        assertEquals(
                List.of("The mosaic has not as many positions as images, so the positions of its slices are unknown"),
                findings.sentences());
        assertEquals(Optional.empty(), slices(uih("x")));
        assertEquals(Optional.empty(), slices(uih("100", 1, 2)));
    }

    @Test
    void placementOfTilesIsThatOfTheirSlices() throws IOException {
        FrameRef whole = FrameRef.first(BuiltFiles.file(new Built().csa(normal("0", "0", "-1"))::write));
        List<FrameRef> tiles = slices(new Built()).orElseThrow().stream()
                .map(slice -> whole.withTile(slice.tile()))
                .toList();
        StackGeometry stack = Placement.of(tiles).stack().orElseThrow();
        assertEquals(3, SliceSpacing.of(stack).orElseThrow().mm(), 1e-9);
        assertEquals(
                Optional.of(new Vector3(-9, -19, 24)),
                PlaneGeometry.of(tiles.get(2), findings).map(PlaneGeometry::position));
        assertEquals(Optional.empty(), PlaneGeometry.of(whole.withTile(new Tile(8, 4, 4, 2, 8)), findings));
    }
}
