package hounsfield.codec.jpeg2000;

import static hounsfield.codec.jpeg2000.Surgery.bytes;
import static hounsfield.codec.jpeg2000.Surgery.join;
import static hounsfield.codec.jpeg2000.Surgery.number;
import static hounsfield.codec.jpeg2000.Surgery.segment;
import static hounsfield.codec.jpeg2000.Surgery.tilePart;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.bytes.ByteSpan;
import hounsfield.codec.DecodingContext;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.MalformedDicomException;
import hounsfield.standard.error.UnsupportedDicomException;
import hounsfield.work.Diagnostics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Streams that the public encoders do not write: packets of their streams in another order, headers stored separately,
 * wrong lengths.
 */
class CraftedStreamTest {
    /** Two layers, six resolutions, three components, one precinct, in the order LRCP. */
    private static final Surgery BASE = new Surgery(Streams.of("sop-eph.j2k").bytes());

    private static final int RESOLUTIONS = 6;
    private static final int COMPONENTS = 3;
    private static final byte[] NOTHING = {};

    /** A packet with its position in the progression. */
    private record Numbered(int layer, int resolution, int component, byte[] bytes) {}

    @Test
    void takenApartAndPutTogether() throws DicomException {
        assertEquals(2 * RESOLUTIONS * COMPONENTS, BASE.packets.size());
        assertDecodes(Surgery.stream(BASE.mainHeader, tilePart(0, 1, -1, NOTHING, BASE.body)));
    }

    /** Layer 0 by resolution, then the remaining packets by component. */
    @Test
    void progressionsThatOverlap() throws DicomException {
        byte[] poc = segment(Marker.POC, bytes(0, 0, 0, 1, 33, 3, 1), bytes(0, 0, 0, 2, 33, 3, 4));
        List<Numbered> packets = numbered();
        packets.sort(Comparator.comparingInt((Numbered p) -> p.layer)
                .thenComparingInt(p -> p.layer == 0 ? p.resolution : p.component)
                .thenComparingInt(p -> p.layer == 0 ? p.component : p.resolution));
        byte[] body = join(packets.stream().map(Numbered::bytes).toArray(byte[][]::new));
        assertDecodes(Surgery.stream(join(BASE.mainHeader, poc), tilePart(0, 1, -1, NOTHING, body)));
        assertDecodes(Surgery.stream(BASE.mainHeader, tilePart(0, 1, -1, poc, body)));
    }

    @Test
    void packetHeadersInTheMainHeader() throws DicomException {
        byte[] headers = headers(0, BASE.packets.size());
        byte[] ppm = segment(Marker.PPM, bytes(0), number(headers.length, 4), headers);
        assertDecodes(Surgery.stream(
                join(BASE.mainHeader, ppm), tilePart(0, 1, -1, NOTHING, bodies(0, BASE.packets.size()))));
    }

    /** Two tile-parts, and PPM segments that end in a length and in a header, in the wrong order. */
    @Test
    void packetHeadersInManySegments() throws DicomException {
        byte[] first = headers(0, 7);
        byte[] second = headers(7, BASE.packets.size());
        byte[] series = join(number(first.length, 4), first, number(second.length, 4), second);
        int cut = first.length + 6;
        byte[] ppm0 = segment(Marker.PPM, bytes(0), Arrays.copyOf(series, cut));
        byte[] ppm1 = segment(Marker.PPM, bytes(1), Arrays.copyOfRange(series, cut, cut + 9));
        byte[] ppm2 = segment(Marker.PPM, bytes(2), Arrays.copyOfRange(series, cut + 9, series.length));
        assertDecodes(Surgery.stream(
                join(BASE.mainHeader, ppm2, ppm0, ppm1),
                tilePart(0, 2, -1, NOTHING, bodies(0, 7)),
                tilePart(1, 2, -1, NOTHING, bodies(7, BASE.packets.size()))));
    }

