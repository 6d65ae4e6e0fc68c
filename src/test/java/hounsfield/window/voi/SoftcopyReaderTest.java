package hounsfield.window.voi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.bytes.ArrayByteSource;
import hounsfield.calibrate.LookupTable;
import hounsfield.calibrate.ModalityLut;
import hounsfield.calibrate.Rescale;
import hounsfield.data.DataSet;
import hounsfield.parse.DicomFile;
import hounsfield.planes.FloatHeads;
import hounsfield.standard.Tag;
import hounsfield.testing.DicomBytes;
import hounsfield.window.voi.SoftcopyReader.Frame;
import hounsfield.work.Diagnostics;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

/** The grayscale transformations of presentation states, from stored values by formulas of PS3.3 and PS3.4 N.2.1. */
class SoftcopyReaderTest {
    private static final Rescale CT = new Rescale(1, -1024);
    private final Diagnostics findings = new Diagnostics();

    private static DicomBytes state() {
        return DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                .text(Tag.SOP_CLASS_UID, "UI", "1.2.840.10008.5.1.4.1.1.11.1");
    }

    private static DicomBytes item() {
        return DicomBytes.explicitLittleEndian();
    }

    private static DicomBytes rescale(DicomBytes state, String slope, String intercept) {
        return state.text(Tag.RESCALE_INTERCEPT, "DS", intercept).text(Tag.RESCALE_SLOPE, "DS", slope);
    }

    private static DicomBytes table(int first, int bits, int count, IntUnaryOperator entry) {
        int[] entries = new int[count];
        for (int i = 0; i < count; i++) entries[i] = entry.applyAsInt(i);
        return item().us(Tag.LUT_DESCRIPTOR, count, first & 0xFFFF, bits).us(Tag.LUT_DATA, entries);
    }

    private static DicomBytes window(String center, String width) {
        return item().text(Tag.WINDOW_CENTER, "DS", center).text(Tag.WINDOW_WIDTH, "DS", width);
    }

    private Optional<VoiTransform> read(DicomBytes state, boolean signed, ModalityLut values) throws IOException {
        DataSet dataSet = DicomFile.read(new ArrayByteSource("state.dcm", state.toBytes()))
                .dataSet();
        return new SoftcopyReader(dataSet, findings).of(new Frame("1.2.3.1", 0, signed, OptionalInt.of(12), values));
    }

    private static void check(VoiTransform gray, Rescale values, int from, int to, DoubleUnaryOperator expected) {
        VoiLut8 bytes = new VoiLut8(gray);
        for (int stored = from; stored <= to; stored++) {
            double value = (float) values.apply(stored);
            double level = expected.applyAsDouble(stored);
            assertEquals(level, gray.of(value), 1e-9, "stored value " + stored);
            // Halves are rounded either way.
            if (Math.abs(255 * level % 1 - 0.5) < 1e-9) continue;
            assertEquals((int) (255 * level + 0.5), bytes.of(new float[] {(float) value})[0] & 0xFF);
        }
    }

    @Test
    void withoutTransformationsStoredValuesAreShownInFull() throws IOException {
        VoiTransform gray = read(state(), true, CT).orElseThrow();
        assertInstanceOf(VoiWindow.class, gray);
        check(gray, CT, -2048, 2047, stored -> (stored + 2048) / 4095);
        check(read(state(), false, CT).orElseThrow(), CT, 0, 4095, stored -> stored / 4095);
    }

    @Test
    void theRescaleOfTheStateReplacesThatOfTheImage() throws IOException {
        DicomBytes state =
                rescale(state(), "2", "-1000").sequence(Tag.SOFTCOPY_VOILUT_SEQUENCE, window("500.5", "1001"));
        // 2 s - 1000 from 0 to 1000: s from 500 to 1000 (C.11.2.1.2.1).
        VoiTransform gray = read(state, false, CT).orElseThrow();
        check(gray, CT, 0, 4095, stored -> Math.max(0, Math.min(1, (2 * stored - 1000) / 1000)));
        assertTrue(gray.isLine());
        assertEquals(500 - 1024, gray.low());
        assertEquals(1000 - 1024, gray.high());
        assertEquals(1, findings.sentences().size(), findings.sentences().toString());
    }

    @Test
    void aRescaleWithNegativeSlopeTurnsGrayAround() throws IOException {
        DicomBytes state =
                rescale(state(), "-1", "1000").sequence(Tag.SOFTCOPY_VOILUT_SEQUENCE, window("500.5", "1001"));
        VoiTransform gray = read(state, false, new Rescale(0.5, 3)).orElseThrow();
        check(gray, new Rescale(0.5, 3), 0, 1500, stored -> Math.max(0, Math.min(1, (1000 - stored) / 1000)));
        assertEquals(3, gray.low());
        assertEquals(503, gray.high());
    }

