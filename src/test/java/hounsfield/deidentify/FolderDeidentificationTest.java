package hounsfield.deidentify;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.data.DataSet;
import hounsfield.deidentify.key.Pseudonyms;
import hounsfield.deidentify.pixels.Rectangles;
import hounsfield.deidentify.profile.Profile;
import hounsfield.deidentify.profile.ProfileOption;
import hounsfield.frame.pixeldata.FrameReader;
import hounsfield.parse.DicomFile;
import hounsfield.standard.Tag;
import hounsfield.standard.TransferSyntax;
import hounsfield.testing.DicomBytes;
import hounsfield.work.Progress;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole files: no byte of the output has what was planted; the rest is unchanged. */
class FolderDeidentificationTest {
    private static final String CT = "1.2.840.10008.5.1.4.1.1.2";
    private static final int SIDE = 8;

    @TempDir
    Path folder;

    private Path input() throws IOException {
        return Files.createDirectories(folder.resolve("in"));
    }

    private Path output() {
        return folder.resolve("out");
    }

    private static DeidentifySettings settings(String options, String key, Rectangles rectangles) {
        return new DeidentifySettings(
                new Profile(ProfileOption.parse(options)),
                new Pseudonyms(key.getBytes(StandardCharsets.US_ASCII)),
                rectangles);
    }

    private FolderDeidentification.Result run(String options) throws IOException {
        return FolderDeidentification.run(
                input(), output(), settings(options, "0123456789abcdef", Rectangles.NONE), Progress.NONE);
    }

    private static DicomBytes image(DicomBytes start, String instance, String sopClass, String patient) {
        short[] values = new short[SIDE * SIDE];
        for (int i = 0; i < values.length; i++) values[i] = (short) (i * 3 - 40);
        int[] words = IntStream.range(0, values.length).map(i -> values[i]).toArray();
        return start.text(Tag.IMAGE_TYPE, "CS", "ORIGINAL\\PRIMARY\\AXIAL")
                .text(Tag.SOP_CLASS_UID, "UI", sopClass)
                .text(Tag.SOP_INSTANCE_UID, "UI", instance)
                .text(Tag.STUDY_DATE, "DA", "20240229")
                .text(Tag.SERIES_DATE, "DA", "20240301")
                .text(Tag.ACQUISITION_DATE_TIME, "DT", "20240301120000")
                .text(Tag.SERIES_TIME, "TM", "101112")
                .text(Tag.ACCESSION_NUMBER, "SH", "ACC4711X")
                .text(Tag.MODALITY, "CS", "CT")
                .text(Tag.MANUFACTURER, "LO", "Maker")
                .text(Tag.INSTITUTION_NAME, "LO", "Saint Plantus")
                .text(Tag.REFERRING_PHYSICIAN_NAME, "PN", "Zqdoctor^Who")
                .text(Tag.SERIES_DESCRIPTION, "LO", "Chest of Zqxname, at SAINT PLANTUS")
                .text(Tag.MANUFACTURER_MODEL_NAME, "LO", "Model 1")
                .sequence(
                        Tag.REFERENCED_IMAGE_SEQUENCE,
                        start.same()
                                .text(Tag.REFERENCED_SOP_CLASS_UID, "UI", CT)
                                .text(Tag.REFERENCED_SOP_INSTANCE_UID, "UI", "1.2.3.4.1"))
                .text(Tag.PATIENT_NAME, "PN", "Zqxname^Plantgiven^^Dr.")
                .text(Tag.PATIENT_ID, "LO", patient)
                .text(Tag.PATIENT_BIRTH_DATE, "DA", "19500101")
                .text(Tag.PATIENT_SEX, "CS", "F")
                .text(Tag.SLICE_THICKNESS, "DS", "2.5")
                .text(Tag.SOFTWARE_VERSIONS, "LO", "Version 3 of zqxname")
                .text(Tag.STUDY_INSTANCE_UID, "UI", "1.2.3.4")
                .text(Tag.SERIES_INSTANCE_UID, "UI", "1.2.3.4.5")
                .text(Tag.INSTANCE_NUMBER, "IS", "1")
                .us(Tag.SAMPLES_PER_PIXEL, 1)
                .text(Tag.PHOTOMETRIC_INTERPRETATION, "CS", "MONOCHROME2")
                .us(Tag.ROWS, SIDE)
                .us(Tag.COLUMNS, SIDE)
                .us(Tag.BITS_ALLOCATED, 16)
                .us(Tag.BITS_STORED, 16)
                .us(Tag.HIGH_BIT, 15)
                .us(Tag.PIXEL_REPRESENTATION, 1)
                .shorts(Tag.PIXEL_DATA, "OW", words);
    }