    @Test
    void packetHeadersInTheTilePartHeaders() throws DicomException {
        byte[] first = headers(0, 20);
        byte[] ppt0 = segment(Marker.PPT, bytes(0), Arrays.copyOf(first, 11));
        byte[] ppt1 = segment(Marker.PPT, bytes(1), Arrays.copyOfRange(first, 11, first.length));
        byte[] ppt2 = segment(Marker.PPT, bytes(0), headers(20, BASE.packets.size()));
        assertDecodes(Surgery.stream(
                BASE.mainHeader,
                tilePart(0, 0, -1, join(ppt0, ppt1), bodies(0, 20)),
                tilePart(1, 2, -1, ppt2, bodies(20, BASE.packets.size()))));
    }

    /** Psot 0, which means up to the end, and an unknown number of tile-parts. */
    @Test
    void lengthsLeftOut() throws DicomException {
        assertDecodes(Surgery.stream(BASE.mainHeader, tilePart(0, 0, 0, NOTHING, BASE.body)));
    }

    @Test
    void wrongLengthsAreMended() throws DicomException {
        for (long wrong : new long[] {14, 100, 12 + 2 + BASE.body.length - 5, 1 << 30}) {
            ByteSpan stream = Surgery.stream(BASE.mainHeader, tilePart(0, 1, wrong, NOTHING, BASE.body));
            Diagnostics diagnostics = new Diagnostics();
            assertDrawn(Jpeg2000.decode(stream, Jpeg2000.Options.DEFAULT, new DecodingContext(diagnostics)));
            assertTrue(
                    diagnostics.sentences().toString().contains("Psot"),
                    diagnostics.sentences().toString());
        }
    }

    /** With partial decoding, a stream that is cut in its second layer gives the first one. */
    @Test
    void partialDecodeGivesTheLayersThatAreThere() throws DicomException {
        byte[] body = BASE.body;
        byte[] firstLayer = join(numbered().stream()
                .filter(packet -> packet.layer == 0)
                .map(Numbered::bytes)
                .toArray(byte[][]::new));
        byte[] cut = Arrays.copyOf(body, firstLayer.length + 40);
        ByteSpan stream = Surgery.stream(BASE.mainHeader, tilePart(0, 1, -1, NOTHING, cut));
        assertThrows(
                MalformedDicomException.class,
                () -> Jpeg2000.decode(stream, Jpeg2000.Options.DEFAULT, new DecodingContext()));
        Diagnostics diagnostics = new Diagnostics();
        Jpeg2000Image image =
                Jpeg2000.decode(stream, Jpeg2000.Options.DEFAULT.withPartial(true), new DecodingContext(diagnostics));
        assertEquals(1, diagnostics.sentences().size());
        double error = 0;
        for (int c = 0; c < COMPONENTS; c++) {
            int[] drawn = DrawnImage.RGB8.plane(c);
            int[] decoded = image.planes().get(c).values();
            for (int i = 0; i < drawn.length; i++) error += Math.abs(drawn[i] - decoded[i]) / (3.0 * drawn.length);
        }
        assertTrue(error > 0 && error < 20, "mean error " + error);
    }

    /** A tile whose header requires more subbands than there are step sizes is missing, not half decoded. */
    @Test
    void tileWithAnUnsoundHeaderIsMissing() throws DicomException {
        int cod = Surgery.indexOf(BASE.mainHeader, Marker.COD, 0);
        byte[] segment = Arrays.copyOfRange(BASE.mainHeader, cod, cod + 14);
        segment[9] = 32; // decomposition levels
        ByteSpan stream = Surgery.stream(BASE.mainHeader, tilePart(0, 1, -1, segment, BASE.body));
        MalformedDicomException e = assertThrows(
                MalformedDicomException.class,
                () -> Jpeg2000.decode(stream, Jpeg2000.Options.DEFAULT, new DecodingContext()));
        assertTrue(e.problem().contains("fewer step sizes"), e.problem());
        Diagnostics diagnostics = new Diagnostics();
        Jpeg2000.decode(stream, Jpeg2000.Options.DEFAULT.withPartial(true), new DecodingContext(diagnostics));
        assertTrue(
                diagnostics.sentences().toString().contains("1 of 1 tiles are missing"),
                diagnostics.sentences().toString());
    }

