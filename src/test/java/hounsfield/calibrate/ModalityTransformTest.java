package hounsfield.calibrate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.bytes.ArrayByteSource;
import hounsfield.codec.PixelLayout;
import hounsfield.codec.Samples;
import hounsfield.frame.FunctionalGroups;
import hounsfield.parse.DicomFile;
import hounsfield.standard.Tag;
import hounsfield.testing.BuiltFiles;
import hounsfield.testing.DicomBytes;
import hounsfield.work.Diagnostics;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModalityTransformTest {
    @Test
    void ctRescaleGivesHounsfieldUnits() throws IOException {
        ModalityTransform transform = transform(file -> rescale(file.text(Tag.MODALITY, "CS", "CT"), "1", "-1024"));
        assertEquals("HU", transform.unit());
        assertEquals(-1000, transform.lut().apply(24));
        assertEquals(0, transform.lut().apply(1024));
        assertTrue(transform.findings().isEmpty());
    }

    @Test
    void rescaleTypeNamesTheUnit() throws IOException {
        assertEquals(
                "US",
                transform(file -> rescale(file.text(Tag.MODALITY, "CS", "CT"), "2", "0")
                                .text(Tag.RESCALE_TYPE, "LO", "US"))
                        .unit());
        assertEquals(
                "",
                transform(file -> rescale(file.text(Tag.MODALITY, "CS", "MR"), "2", "0"))
                        .unit());
    }

    @Test
    void petHasItsUnits() throws IOException {
        assertEquals(
                "BQML",
                transform(file -> rescale(file.text(Tag.MODALITY, "CS", "PT"), "2.5", "0")
                                .text(Tag.UNITS, "CS", "BQML"))
                        .unit());
    }

    @Test
    void ctWithoutRescaleIsNotCalledHounsfield() throws IOException {
        ModalityTransform transform = transform(file -> file.text(Tag.MODALITY, "CS", "CT"));
        assertEquals("", transform.unit());
        assertEquals(ModalityLut.IDENTITY, transform.lut());
        assertFalse(transform.scaled());
        assertTrue(transform(file -> rescale(file, "1", "0")).scaled());
        assertTrue(transform.findings().get(0).contains("stored values, not HU"));
    }

    /** An unusable slope or intercept makes the whole line absent, so that values are stored values without a unit. */
    @ParameterizedTest
    @CsvSource({"0, 5", "abc, -1024", "1, abc", "1e400, 0", "1e300, 0", "1e-60, 0", "1, 1e39", "1, '-1,024'", "NaN, 0"})
    void lineThatCannotBeUsedIsAsAbsent(String slope, String intercept) throws IOException {
        ModalityTransform transform = transform(file -> rescale(file.text(Tag.MODALITY, "CS", "CT"), slope, intercept));
        assertEquals(ModalityLut.IDENTITY, transform.lut());
        assertEquals("", transform.unit());
        assertEquals(2, transform.findings().size(), transform.findings().toString());
        assertTrue(transform.findings().get(0).endsWith("is ignored"));
        assertEquals(
                "No usable rescale: stored values, not HU", transform.findings().get(1));
        assertTrue(transform.lost().isPresent());
    }

    @Test
    void decimalCommaOfALineIsAPoint() throws IOException {
        ModalityTransform transform = transform(file -> rescale(file.text(Tag.MODALITY, "CS", "CT"), "1,5", "-1024,0"));
        assertEquals(new Rescale(1.5, -1024), transform.lut());
        assertEquals("HU", transform.unit());
        assertEquals(2, transform.findings().size());
        assertTrue(transform.findings().get(0).endsWith("has decimal commas, read as points"));
    }

    @Test
    void valuesThatOverflowAreReported() throws IOException {
        ModalityTransform transform = transform(file -> rescale(file.us(Tag.BITS_STORED, 16), "1e35", "0"));
        assertEquals(new Rescale(1e35, 0), transform.lut());
        assertTrue(transform.findings().get(0).endsWith("these are infinite"));
        assertEquals(
                List.of(),
                transform(file -> rescale(file.us(Tag.BITS_STORED, 10), "1e35", "0"))
                        .findings());
    }

    /** A blank slice of a PET has a slope of 0. Its values are 0 in the unit of the others. */
    @Test
    void blankFrameKeepsItsUnit() throws IOException {
        ModalityTransform blank =
                transform(file -> rescale(file.text(Tag.MODALITY, "CS", "PT").text(Tag.UNITS, "CS", "BQML"), "0", "0"));
        assertEquals("BQML", blank.unitOf(new float[] {0, 0}));
        assertEquals("", blank.unitOf(new float[] {0, 7}));
        assertEquals("BQML", blank.declaredUnit());
        ModalityTransform raised =
                transform(file -> rescale(file.text(Tag.MODALITY, "CS", "PT").text(Tag.UNITS, "CS", "BQML"), "0", "5"));
        assertEquals("", raised.unitOf(new float[] {0, 0}));
        ModalityTransform dose =
                transform(file -> file.text(Tag.DOSE_UNITS, "CS", "GY").text(Tag.DOSE_GRID_SCALING, "DS", "0"));
        assertEquals(ModalityLut.IDENTITY, dose.lut());
        assertEquals("GY", dose.unitOf(new float[] {0}));
        assertEquals("", dose.unitOf(new float[] {1}));
        assertEquals(
                List.of("Dose Grid Scaling (3004,000E) is 0 and is ignored", "No usable rescale: stored values"),
                dose.findings());
    }

    @Test
    void ctWithoutInterceptIsNotCalledHounsfield() throws IOException {
        Consumer<DicomBytes> ct = file -> file.text(Tag.MODALITY, "CS", "CT").text(Tag.RESCALE_SLOPE, "DS", "1");
        ModalityTransform transform = transform(ct);
        assertEquals("", transform.unit());
        assertTrue(transform.findings().contains("CT without Rescale Intercept: not called HU"));
        assertEquals(
                "HU",
                transform(ct.andThen(file -> file.text(Tag.RESCALE_TYPE, "LO", "HU")))
                        .unit());
    }

    @Test
    void petAndDoseWithoutAScaleAreInNoUnit() throws IOException {
        ModalityTransform pet =
                transform(file -> file.text(Tag.MODALITY, "CS", "PT").text(Tag.UNITS, "CS", "BQML"));
        assertEquals("", pet.unit());
        assertTrue(pet.findings().get(0).startsWith("PET without"));
        ModalityTransform dose =
                transform(file -> file.text(Tag.MODALITY, "CS", "RTDOSE").text(Tag.DOSE_UNITS, "CS", "GY"));
        assertEquals("", dose.unit());
        assertTrue(dose.findings().get(0).startsWith("RT dose without"));
    }

    @ParameterizedTest
    @CsvSource({
        "HU, HU",
        "hu, HU",
        "Hounsfield Units, HU",
        "HOUNSFIELD, HU",
        "Hounsfield_Unit, HU",
        "[hnsf'U], HU",
        "HU_MOD, HU_MOD",
        "US, US",
        "Hounsfield per s, Hounsfield per s"
    })
    void hounsfieldIsSpelledInManyWays(String type, String unit) throws IOException {
        ModalityTransform transform = transform(file ->
                rescale(file.text(Tag.MODALITY, "CS", "CT"), "1", "-1024").text(Tag.RESCALE_TYPE, "LO", type));
        assertEquals(unit, transform.unit());
    }

    @Test
    void oneOfSlopeAndInterceptIsReported() throws IOException {
        ModalityTransform transform = transform(file -> file.text(Tag.RESCALE_INTERCEPT, "DS", "-1024"));
        assertEquals(-24, transform.lut().apply(1000));
        assertTrue(transform.findings().get(0).startsWith("Only one of"));
    }

    @Test
    void framesOwnTransformComesBeforeTheSharedOneAndTheTopLevel() throws IOException {
        FunctionalGroups groups = BuiltFiles.groups(file -> rescale(file.text(Tag.MODALITY, "CS", "CT"), "1", "-5")
                .sequence(
                        Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE,
                        BuiltFiles.item()
                                .sequence(
                                        Tag.PIXEL_VALUE_TRANSFORMATION_SEQUENCE,
                                        rescale(BuiltFiles.item(), "1", "-50")))
                .sequence(
                        Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE,
                        BuiltFiles.item()
                                .sequence(
                                        Tag.PIXEL_VALUE_TRANSFORMATION_SEQUENCE,
                                        rescale(BuiltFiles.item(), "2", "-500")),
                        BuiltFiles.item()));
        assertEquals(1500, ModalityTransform.of(groups, 0).lut().apply(1000));
        assertEquals(950, ModalityTransform.of(groups, 1).lut().apply(1000));
        assertEquals("HU", ModalityTransform.of(groups, 1).unit());
    }

    @Test
    void doseIsScaled() throws IOException {
        ModalityTransform transform = transform(file -> file.text(Tag.MODALITY, "CS", "RTDOSE")
                .text(Tag.DOSE_UNITS, "CS", "GY")
                .text(Tag.DOSE_GRID_SCALING, "DS", "0.001"));
        assertEquals("GY", transform.unit());
        assertEquals(4.2, transform.lut().apply(4200), 1e-12);
    }

    @Test
    void doseScalingThatCannotBeReadIsAsAbsent() throws IOException {
        ModalityTransform transform =
                transform(file -> file.text(Tag.MODALITY, "CS", "RTDOSE").text(Tag.DOSE_GRID_SCALING, "DS", "abc"));
        assertEquals(ModalityLut.IDENTITY, transform.lut());
        assertEquals(
                List.of(
                        "Dose Grid Scaling (3004,000E) cannot be read as a number and is ignored",
                        "No usable rescale: stored values"),
                transform.findings());
    }

    /** The Item of frame 1 is empty. It gets the rescale of the top level, and frame 0 keeps its own. */
    @Test
    void emptyTransformOfAFrameIsAsAbsent() throws IOException {
        DicomBytes own = BuiltFiles.item()
                .sequence(Tag.PIXEL_VALUE_TRANSFORMATION_SEQUENCE, rescale(BuiltFiles.item(), "2", "-500"));
        DicomBytes empty = BuiltFiles.item().sequence(Tag.PIXEL_VALUE_TRANSFORMATION_SEQUENCE, BuiltFiles.item());
        FunctionalGroups groups = BuiltFiles.groups(file -> rescale(file.text(Tag.MODALITY, "CS", "CT"), "1", "-1024")
                .sequence(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, own, empty));
        assertEquals(new Rescale(2, -500), ModalityTransform.of(groups, 0).lut());
        assertEquals(new Rescale(1, -1024), ModalityTransform.of(groups, 1).lut());
        assertEquals("HU", ModalityTransform.of(groups, 1).unit());
        FunctionalGroups alone = BuiltFiles.groups(file ->
                file.text(Tag.MODALITY, "CS", "CT").sequence(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, own, empty));
        for (int frame = 0; frame < 2; frame++) {
            ModalityTransform transform = ModalityTransform.of(alone, frame);
            assertEquals(ModalityLut.IDENTITY, transform.lut());
            assertEquals("", transform.unit());
        }
        assertEquals(
                "Pixel Value Transformation is not in every frame and is ignored",
                ModalityTransform.of(alone, 0).findings().get(0));
    }

    /** Two frames, with an Item only for the first. */
    @Test
    void transformOfTooFewFramesIsAsAbsent() throws IOException {
        DicomBytes own = BuiltFiles.item()
                .sequence(Tag.PIXEL_VALUE_TRANSFORMATION_SEQUENCE, rescale(BuiltFiles.item(), "2", "-500"));
        FunctionalGroups groups = BuiltFiles.groups(file -> file.text(Tag.MODALITY, "CS", "CT")
                .text(Tag.NUMBER_OF_FRAMES, "IS", "2")
                .sequence(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, own));
        for (int frame = 0; frame < 2; frame++) {
            assertEquals(
                    ModalityLut.IDENTITY, ModalityTransform.of(groups, frame).lut());
        }
    }

    @Test
    void tableComesBeforeRescaleAndClampsItsInput() throws IOException {
        ModalityTransform transform = transform(file -> {
            file.us(Tag.PIXEL_REPRESENTATION, 1)
                    .text(Tag.RESCALE_INTERCEPT, "DS", "0")
                    .text(Tag.RESCALE_SLOPE, "DS", "1");
            file.sequence(
                    Tag.MODALITY_LUT_SEQUENCE,
                    BuiltFiles.item()
                            .ss(Tag.LUT_DESCRIPTOR, 3, -1, 16)
                            .text(Tag.MODALITY_LUT_TYPE, "LO", "OD")
                            .shorts(Tag.LUT_DATA, "OW", 7, 65535, 9));
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
                BuiltFiles.item().us(Tag.LUT_DESCRIPTOR, 4, 10, 8).bytes(Tag.LUT_DATA, "OW", new byte[] {1, 2, 3, -1});
        DicomBytes words = BuiltFiles.item().us(Tag.LUT_DESCRIPTOR, 4, 10, 8).shorts(Tag.LUT_DATA, "US", 1, 2, 3, 255);
        for (DicomBytes item : new DicomBytes[] {packed, words}) {
            ModalityLut lut = transform(file -> file.sequence(Tag.MODALITY_LUT_SEQUENCE, item))
                    .lut();
            assertEquals(1, lut.apply(0));
            assertEquals(3, lut.apply(12));
            assertEquals(255, lut.apply(13));
        }
    }

    /** Big endian swaps the two bytes of a word. */
    @Test
    void packedBytesOfBigEndianWordsComeInTheirOrder() throws IOException {
        DicomBytes bytes = DicomBytes.file(DicomBytes.EXPLICIT_BIG_ENDIAN);
        bytes.sequence(
                Tag.MODALITY_LUT_SEQUENCE,
                bytes.same().us(Tag.LUT_DESCRIPTOR, 4, 10, 8).bytes(Tag.LUT_DATA, "OW", new byte[] {2, 1, 4, 3}));
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
                        Tag.MODALITY_LUT_SEQUENCE,
                        BuiltFiles.item().us(Tag.LUT_DESCRIPTOR, 0, 0, 16).bytes(Tag.LUT_DATA, "OW", new byte[131072])))
                .lut();
        assertEquals(65536, ((LookupTable) lut).size());
    }

    /** Read as 8-bit entries it would give 232, 3, 208 ... for 1000, 2000 ... */
    @Test
    void shortTableServesTheEntriesItHas() throws IOException {
        ModalityTransform transform = transform(file -> file.sequence(
                Tag.MODALITY_LUT_SEQUENCE,
                BuiltFiles.item().us(Tag.LUT_DESCRIPTOR, 8, 10, 16).shorts(Tag.LUT_DATA, "OW", 1000, 2000, 3000)));
        assertEquals(1000, transform.lut().apply(0));
        assertEquals(3000, transform.lut().apply(12));
        float[] values = new float[3];
        transform.lut().apply(new Samples.Shorts(new short[] {12, 13, 4000}, false), values);
        assertArrayEquals(new float[] {3000, Float.NaN, Float.NaN}, values);
        assertEquals(
                "Stored values above 12 have no entry in the Modality LUT and no value (NaN)",
                transform.findings().get(1));
    }

    @Test
    void rescaleBesideATableThatCannotBeReadCounts() throws IOException {
        DicomBytes[] broken = {
            BuiltFiles.item(),
            BuiltFiles.item().us(Tag.LUT_DESCRIPTOR, 4, 0, 16),
            BuiltFiles.item().us(Tag.LUT_DESCRIPTOR, 4, 0).shorts(Tag.LUT_DATA, "OW", 1, 2, 3, 4),
            BuiltFiles.item().text(Tag.LUT_DESCRIPTOR, "LO", "abc").shorts(Tag.LUT_DATA, "OW", 1, 2, 3, 4),
            BuiltFiles.item().us(Tag.LUT_DESCRIPTOR, 4, 0, 16).bytes(Tag.LUT_DATA, "OW", new byte[0]),
        };
        for (DicomBytes item : broken) {
            Consumer<DicomBytes> table =
                    file -> file.text(Tag.MODALITY, "CS", "CT").sequence(Tag.MODALITY_LUT_SEQUENCE, item);
            ModalityTransform beside = transform(table.andThen(file -> rescale(file, "1", "-1024")));
            assertEquals(new Rescale(1, -1024), beside.lut());
            assertEquals("HU", beside.unit());
            assertTrue(beside.findings().get(0).startsWith("Modality LUT Sequence (0028,3000) cannot be used"));
            DicomBytes second =
                    BuiltFiles.item().us(Tag.LUT_DESCRIPTOR, 2, 0, 16).shorts(Tag.LUT_DATA, "OW", 7, 9);
            ModalityTransform two = transform(file -> file.sequence(Tag.MODALITY_LUT_SEQUENCE, item, second));
            assertEquals(9, two.lut().apply(1));
            ModalityTransform alone = transform(table);
            assertEquals(ModalityLut.IDENTITY, alone.lut());
            assertEquals(
                    "No usable rescale: stored values, not HU", alone.findings().get(1));
        }
        ModalityTransform empty = transform(file -> file.sequence(Tag.MODALITY_LUT_SEQUENCE));
        assertEquals(ModalityLut.IDENTITY, empty.lut());
        assertTrue(empty.findings().get(0).endsWith("has no Item and is ignored"));
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
        PixelPadding padding = padding(
                file -> file.ss(Tag.PIXEL_PADDING_VALUE, -2000).ss(Tag.PIXEL_PADDING_RANGE_LIMIT, -1990),
                signed,
                falling);
        assertEquals(new PixelPadding(3990, 4010), padding);
        assertTrue(padding.contains(4000) && !padding.contains(3989) && !padding.contains(Float.NaN));
    }

    /** A GE CT writes its signed -2000 as US; implicit VR leaves it open. */
    @Test
    void paddingTakesItsSignFromThePixels() throws IOException {
        PixelLayout signed = new PixelLayout(1, 1, 1, 16, 16, 15, true, false, false);
        PixelLayout unsigned = new PixelLayout(1, 1, 1, 16, 16, 15, false, false, false);
        Consumer<DicomBytes> asUnsigned = file -> file.us(Tag.PIXEL_PADDING_VALUE, 63536);
        assertEquals(new PixelPadding(-3024, -3024), padding(asUnsigned, signed, new Rescale(1, -1024)));
        assertEquals(new PixelPadding(62512, 62512), padding(asUnsigned, unsigned, new Rescale(1, -1024)));
        Consumer<DicomBytes> asSigned = file -> file.ss(Tag.PIXEL_PADDING_VALUE, -1);
        assertEquals(new PixelPadding(65535, 65535), padding(asSigned, unsigned, new Rescale(1, 0)));
    }

    @Test
    void paddingOf32BitPixelsMayNeedThem() throws IOException {
        PixelLayout wide = new PixelLayout(1, 1, 1, 32, 32, 31, true, false, false);
        assertEquals(
                new PixelPadding(-100_000, -100_000),
                padding(file -> file.text(Tag.PIXEL_PADDING_VALUE, "IS", "-100000"), wide, ModalityLut.IDENTITY));
    }

    @Test
    void paddingThatCannotBeReadIsAbsentAndSaid() throws IOException {
        PixelLayout signed = new PixelLayout(1, 1, 1, 16, 16, 15, true, false, false);
        Diagnostics findings = new Diagnostics();
        assertEquals(
                Optional.empty(),
                PixelPadding.of(
                        BuiltFiles.file(file -> file.text(Tag.PIXEL_PADDING_VALUE, "LO", "abc"))
                                .dataSet(),
                        signed,
                        ModalityLut.IDENTITY,
                        findings));
        assertEquals(
                List.of("Pixel Padding Value (0028,0120) cannot be read as a number and is ignored"),
                findings.sentences());
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