    private void write(String name, String syntax, DicomBytes dataSet) throws IOException {
        byte[] start = DicomBytes.file(syntax).toBytes();
        byte[] rest = dataSet.toBytes();
        byte[] all = java.util.Arrays.copyOf(start, start.length + rest.length);
        System.arraycopy(rest, 0, all, start.length, rest.length);
        Files.write(input().resolve(name), all);
    }

    private List<Path> written() throws IOException {
        try (Stream<Path> files = Files.list(output())) {
            return files.filter(file -> file.toString().endsWith(".dcm"))
                    .sorted()
                    .toList();
        }
    }

    private DataSet only() throws IOException {
        assertEquals(1, written().size());
        return DicomFile.read(written().get(0)).dataSet();
    }

    private void assertGone(String... planted) throws IOException {
        try (Stream<Path> files = Files.walk(output())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes =
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).toUpperCase(Locale.ROOT);
                for (String each : planted) {
                    assertFalse(bytes.contains(each.toUpperCase(Locale.ROOT)), each + " in " + file.getFileName());
                }
            }
        }
    }

    @Test
    void basicProfileLeavesNothingPlanted() throws IOException {
        write(
                "Zqxname.dcm",
                DicomBytes.EXPLICIT_LITTLE_ENDIAN,
                image(DicomBytes.explicitLittleEndian(), "1.2.3.4.1", CT, "ID99XQ"));
        FolderDeidentification.Result result = run("");
        assertEquals(1, result.written());
        assertGone(
                "zqxname",
                "plantgiven",
                "id99xq",
                "zqdoctor",
                "plantus",
                "acc4711x",
                "20240229",
                "20240301",
                "19500101",
                "1.2.3.4");
        DataSet dataSet = only();
        assertEquals("YES", dataSet.requireString(Tag.PATIENT_IDENTITY_REMOVED));
        assertEquals("REMOVED", dataSet.requireString(Tag.LONGITUDINAL_TEMPORAL_INFORMATION_MODIFIED));
        assertEquals(
                "113100",
                dataSet.item(Tag.DEIDENTIFICATION_METHOD_CODE_SEQUENCE)
                        .orElseThrow()
                        .requireString(Tag.CODE_VALUE));
        assertEquals("CT", dataSet.requireString(Tag.MODALITY));
        assertEquals("2.5", dataSet.requireString(Tag.SLICE_THICKNESS));
        assertEquals("Version 3 of", dataSet.requireString(Tag.SOFTWARE_VERSIONS));
        assertTrue(dataSet.requireString(Tag.PATIENT_ID).matches("[0-9A-F]{16}"));
        assertEquals(dataSet.requireString(Tag.PATIENT_ID), dataSet.requireString(Tag.PATIENT_NAME));
        assertFalse(dataSet.contains(Tag.SERIES_DESCRIPTION));
        assertTrue(dataSet.findString(Tag.STUDY_DATE).isEmpty());
        // The reference still names the image, which refers to itself.
        assertEquals(
                dataSet.requireString(Tag.SOP_INSTANCE_UID),
                dataSet.item(Tag.REFERENCED_IMAGE_SEQUENCE)
                        .orElseThrow()
                        .requireString(Tag.REFERENCED_SOP_INSTANCE_UID));
        assertArrayEquals(
                FrameReader.integers(DicomFile.read(input().resolve("Zqxname.dcm")), 0),
                FrameReader.integers(DicomFile.read(written().get(0)), 0));
    }

    /** Implicit and big endian, with a preamble, a name in File Meta Information and bytes behind the Data Set. */
    @Test
    void everyEncodingBecomesCleanExplicitLittleEndian() throws IOException {
        byte[] preamble = DicomBytes.preamble();
        System.arraycopy("Zqxname".getBytes(StandardCharsets.US_ASCII), 0, preamble, 0, 7);
        byte[] meta = DicomBytes.explicitLittleEndian()
                .text(Tag.MEDIA_STORAGE_SOP_CLASS_UID, "UI", CT)
                .text(Tag.MEDIA_STORAGE_SOP_INSTANCE_UID, "UI", "1.2.3.4.1")
                .text(Tag.TRANSFER_SYNTAX_UID, "UI", DicomBytes.EXPLICIT_BIG_ENDIAN)
                .text(Tag.SOURCE_APPLICATION_ENTITY_TITLE, "AE", "ZQXNAME")
                .text(Tag.PRIVATE_INFORMATION_CREATOR_UID, "UI", "1.2.3.4.9")
                .bytes(Tag.PRIVATE_INFORMATION, "OB", "Plantgiven".getBytes(StandardCharsets.US_ASCII))
                .toBytes();
        byte[] big = image(DicomBytes.explicitBigEndian(), "1.2.3.4.1", CT, "ID99XQ")
                .bytes(Tag.DATA_SET_TRAILING_PADDING, "OB", "Zqxname behind".getBytes(StandardCharsets.US_ASCII))
                .toBytes();
        Files.write(input().resolve("big"), concat(preamble, meta, big));
        byte[] implicit = image(DicomBytes.implicitLittleEndian(), "1.2.3.4.2", CT, "ID99XQ")
                .toBytes();
        byte[] start = DicomBytes.file(DicomBytes.IMPLICIT_LITTLE_ENDIAN).toBytes();
        Files.write(input().resolve("implicit"), concat(start, implicit));
        assertEquals(2, run("").written());
        assertGone("zqxname", "plantgiven", "id99xq", "1.2.3.4");
        int[] expected = FrameReader.integers(DicomFile.read(input().resolve("implicit")), 0);
        for (Path file : written()) {
            DicomFile read = DicomFile.read(file);
            assertEquals(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, read.transferSyntax());
            assertArrayEquals(expected, FrameReader.integers(read, 0));
            assertTrue(read.diagnostics().isEmpty());
        }
    }

    private static byte[] concat(byte[]... parts) {
        java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
        for (byte[] part : parts) all.writeBytes(part);
        return all.toByteArray();
    }

    /** Selector attributes (PS3.3 C.23.4.2) have every VR; private elements and Items have them again. */
    @Test
    void nothingPlantedStaysInAnyVr() throws IOException {
        DicomBytes all = DicomBytes.explicitLittleEndian();
        String name = "Zqxname^Plantgiven";
        byte[] bytes = "Zqxname^Plantgiven    ID99XQ    ".getBytes(StandardCharsets.US_ASCII);
        for (int group : new int[] {0x0072, 0x0099}) {
            if (group == 0x0099) all.text(0x00990010, "LO", "ZQXNAME");
            int first = group == 0x0099 ? 0x00991000 : 0x00720000;
            String[] vrs = {
                "AE", "AS", "AT", "DA", "CS", "DT", "IS", "OB", "LO", "OF", "LT", "OW", "PN", "TM", "SH", "UN", "ST",
                "UC", "UT", "UR", "DS", "OD", "FD", "OL", "FL", "UL", "US", "SL", "SS", "UI"
            };
            int[] selectors = {
                0x5E, 0x5F, 0x60, 0x61, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68, 0x69, 0x6A, 0x6B, 0x6C, 0x6D, 0x6E,
                0x6F, 0x70, 0x71, 0x72, 0x73, 0x74, 0x75, 0x76, 0x78, 0x7A, 0x7C, 0x7E, 0x7F
            };
            for (int i = 0; i < vrs.length; i++) all.bytes(first | selectors[i], vrs[i], bytes);
        }
        DicomBytes kept = all.same()
                .text(Tag.CODE_VALUE, "SH", "ZQXNAME")
                .text(Tag.CODE_MEANING, "LO", "Lung of " + name)
                .bytes(Tag.ICC_PROFILE, "OB", bytes)
                .raw(all.toBytes());
        DicomBytes file = DicomBytes.explicitLittleEndian();
        file.raw(image(DicomBytes.explicitLittleEndian(), "1.2.3.4.1", CT, "ID99XQ")
                .toBytes());
        // Anatomic Region Sequence, in an Item of itself too, and the same at the top.
        DicomBytes nested =
                all.same().sequence(Tag.ANATOMIC_REGION_SEQUENCE, kept).raw(kept.toBytes());
        byte[] image = file.toBytes();
        byte[] sequence =
                all.same().sequence(Tag.ANATOMIC_REGION_SEQUENCE, nested).toBytes();
        byte[] start = DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN).toBytes();
        Files.write(input().resolve("a"), concat(start, sequence, all.toBytes(), image));
        for (String options : List.of("", ALL_OPTIONS)) {
            Path out = folder.resolve("out" + options.length());
            FolderDeidentification.Result result = FolderDeidentification.run(
                    input(), out, settings(options, "0123456789abcdef", reviewed()), Progress.NONE);
            assertEquals(List.of(), result.leftOut());
            String written = new String(Files.readAllBytes(out.resolve("000001.dcm")), StandardCharsets.ISO_8859_1);
            for (String planted : List.of("zqxname", "plantgiven", "id99xq")) {
                assertFalse(written.toLowerCase(Locale.ROOT).contains(planted), planted + " with " + options);
            }
        }
    }

    private static final String ALL_OPTIONS =
            "clean pixel data,clean graphics,clean structured content,clean descriptors,"
                    + "retain modified dates,retain patient characteristics,retain device identity,retain safe private,"
                    + "retain institution identity";

    private Rectangles reviewed() throws IOException {
        Path file = folder.resolve("rectangles.csv");
        Files.writeString(file, "*,*,*,*,,,,\n");
        return Rectangles.read(file);
    }

    @Test
    void optionsKeepWhatTheyName() throws IOException {
        DicomBytes image = image(DicomBytes.explicitLittleEndian(), "1.2.3.4.1", CT, "ID99XQ");
        write("a", DicomBytes.EXPLICIT_LITTLE_ENDIAN, image);
        run("retain modified dates,clean descriptors,retain uids,retain patient characteristics");
        DataSet dataSet = only();
        assertEquals("1.2.3.4.1", dataSet.requireString(Tag.SOP_INSTANCE_UID));
        assertEquals("F", dataSet.requireString(Tag.PATIENT_SEX));
        assertEquals("Chest of , at", dataSet.requireString(Tag.SERIES_DESCRIPTION));
        java.time.LocalDate study = date(dataSet.requireString(Tag.STUDY_DATE));
        assertEquals(study.plusDays(1), date(dataSet.requireString(Tag.SERIES_DATE)));
        assertTrue(study.isBefore(java.time.LocalDate.of(2023, 3, 2)));
        assertEquals("101112", dataSet.requireString(Tag.SERIES_TIME));
        assertEquals(
                List.of("113100", "113105", "113107", "113108", "113110"),
                dataSet.items(Tag.DEIDENTIFICATION_METHOD_CODE_SEQUENCE).stream()
                        .map(FolderDeidentificationTest::code)
                        .sorted()
                        .toList());
        assertGone("zqxname", "plantus", "20240229");
    }

    private static String code(DataSet item) {
        try {
            return item.requireString(Tag.CODE_VALUE);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static java.time.LocalDate date(String text) {
        return java.time.LocalDate.parse(text, java.time.format.DateTimeFormatter.BASIC_ISO_DATE);
    }

    /** An invalid UID is replaced even if UIDs are retained, so that the file can be written and references match it. */
    @Test
    void invalidUidsAreReplacedByValidOnes() throws IOException {
        write(
                "a",
                DicomBytes.EXPLICIT_LITTLE_ENDIAN,
                image(DicomBytes.explicitLittleEndian(), "1.2.3.X", CT, "ID99XQ"));
        run("retain uids");
        assertTrue(only().requireString(Tag.SOP_INSTANCE_UID).matches("2\\.25\\.\\d+"));
        assertEquals("1.2.3.4", only().requireString(Tag.STUDY_INSTANCE_UID));
    }

    /** Safe private elements: bytes with a name are removed, texts lose the name, and an element with another VR is not safe. */
    @Test
    void safePrivateElementsAreSearchedForIdentities() throws IOException {
        DicomBytes image = image(DicomBytes.explicitLittleEndian(), "1.2.3.4.1", CT, "ID99XQ");
        DicomBytes item = image.same()
                .text(0x7E010010, "LO", "HOLOGIC, Inc.")
                .bytes(0x7E011012, "OB", new byte[] {1, 2, 3, 4})
                .text(0x7E011020, "LO", "Zqxname");
        DicomBytes before = image.same()
                .text(0x00990010, "LO", "NQHeader")
                .text(0x00991005, "LT", "Done for Zqxname")
                .text(0x00991020, "OB", "mm")
                .text(0x01190010, "LO", "SIEMENS Ultrasound SC2000")
                .bytes(0x01191001, "OB", "of Zqxname".getBytes(StandardCharsets.US_ASCII))
                .bytes(0x01191004, "OB", new byte[] {9, 8});
        DicomBytes behind = image.same().text(0x7E010010, "LO", "HOLOGIC, Inc.").sequence(0x7E011010, item);
        byte[] start = DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN).toBytes();
        byte[] all = concat(start, before.toBytes(), image.toBytes(), behind.toBytes());
        Files.write(input().resolve("a"), all);
        assertEquals(1, run("retain safe private").written());
        assertGone("zqxname");
        DataSet dataSet = only();
        assertEquals("Done for", dataSet.requireString(0x00991005));
        assertFalse(dataSet.contains(0x00991020));
        assertFalse(dataSet.contains(0x01191001));
        assertArrayEquals(
                new byte[] {9, 8}, dataSet.find(0x01191004).orElseThrow().bytes());
        DataSet kept = dataSet.item(0x7E011010).orElseThrow();
        assertArrayEquals(
                new byte[] {1, 2, 3, 4}, kept.find(0x7E011012).orElseThrow().bytes());
        assertFalse(kept.contains(0x7E011020));
    }

    /** Four numbers of the CSA header of Siemens are kept; its other texts are removed. */
    @Test
    void mosaicsKeepTheirNumbers() throws IOException {
        java.nio.ByteBuffer csa =
                java.nio.ByteBuffer.allocate(16 + 3 * (84 + 16 + 8)).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        csa.put("SV10".getBytes(StandardCharsets.US_ASCII))
                .putInt(0x01020304)
                .putInt(3)
                .putInt(77);
        String[][] entries = {{"PatientName", "Zqxname"}, {"NumberOfImagesInMosaic", "36"}, {"B_value", "1000"}};
        for (String[] entry : entries) {
            csa.put(java.util.Arrays.copyOf(entry[0].getBytes(StandardCharsets.US_ASCII), 64));
            csa.putInt(1)
                    .put("IS\0\0".getBytes(StandardCharsets.US_ASCII))
                    .putInt(6)
                    .putInt(1)
                    .putInt(77);
            csa.putInt(8).putInt(8).putInt(77).putInt(8);
            csa.put(java.util.Arrays.copyOf(entry[1].getBytes(StandardCharsets.US_ASCII), 8));
        }
        DicomBytes header = DicomBytes.explicitLittleEndian()
                .text(0x00290010, "LO", "SIEMENS CSA HEADER")
                .bytes(0x00291010, "OB", csa.array())
                .bytes(0x00291020, "OB", "Zqxname".getBytes(StandardCharsets.US_ASCII));
        byte[] image = image(DicomBytes.explicitLittleEndian(), "1.2.3.4.1", CT, "ID99XQ")
                .toBytes();
        byte[] start = DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN).toBytes();
        Files.write(input().resolve("a"), concat(start, header.toBytes(), image));
        run("retain safe private");
        hounsfield.data.SiemensCsa clean = hounsfield.data.SiemensCsa.of(only(), new hounsfield.work.Diagnostics())
                .orElseThrow();
        assertEquals(36, clean.number("NumberOfImagesInMosaic").orElseThrow());
        assertEquals(1000, clean.number("B_value").orElseThrow());
        assertFalse(only().contains(0x00291020));
        assertGone("zqxname", "PatientName");
    }

    @Test
    void safePrivateElementsStayWithTheirCreator() throws IOException {
        DicomBytes image = image(DicomBytes.explicitLittleEndian(), "1.2.3.4.1", CT, "ID99XQ");
        DicomBytes safe = DicomBytes.explicitLittleEndian()
                .text(0x00190011, "LO", "SIEMENS MR HEADER")
                .text(0x00190012, "LO", "Zqxname")
                .text(0x00191108, "CS", "IMAGE NUM 4")
                .text(0x0019110C, "IS", "1000")
                .text(0x0019120C, "IS", "1000");
        Files.write(
                input().resolve("a"),
                concat(DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN).toBytes(), safe.toBytes(), image.toBytes()));
        run("retain safe private");
        DataSet dataSet = only();
        assertEquals("SIEMENS MR HEADER", dataSet.requireString(0x00190011));
        assertEquals(1000, dataSet.requireInt(0x0019110C));
        assertFalse(dataSet.contains(0x00191108));
        assertFalse(dataSet.contains(0x0019120C));
        assertGone("zqxname");
    }

    @Test
    void sameKeyAgreesAndAnotherDoesNot() throws IOException {
        write(
                "a",
                DicomBytes.EXPLICIT_LITTLE_ENDIAN,
                image(DicomBytes.explicitLittleEndian(), "1.2.3.4.1", CT, "ID99XQ"));
        write(
                "b",
                DicomBytes.EXPLICIT_LITTLE_ENDIAN,
                image(DicomBytes.explicitLittleEndian(), "1.2.3.4.2", CT, "ID99XQ"));
        Path[] outputs = {folder.resolve("o1"), folder.resolve("o2"), folder.resolve("o3")};
        String[] keys = {"0123456789abcdef", "0123456789abcdef", "fedcba9876543210"};
        for (int i = 0; i < outputs.length; i++) {
            FolderDeidentification.run(input(), outputs[i], settings("", keys[i], Rectangles.NONE), Progress.NONE);
        }
        for (String name : List.of("000001.dcm", "000002.dcm")) {
            assertArrayEquals(
                    Files.readAllBytes(outputs[0].resolve(name)), Files.readAllBytes(outputs[1].resolve(name)));
        }
        assertNotEquals(id(outputs[0]), id(outputs[2]));
    }

    private static String id(Path output) throws IOException {
        return DicomFile.read(output.resolve("000001.dcm")).dataSet().requireString(Tag.PATIENT_ID);
    }

    @Test
    void aLaterRunContinuesAndKeepsTheNumbers() throws IOException {
        for (int i = 1; i <= 5; i++) {
            write(
                    "f" + i,
                    DicomBytes.EXPLICIT_LITTLE_ENDIAN,
                    image(DicomBytes.explicitLittleEndian(), "1.2.3.4." + i, CT, "ID99XQ"));
        }
        Progress afterTwo = new Progress() {
            private volatile boolean cancelled;

            @Override
            public void update(long done, long total) {
                if (done >= 2) cancelled = true;
            }

            @Override
            public boolean isCancelled() {
                return cancelled;
            }
        };
        DeidentifySettings settings = settings("", "0123456789abcdef", Rectangles.NONE);
        assertThrows(
                CancellationException.class, () -> FolderDeidentification.run(input(), output(), settings, afterTwo));
        int first = written().size();
        assertTrue(first >= 2 && first < 5, "" + first);
        byte[] before = Files.readAllBytes(written().get(0));
        // A kill leaves such a file.
        Path unfinished = Files.writeString(output().resolve("000001.dcm.7f.part"), "half");
        write(
                "f0",
                DicomBytes.EXPLICIT_LITTLE_ENDIAN,
                image(DicomBytes.explicitLittleEndian(), "1.2.3.4.6", CT, "ID99XQ"));
        FolderDeidentification.Result result = FolderDeidentification.run(input(), output(), settings, Progress.NONE);
        assertFalse(Files.exists(unfinished));
        assertEquals(first, result.existing());
        assertEquals(6 - first, result.written());
        assertArrayEquals(before, Files.readAllBytes(written().get(0)));
        assertEquals(output().resolve("000006.dcm"), written().get(5));
        assertEquals(
                6,
                written().stream()
                        .map(FolderDeidentificationTest::instance)
                        .distinct()
                        .count());
    }

    private static String instance(Path file) {
        try {
            return DicomFile.read(file).dataSet().requireString(Tag.SOP_INSTANCE_UID);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void unsafeFilesAreLeftOutWithAReasonAndCostNothingElse() throws IOException {
        DicomBytes image = image(DicomBytes.explicitLittleEndian(), "1.2.3.4.1", CT, "ID99XQ");
        write("good", DicomBytes.EXPLICIT_LITTLE_ENDIAN, image);
        write(
                "burned",
                DicomBytes.EXPLICIT_LITTLE_ENDIAN,
                image(DicomBytes.explicitLittleEndian(), "1.2.3.4.2", CT, "ID99XQ")
                        .text(Tag.BURNED_IN_ANNOTATION, "CS", "YES"));
        write(
                "capture",
                DicomBytes.EXPLICIT_LITTLE_ENDIAN,
                image(DicomBytes.explicitLittleEndian(), "1.2.3.4.3", "1.2.840.10008.5.1.4.1.1.7", "ID99XQ"));
        write(
                "pdf",
                DicomBytes.EXPLICIT_LITTLE_ENDIAN,
                DicomBytes.explicitLittleEndian()
                        .text(Tag.SOP_CLASS_UID, "UI", "1.2.840.10008.5.1.4.1.1.104.1")
                        .text(Tag.SOP_INSTANCE_UID, "UI", "1.2.3.4.4")
                        .bytes(Tag.ENCAPSULATED_DOCUMENT, "OB", new byte[4]));
        write(
                "report",
                DicomBytes.EXPLICIT_LITTLE_ENDIAN,
                DicomBytes.explicitLittleEndian()
                        .text(Tag.SOP_CLASS_UID, "UI", "1.2.840.10008.5.1.4.1.1.88.22")
                        .text(Tag.SOP_INSTANCE_UID, "UI", "1.2.3.4.5")
                        .sequence(
                                Tag.CONTENT_SEQUENCE,
                                DicomBytes.explicitLittleEndian().text(Tag.TEXT_VALUE, "UT", "Zqxname is ill")));
        byte[] whole = Files.readAllBytes(input().resolve("good"));
        Files.write(input().resolve("cut.dcm"), java.util.Arrays.copyOf(whole, whole.length - 20));
        Files.writeString(input().resolve("notes.txt"), "Zqxname");
        FolderDeidentification.Result result = run("");
        assertEquals(1, result.written());
        assertEquals(1, result.foreign());
        List<String> reasons = result.leftOut().stream()
                .map(each -> each.name() + ": " + each.sentence())
                .toList();
        String all = String.join("\n", reasons);
        assertEquals(5, reasons.size(), all);
        for (String expected : List.of(
                "burned: Burned In",
                "capture: a Secondary",
                "pdf: an encapsulated",
                "report: structured",
                "cut.dcm: (7FE0,0010)")) {
            assertTrue(all.contains(expected), all);
        }
        assertGone("zqxname", "burned:", "capture:");
        assertTrue(Files.readString(result.report()).startsWith("what,detail,count\nfiles,written,1\n"));
    }

    @Test
    void structuredContentStaysWithItsOption() throws IOException {
        write(
                "report",
                DicomBytes.EXPLICIT_LITTLE_ENDIAN,
                DicomBytes.explicitLittleEndian()
                        .text(Tag.SOP_CLASS_UID, "UI", "1.2.840.10008.5.1.4.1.1.88.22")
                        .text(Tag.SOP_INSTANCE_UID, "UI", "1.2.3.4.5")
                        .text(Tag.PATIENT_NAME, "PN", "Zqxname^Plantgiven")
                        .sequence(
                                Tag.CONTENT_SEQUENCE,
                                DicomBytes.explicitLittleEndian()
                                        .text(Tag.VALUE_TYPE, "CS", "TEXT")
                                        .text(Tag.TEXT_VALUE, "UT", "Zqxname is ill"),
                                DicomBytes.explicitLittleEndian()
                                        .text(Tag.VALUE_TYPE, "CS", "PNAME")
                                        .text(Tag.PERSON_NAME, "PN", "Zqxname^Plantgiven"),
                                DicomBytes.explicitLittleEndian()
                                        .text(Tag.VALUE_TYPE, "CS", "CODE")
                                        .sequence(
                                                Tag.CONCEPT_CODE_SEQUENCE,
                                                DicomBytes.explicitLittleEndian()
                                                        .text(Tag.CODE_VALUE, "SH", "R-1")
                                                        .text(Tag.CODE_MEANING, "LO", "Cyst"))));
        run("clean structured content");
        List<DataSet> items = only().items(Tag.CONTENT_SEQUENCE);
        assertEquals("REMOVED", items.get(0).requireString(Tag.TEXT_VALUE));
        assertEquals(
                "Cyst",
                items.get(2).item(Tag.CONCEPT_CODE_SEQUENCE).orElseThrow().requireString(Tag.CODE_MEANING));
        assertGone("zqxname", "ill");
    }

    @Test
    void wrongFoldersAreRefused() throws IOException {
        write(
                "a",
                DicomBytes.EXPLICIT_LITTLE_ENDIAN,
                image(DicomBytes.explicitLittleEndian(), "1.2.3.4.1", CT, "ID99XQ"));
        byte[] original = Files.readAllBytes(input().resolve("a"));
        DeidentifySettings settings = settings("", "0123456789abcdef", Rectangles.NONE);
        for (Path wrong : List.of(input(), input().resolve("out"))) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> FolderDeidentification.run(input(), wrong, settings, Progress.NONE));
        }
        Path used = Files.createDirectories(folder.resolve("used"));
        Files.writeString(used.resolve("000001.dcm"), "mine");
        assertThrows(
                IllegalArgumentException.class,
                () -> FolderDeidentification.run(input(), used, settings, Progress.NONE));
        assertEquals("mine", Files.readString(used.resolve("000001.dcm")));
        try (Stream<Path> there = Files.list(used)) {
            assertEquals(1, there.count());
        }
        run("");
        try (FileChannel other = FileChannel.open(output().resolve(OutputFolder.NOTE), StandardOpenOption.WRITE)) {
            other.lock();
            assertThrows(IllegalArgumentException.class, () -> run(""));
        }
        assertThrows(IllegalArgumentException.class, () -> run("retain uids"));
        assertThrows(
                IllegalArgumentException.class,
                () -> FolderDeidentification.run(folder.resolve("none"), output(), settings, Progress.NONE));
        assertArrayEquals(original, Files.readAllBytes(input().resolve("a")));
        assertFalse(Files.exists(input().resolve("out")));
    }
}