    /** Compares with OpenJPEG: SigProp alone and with MagRef, vertically causal or not, of random bits. */
    @Test
    void refinementOfHighThroughputBlocks() throws DicomException {
        HtSurgery surgery = new HtSurgery();
        for (int passes = 2; passes <= 3; passes++) {
            for (int causal = 0; causal < 2; causal++) {
                byte[] raw = Streams.unzipped("ht-refined-" + passes + "-" + causal + ".expected.gz");
                int[] expected = new int[raw.length / 2];
                for (int i = 0; i < expected.length; i++)
                    expected[i] = raw[2 * i] & 0xFF | (raw[2 * i + 1] & 0xFF) << 8;
                assertArrayEquals(expected, decode(surgery.refined(passes, causal == 1, passes)));
            }
        }
    }

    /** Placeholders, cleanup, SigProp and MagRef in separate layers, compared with OpenJPEG's result for one layer. */
    @Test
    void highThroughputPassesInLayers() throws DicomException {
        HtSurgery surgery = new HtSurgery();
        for (int causal = 0; causal < 2; causal++) {
            byte[] stream = surgery.refinedInLayers(causal == 1, 3);
            int[] expected = decode(surgery.refined(3, causal == 1, 3));
            assertArrayEquals(expected, decode(stream));
        }
    }

    @Test
    void placeholderPassesStandForMissingBitPlanes() throws DicomException {
        assertArrayEquals(DrawnImage.BLOCK.plane(0), decode(new HtSurgery().withPlaceholders()));
    }

    @Test
    void lastSetOfHighThroughputPassesCounts() throws DicomException {
        assertArrayEquals(DrawnImage.BLOCK.plane(0), decode(new HtSurgery().inTheSecondSet()));
    }

    /** Code-blocks of both kinds in one tile-component (HTMIXED). */
    @Test
    void mixedKindsOfBlocks() throws DicomException {
        assertArrayEquals(DrawnImage.G8.plane(0), decode(HtSurgery.mixed()));
    }

    @Test
    void mixedBlocksWithTerminatedPassesAreNamed() {
        byte[] stream = HtSurgery.mixed();
        stream[Surgery.indexOf(stream, Marker.COD, 0) + 12] |= (byte) CodingStyle.TERMINATE;
        UnsupportedDicomException e = assertThrows(UnsupportedDicomException.class, () -> decode(stream));
        assertTrue(e.problem().contains("code-block style C4"), e.problem());
    }

    private static int[] decode(byte[] stream) throws DicomException {
        return Jpeg2000.decode(ByteSpan.of(stream), Jpeg2000.Options.DEFAULT, new DecodingContext())
                .planes()
                .get(0)
                .values();
    }

    private static List<Numbered> numbered() {
        List<Numbered> packets = new ArrayList<>();
        for (int i = 0; i < BASE.packets.size(); i++) {
            packets.add(new Numbered(
                    i / (RESOLUTIONS * COMPONENTS),
                    i / COMPONENTS % RESOLUTIONS,
                    i % COMPONENTS,
                    BASE.packets.get(i).whole()));
        }
        return packets;
    }

    private static byte[] headers(int from, int to) {
        return join(BASE.packets.subList(from, to).stream()
                .map(Surgery.Packet::header)
                .toArray(byte[][]::new));
    }

    private static byte[] bodies(int from, int to) {
        return join(BASE.packets.subList(from, to).stream()
                .map(Surgery.Packet::withoutHeader)
                .toArray(byte[][]::new));
    }

    private static void assertDecodes(ByteSpan stream) throws DicomException {
        Diagnostics diagnostics = new Diagnostics();
        assertDrawn(Jpeg2000.decode(stream, Jpeg2000.Options.DEFAULT, new DecodingContext(diagnostics)));
        assertEquals(List.of(), diagnostics.sentences());
    }

    private static void assertDrawn(Jpeg2000Image image) {
        for (int c = 0; c < COMPONENTS; c++) {
            assertArrayEquals(DrawnImage.RGB8.plane(c), image.planes().get(c).values(), "component " + c);
        }
    }
}
