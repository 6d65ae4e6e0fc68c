package hounsfield.calibrate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.bytes.ArrayByteSource;
import hounsfield.codec.PixelLayout;
import hounsfield.codec.Samples;
import hounsfield.frame.FunctionalGroups;
import hounsfield.parse.DicomFile;
import hounsfield.standard.DicomException;
import hounsfield.standard.Tag;
import hounsfield.testing.BuiltFiles;
import hounsfield.testing.DicomBytes;
import java.io.IOException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ModalityTransformTest {
    @Test
    void ctRescaleGivesHounsfieldUnits() throws IOException {
        ModalityTransform transform = transform(file -> rescale(file.text(0x00080060, "CS", "CT"), "1", "-1024"));
        assertEquals("HU", transform.unit());
        assertEquals(-1000, transform.lut().apply(24));
        assertEquals(0, transform.lut().apply(1024));
        assertTrue(transform.findings().isEmpty());
    }

    @Test
    void rescaleTypeNamesTheUnit() throws IOException {
        assertEquals(
                "US",
                transform(file -> rescale(file.text(0x00080060, "CS", "CT"), "2", "0")
                                .text(Tag.RESCALE_TYPE, "LO", "US"))
                        .unit());
        assertEquals(
                "",
                transform(file -> rescale(file.text(0x00080060, "CS", "MR"), "2", "0"))
                        .unit());
    }

    @Test
    void petHasItsUnits() throws IOException {
        assertEquals(
                "BQML",
                transform(file -> rescale(file.text(0x00080060, "CS", "PT"), "2.5", "0")
                                .text(0x00541001, "CS", "BQML"))
                        .unit());
    }

    @Test
    void ctWithoutRescaleIsNotCalledHounsfield() throws IOException {
        ModalityTransform transform = transform(file -> file.text(0x00080060, "CS", "CT"));
        assertEquals("", transform.unit());
        assertEquals(ModalityLut.IDENTITY, transform.lut());
        assertTrue(transform.findings().get(0).contains("stored values, not HU"));
    }

    @Test
    void slopeOfZeroIsRefused() {
        DicomException thrown = assertThrows(DicomException.class, () -> transform(file -> rescale(file, "0", "5")));
        assertEquals(Tag.RESCALE_SLOPE, thrown.location().tag());
    }

    @Test
    void oneOfSlopeAndInterceptIsReported() throws IOException {
        ModalityTransform transform = transform(file -> file.text(Tag.RESCALE_INTERCEPT, "DS", "-1024"));
        assertEquals(-24, transform.lut().apply(1000));
        assertTrue(transform.findings().get(0).startsWith("Only one of"));
    }

    @Test
    void framesOwnTransformComesBeforeTheSharedOneAndTheTopLevel() throws IOException {
        FunctionalGroups groups = BuiltFiles.groups(file -> rescale(file.text(0x00080060, "CS", "CT"), "1", "-5")
                .sequence(0x52009229, BuiltFiles.item().sequence(0x00289145, rescale(BuiltFiles.item(), "1", "-50")))
                .sequence(
                        0x52009230,
                        BuiltFiles.item().sequence(0x00289145, rescale(BuiltFiles.item(), "2", "-500")),
                        BuiltFiles.item()));
        assertEquals(1500, ModalityTransform.of(groups, 0).lut().apply(1000));
        assertEquals(950, ModalityTransform.of(groups, 1).lut().apply(1000));
        assertEquals("HU", ModalityTransform.of(groups, 1).unit());
    }

    @Test
    void doseIsScaled() throws IOException {
        ModalityTransform transform = transform(file -> file.text(0x00080060, "CS", "RTDOSE")
                .text(0x30040002, "CS", "GY")
                .text(0x3004000E, "DS", "0.001"));
        assertEquals("GY", transform.unit());
        assertEquals(4.2, transform.lut().apply(4200), 1e-12);
    }

    @Test
    void realWorldValuesAreForFloatingPointPixels() throws IOException {
        DicomBytes mapping = BuiltFiles.item()
                .sequence(0x004008EA, BuiltFiles.item().text(0x00080100, "SH", "mm2/s"))
                .doubles(0x00409224, "FD", 10)
                .doubles(0x00409225, "FD", 0.5);
        Consumer<DicomBytes> shared =
                file -> file.sequence(0x52009229, BuiltFiles.item().sequence(0x00409096, mapping));
        assertEquals(ModalityLut.IDENTITY, transform(shared).lut());
        ModalityTransform mapped = transform(shared.andThen(file -> file.floats(0x7FE00008, "OF", 1)));
        assertEquals(new Rescale(0.5, 10), mapped.lut());
        assertEquals("mm2/s", mapped.unit());
    }

    @Test
    void tableComesBeforeRescaleAndClampsItsInput() throws IOException {
        ModalityTransform transform = transform(file -> {
            file.us(0x00280103, 1).text(Tag.RESCALE_INTERCEPT, "DS", "0").text(Tag.RESCALE_SLOPE, "DS", "1");
            file.sequence(
                    0x00283000,
                    BuiltFiles.item()
                            .ss(0x00283002, 3, -1, 16)
                            .text(0x00283004, "LO", "OD")
                            .shorts(0x00283006, "OW", 7, 65535, 9));
        });
        assertEquals("OD", transform.unit());
        float[] values = new float[5];
        transform.lut().apply(new Samples.Shorts(new short[] {-5, -1, 0, 1, 300}, true), values);
        assertArrayEquals(new float[] {7, 7, 65535, 9, 9}, values);
        assertEquals(65535, transform.lut().apply(0));
        assertTrue(transform.findings().get(0).contains("the table was used"));
    }

    @Test
    void tableOfBytesMayBePackedOrNot() throws IOException {
        DicomBytes packed =
                BuiltFiles.item().us(0x00283002, 4, 10, 8).bytes(0x00283006, "OW", new byte[] {1, 2, 3, -1});
        DicomBytes words = BuiltFiles.item().us(0x00283002, 4, 10, 8).shorts(0x00283006, "US", 1, 2, 3, 255);
        for (DicomBytes item : new DicomBytes[] {packed, words}) {
            ModalityLut lut = transform(file -> file.sequence(0x00283000, item)).lut();
            assertEquals(1, lut.apply(0));
            assertEquals(3, lut.apply(12));
            assertEquals(255, lut.apply(13));
        }
    }

    /** Two bytes of a word change places in big endian. */
    @Test
    void packedBytesOfBigEndianWordsComeInTheirOrder() throws IOException {
        DicomBytes bytes = DicomBytes.file(DicomBytes.EXPLICIT_BIG_ENDIAN);
        bytes.sequence(
                0x00283000, bytes.same().us(0x00283002, 4, 10, 8).bytes(0x00283006, "OW", new byte[] {2, 1, 4, 3}));
        DicomFile file = DicomFile.read(new ArrayByteSource("big.dcm", bytes.toBytes()));
        ModalityLut lut =
                ModalityTransform.of(FunctionalGroups.of(file.dataSet()), 0).lut();
        for (int i = 0; i < 4; i++) assertEquals(i + 1, lut.apply(10 + i));
    }

    @Test
    void inputsBetweenTwoTakeTheNearest() {
        LookupTable table = new LookupTable(0, 8, new float[] {10, 20, 30});
        assertEquals(10, table.apply(0.4));
        assertEquals(20, table.apply(0.6));
        assertEquals(30, table.apply(1.5));
        assertTrue(Double.isNaN(table.apply(Double.NaN)));
    }

    @Test
    void tableOf65536EntriesIsDescribedAsZero() throws IOException {
        ModalityLut lut = transform(file -> file.sequence(
                        0x00283000,
                        BuiltFiles.item().us(0x00283002, 0, 0, 16).bytes(0x00283006, "OW", new byte[131072])))
                .lut();
        assertEquals(65536, ((LookupTable) lut).size());
    }

    @Test
    void shortTableIsRefused() {
        assertThrows(
                DicomException.class,
                () -> transform(file -> file.sequence(
                        0x00283000, BuiltFiles.item().us(0x00283002, 4, 0, 16).bytes(0x00283006, "OW", new byte[2]))));
        assertThrows(
                DicomException.class,
                () -> transform(
                        file -> file.sequence(0x00283000, BuiltFiles.item().us(0x00283002, 4, 0))));
    }

    @Test
    void everyStorageIsRescaledExactly() {
        Samples[] all = {
            new Samples.Bytes(new byte[] {-1, 1}, true),
            new Samples.Bytes(new byte[] {-1, 1}, false),
            new Samples.Shorts(new short[] {-1, 1}, true),
            new Samples.Shorts(new short[] {-1, 1}, false),
            new Samples.Ints(new int[] {-1, 1}, true),
            new Samples.Ints(new int[] {-1, 1}, false),
            new Samples.Floats(new float[] {-1.5f, 1}),
            new Samples.Doubles(new double[] {-1.1, 1})
        };
        for (Rescale line : new Rescale[] {new Rescale(1, -1024), new Rescale(3.774, 0.3), new Rescale(1, 0.5)}) {
            for (Samples samples : all) {
                float[] values = new float[2];
                line.apply(samples, values);
                for (int i = 0; i < 2; i++) {
                    float expected = (float) (samples.valueAt(i) * line.slope() + line.intercept());
                    assertEquals(expected, values[i], samples + " by " + line);
                }
            }
        }
        assertThrows(IllegalArgumentException.class, () -> new Rescale(1, 0).apply(all[0], new float[3]));
    }

    @Test
    void paddingIsAnIntervalOfCalibratedValues() throws IOException {
        PixelLayout signed = new PixelLayout(1, 1, 1, 16, 16, 15, true, false, false);
        Rescale falling = new Rescale(-2, 10);
        PixelPadding padding = padding(file -> file.ss(0x00280120, -2000).ss(0x00280121, -1990), signed, falling);
        assertEquals(new PixelPadding(3990, 4010), padding);
        assertTrue(padding.contains(4000) && !padding.contains(3989) && !padding.contains(Float.NaN));
    }

    /** A GE CT writes its signed -2000 as US; implicit VR leaves it open. */
    @Test
    void paddingTakesItsSignFromThePixels() throws IOException {
        PixelLayout signed = new PixelLayout(1, 1, 1, 16, 16, 15, true, false, false);
        PixelLayout unsigned = new PixelLayout(1, 1, 1, 16, 16, 15, false, false, false);
        Consumer<DicomBytes> asUnsigned = file -> file.us(0x00280120, 63536);
        assertEquals(new PixelPadding(-3024, -3024), padding(asUnsigned, signed, new Rescale(1, -1024)));
        assertEquals(new PixelPadding(62512, 62512), padding(asUnsigned, unsigned, new Rescale(1, -1024)));
        Consumer<DicomBytes> asSigned = file -> file.ss(0x00280120, -1);
        assertEquals(new PixelPadding(65535, 65535), padding(asSigned, unsigned, new Rescale(1, 0)));
    }

    @Test
    void paddingOf32BitPixelsMayNeedThem() throws IOException {
        PixelLayout wide = new PixelLayout(1, 1, 1, 32, 32, 31, true, false, false);
        assertEquals(
                new PixelPadding(-100_000, -100_000),
                padding(file -> file.text(0x00280120, "IS", "-100000"), wide, ModalityLut.IDENTITY));
    }

    private static PixelPadding padding(Consumer<DicomBytes> elements, PixelLayout layout, ModalityLut lut)
            throws IOException {
        return PixelPadding.of(BuiltFiles.file(elements).dataSet(), layout, lut).orElseThrow();
    }

    private static DicomBytes rescale(DicomBytes bytes, String slope, String intercept) {
        return bytes.text(Tag.RESCALE_INTERCEPT, "DS", intercept).text(Tag.RESCALE_SLOPE, "DS", slope);
    }

    private static ModalityTransform transform(Consumer<DicomBytes> elements) throws IOException {
        return ModalityTransform.of(BuiltFiles.groups(elements), 0);
    }
}