    @Test
    void modalityTableThenWindowThenPresentationTable() throws IOException {
        // A signed first input, -100, as US; outputs i*i / 4 of 400 inputs.
        DicomBytes state = state().sequence(Tag.MODALITY_LUT_SEQUENCE, table(-100, 16, 400, i -> i * i / 4))
                .sequence(Tag.SOFTCOPY_VOILUT_SEQUENCE, window("10000.5", "20001"))
                .sequence(Tag.PRESENTATION_LUT_SEQUENCE, table(0, 12, 1024, i -> 4095 - i * 3));
        VoiTransform gray = read(state, true, CT).orElseThrow();
        check(gray, CT, -200, 500, stored -> {
            int index = (int) Math.max(0, Math.min(399, stored + 100));
            double windowed = Math.max(0, Math.min(1, index * index / 4 / 20000.0));
            return (4095 - 3 * Math.rint(windowed * 1023)) / 4095;
        });
        // From the first to the last change of the gray level, in values of the image.
        assertTrue(gray.low() >= -100 - 1024 && gray.low() < -60 - 1024, "" + gray.low());
        assertTrue(gray.high() > 170 - 1024 && gray.high() <= 299 - 1024, "" + gray.high());
    }

    @Test
    void theVoiTableIsThatOfTheImageAndFrame() throws IOException {
        DicomBytes other = item().text(Tag.REFERENCED_SOP_INSTANCE_UID, "UI", "1.2.3.2");
        DicomBytes wrongFrame = item().text(Tag.REFERENCED_SOP_INSTANCE_UID, "UI", "1.2.3.1")
                .text(Tag.REFERENCED_FRAME_NUMBER, "IS", "2");
        DicomBytes right = item().text(Tag.REFERENCED_SOP_INSTANCE_UID, "UI", "1.2.3.1")
                .text(Tag.REFERENCED_FRAME_NUMBER, "IS", "3\\1");
        DicomBytes state = rescale(state(), "1", "-1024")
                .sequence(
                        Tag.SOFTCOPY_VOILUT_SEQUENCE,
                        voi(other, i -> 0),
                        voi(wrongFrame, i -> 1023),
                        voi(right, i -> i * 3));
        VoiTransform gray = read(state, false, CT).orElseThrow();
        // The first input, -50, is signed, because the rescale has negative outputs.
        check(gray, CT, 900, 1400, stored -> Math.max(0, Math.min(300, stored - 1024 + 50)) * 3 / 1023.0);
        assertTrue(findings.isEmpty(), findings.sentences().toString());
    }

    private static DicomBytes voi(DicomBytes image, IntUnaryOperator entry) {
        return item().sequence(Tag.REFERENCED_IMAGE_SEQUENCE, image)
                .sequence(Tag.VOILUT_SEQUENCE, table(-50, 10, 301, entry));
    }

    @Test
    void sigmoidsAndVoiTablesKeepTheirCurve() throws IOException {
        DicomBytes sigmoid = window("40", "400").text(Tag.VOILUT_FUNCTION, "CS", "SIGMOID");
        VoiTransform gray = read(rescale(state(), "2", "0").sequence(Tag.SOFTCOPY_VOILUT_SEQUENCE, sigmoid), false, CT)
                .orElseThrow();
        check(gray, CT, 0, 1000, stored -> 1 / (1 + Math.exp(-4 * (2 * stored - 40) / 400)));
    }

    @Test
    void valuesOfATableHaveOnlyTheirOwnModality() throws IOException {
        LookupTable own = new LookupTable(0, 16, new float[] {5, 7, 5});
        assertTrue(read(state(), false, own).isEmpty());
        assertTrue(
                findings.sentences().get(0).contains("not applied"),
                findings.sentences().toString());
        assertTrue(read(state(), false, new Rescale(0, 3)).isEmpty());
        DicomBytes same = state().sequence(Tag.MODALITY_LUT_SEQUENCE, table(0, 16, 3, i -> i == 1 ? 7 : 5));
        assertEquals(7 / 65535.0, read(same, false, own).orElseThrow().of(7), 1e-12);
    }

    @Test
    void unreadableTablesAreAsAbsentAndSaid() throws IOException {
        DicomBytes empty = item().us(Tag.LUT_DESCRIPTOR, 4, 0, 12);
        DicomBytes state = rescale(state(), "1", "-1024")
                .sequence(Tag.SOFTCOPY_VOILUT_SEQUENCE, item().sequence(Tag.VOILUT_SEQUENCE, empty))
                .sequence(Tag.PRESENTATION_LUT_SEQUENCE, empty.same());
        VoiTransform gray = read(state, false, CT).orElseThrow();
        check(gray, CT, 0, 4095, stored -> stored / 4095);
        assertEquals(3, findings.sentences().size(), findings.sentences().toString());
    }

    @Test
    void endsBeyondTheRangeOfFloatsAreSaid() throws IOException {
        DicomBytes state = rescale(state(), "-1e-30", "0").sequence(Tag.SOFTCOPY_VOILUT_SEQUENCE, window("0", "1e30"));
        assertTrue(read(state, false, CT).isEmpty());
        assertTrue(
                findings.sentences().toString().contains("its range is beyond"),
                findings.sentences().toString());
    }

    @Test
    void everyHeadHasTheLevelOfItsValue() throws IOException {
        DicomBytes state = rescale(state(), "1", "-1024")
                .sequence(Tag.SOFTCOPY_VOILUT_SEQUENCE, window("40", "400"))
                .sequence(Tag.PRESENTATION_LUT_SEQUENCE, table(0, 16, 256, i -> (i * 257) ^ 0x0F0F));
        VoiTransform gray = read(state, false, CT).orElseThrow();
        VoiLut8 bytes = new VoiLut8(gray);
        for (int head = 0; head < FloatHeads.COUNT; head += 97) {
            float value = FloatHeads.value(head);
            assertEquals(gray.byteOf(value), bytes.of(new float[] {value})[0] & 0xFF);
        }
    }
}
