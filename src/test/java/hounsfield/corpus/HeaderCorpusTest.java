package hounsfield.corpus;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import hounsfield.bytes.ArrayByteSource;
import hounsfield.data.DataSet;
import hounsfield.data.Element;
import hounsfield.frame.pixeldata.FrameReader;
import hounsfield.parse.DicomFile;
import hounsfield.standard.Dictionary;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.MalformedDicomException;
import hounsfield.standard.error.NotDicomException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares the header of every file of the corpus with pydicom. */
class HeaderCorpusTest {
    /** Keys of expected.json and the keywords of their elements; of a numeric kind. */
    private static final Map<String, String> NUMBERS = Map.ofEntries(
            Map.entry("rows", "Rows"),
            Map.entry("columns", "Columns"),
            Map.entry("samplesPerPixel", "SamplesPerPixel"),
            Map.entry("bitsAllocated", "BitsAllocated"),
            Map.entry("bitsStored", "BitsStored"),
            Map.entry("highBit", "HighBit"),
            Map.entry("pixelRepresentation", "PixelRepresentation"),
            Map.entry("planarConfiguration", "PlanarConfiguration"),
            Map.entry("rescaleSlope", "RescaleSlope"),
            Map.entry("rescaleIntercept", "RescaleIntercept"),
            Map.entry("windowCenter", "WindowCenter"),
            Map.entry("windowWidth", "WindowWidth"),
            Map.entry("pixelSpacing", "PixelSpacing"),
            Map.entry("imagerPixelSpacing", "ImagerPixelSpacing"),
            Map.entry("imagePositionPatient", "ImagePositionPatient"),
            Map.entry("imageOrientationPatient", "ImageOrientationPatient"),
            Map.entry("sliceThickness", "SliceThickness"),
            Map.entry("sliceLocation", "SliceLocation"),
            Map.entry("spacingBetweenSlices", "SpacingBetweenSlices"),
            Map.entry("gantryDetectorTilt", "GantryDetectorTilt"),
            Map.entry("pixelPaddingValue", "PixelPaddingValue"),
            Map.entry("smallestImagePixelValue", "SmallestImagePixelValue"),
            Map.entry("largestImagePixelValue", "LargestImagePixelValue"),
            Map.entry("seriesNumber", "SeriesNumber"),
            Map.entry("instanceNumber", "InstanceNumber"),
            Map.entry("frameTime", "FrameTime"),
            Map.entry("pixelAspectRatio", "PixelAspectRatio"),
            Map.entry("doseGridScaling", "DoseGridScaling"),
            Map.entry("gridFrameOffsetVector", "GridFrameOffsetVector"),
            Map.entry("lossyImageCompressionRatio", "LossyImageCompressionRatio"));

    private static final Map<String, String> TEXTS = Map.of(
            "modality", "Modality",
            "sopClassUid", "SOPClassUID",
            "photometricInterpretation", "PhotometricInterpretation",
            "imageType", "ImageType",
            "patientPosition", "PatientPosition",
            "specificCharacterSet", "SpecificCharacterSet",
            "lossyImageCompression", "LossyImageCompression",
            "rescaleType", "RescaleType",
            "doseUnits", "DoseUnits",
            "presentationLUTShape", "PresentationLUTShape");

    static Stream<Corpus.Entry> readable() {
        return Corpus.entries("image", "damaged", "nonimage", "dicomdir").filter(entry -> !mayBeRefused(entry));
    }

    private static boolean mayBeRefused(Corpus.Entry entry) {
        return entry.has("expect")
                && entry.expected().get("expect").getAsString().startsWith("error: not a DICOM file");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readable")
    void headerAgrees(Corpus.Entry entry) throws DicomException {
        DicomFile file = DicomFile.read(entry.file());
        List<Executable> checks = new ArrayList<>();
        if (entry.has("transferSyntax")) {
            checks.add(() -> assertEquals(
                    entry.expected().get("transferSyntax").getAsString(),
                    file.transferSyntax().uid()));
        }
        NUMBERS.forEach((key, keyword) -> {
            if (entry.has(key)) checks.add(() -> assertNumbers(entry, key, file.dataSet(), tag(keyword)));
        });
        TEXTS.forEach((key, keyword) -> {
            if (entry.has(key)) checks.add(() -> assertTexts(entry, key, file.dataSet(), tag(keyword)));
        });
        checks.add(() -> assertEquals(
                entry.kind().equals("image"),
                file.pixelData().isPresent() && entry.kind().equals("image")));
        assertAll(entry.path(), checks);
    }

    private static void assertNumbers(Corpus.Entry entry, String key, DataSet dataSet, int tag) throws DicomException {
        JsonElement value = entry.expected().get(key);
        double[] expected =
                elements(value).stream().mapToDouble(JsonElement::getAsDouble).toArray();
        assertArrayEquals(expected, dataSet.doubles(tag), key);
    }

    private static void assertTexts(Corpus.Entry entry, String key, DataSet dataSet, int tag) throws DicomException {
        List<String> expected = elements(entry.expected().get(key)).stream()
                .map(element ->
                        element.isJsonNull() ? "" : element.getAsString().strip())
                .toList();
        assertEquals(expected, dataSet.strings(tag), key);
    }

    private static List<JsonElement> elements(JsonElement value) {
        return value.isJsonArray() ? ((JsonArray) value).asList() : List.of(value);
    }

    private static int tag(String keyword) {
        return Dictionary.byKeyword(keyword).orElseThrow().tag();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readable")
    void everyValueDecodes(Corpus.Entry entry) throws DicomException {
        decodeAll(DicomFile.read(entry.file()).dataSet());
    }

    private static void decodeAll(DataSet dataSet) throws DicomException {
        for (Element element : dataSet) {
            boolean isPixels = element.bulk().isPresent() && Tag.group(element.tag()) == 0x7FE0;
            if (!isPixels) dataSet.strings(element.tag());
            for (DataSet item : element.items()) decodeAll(item);
        }
    }

    static Stream<Corpus.Entry> others() {
        return Stream.concat(
                Corpus.entries("bitstream", "reference", "text"),
                Corpus.entries("damaged").filter(entry -> mayBeRefused(entry) && !entry.has("unpackedSha256")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("others")
    void whatIsNoDicomFileIsRefused(Corpus.Entry entry) {
        NotDicomException refusal = assertThrows(NotDicomException.class, () -> DicomFile.read(entry.file()));
        assertTrue(refusal.problem().startsWith("not a DICOM file: "), refusal.getMessage());
        assertTrue(refusal.getMessage().startsWith(entry.file().getFileName().toString()), refusal.getMessage());
    }

    /** The corpus has the hash of the file in the gzip file. */
    @Test
    void gzipIsReadAsTheFileInIt() throws Exception {
        Corpus.Entry entry = Corpus.entry("damaged/zipMR.gz");
        byte[] unpacked;
        try (InputStream gzip = new GZIPInputStream(Files.newInputStream(entry.file()))) {
            unpacked = gzip.readAllBytes();
        }
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(unpacked));
        assertEquals(entry.expected().get("unpackedSha256").getAsString(), hash);
        DicomFile expected = DicomFile.read(new ArrayByteSource("unpacked", unpacked));
        DicomFile read = DicomFile.read(entry.file());
        assertEquals(expected.dataSet().size(), read.dataSet().size());
        assertArrayEquals(FrameReader.integers(expected, 0), FrameReader.integers(read, 0));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nonImages")
    void nonImagesHaveNoPixelData(Corpus.Entry entry) throws DicomException {
        assertFalse(DicomFile.read(entry.file()).pixelData().isPresent());
    }

    static Stream<Corpus.Entry> nonImages() {
        return Corpus.entries("nonimage", "dicomdir");
    }

    static Stream<Corpus.Entry> headersOnly() {
        return Corpus.entries("damaged")
                .filter(entry -> entry.expected().get("expect").getAsString().startsWith("error: no Pixel Data"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("headersOnly")
    void damagedHeadersParseWithoutPixelData(Corpus.Entry entry) throws DicomException {
        DicomFile file = DicomFile.read(entry.file());
        assertTrue(file.dataSet().size() > 0);
        assertFalse(file.pixelData().isPresent());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("directories")
    void directoriesHaveTheirRecords(Corpus.Entry entry) throws DicomException {
        Map<String, Integer> records = new TreeMap<>();
        for (DataSet item : DicomFile.read(entry.file()).dataSet().items(tag("DirectoryRecordSequence"))) {
            records.merge(item.requireString(tag("DirectoryRecordType")), 1, Integer::sum);
        }
        Map<String, Integer> expected = new TreeMap<>();
        entry.expected()
                .getAsJsonObject("records")
                .entrySet()
                .forEach(record ->
                        expected.put(record.getKey(), record.getValue().getAsInt()));
        assertEquals(expected, records);
    }

    static Stream<Corpus.Entry> directories() {
        return Corpus.entries("dicomdir");
    }

    @Test
    void numberOfFramesThatIsNotANumberIsReported() throws DicomException {
        DataSet dataSet =
                DicomFile.read(Corpus.entry("damaged/badVR.dcm").file()).dataSet();
        DicomException e = assertThrows(MalformedDicomException.class, () -> dataSet.findInt(Tag.NUMBER_OF_FRAMES));
        assertEquals("(0028,0008): is '1A', not an integer of 32 bits", e.getMessage());
    }

    @Test
    void truncatedPixelDataLeaveTheHeaderReadable() throws DicomException {
        Element pixels = DicomFile.read(Corpus.entry("damaged/MR_truncated.dcm").file())
                .pixelData()
                .orElseThrow();
        assertEquals(8192, pixels.length());
        DicomException e = assertThrows(MalformedDicomException.class, pixels::bytes);
        assertEquals("the value declares 8192 bytes, 8130 are there", e.problem());
    }

    @Test
    void sequenceOfUnknownVrHasItsItems() throws DicomException {
        DataSet dataSet =
                DicomFile.read(Corpus.entry("damaged/UN_sequence.dcm").file()).dataSet();
        assertTrue(StreamSupport.stream(dataSet.spliterator(), false)
                .anyMatch(element ->
                        Tag.isPrivate(element.tag()) && !element.items().isEmpty()));
    }

    @Test
    void belyingTransferSyntaxIsWarnedOf() throws DicomException {
        List<String> diagnostics = DicomFile.read(
                        Corpus.entry("damaged/SC_rgb_jpeg.dcm").file())
                .diagnostics()
                .sentences();
        assertEquals(
                List.of("the Data Set is Implicit VR Little Endian, the transfer syntax says JPEG Baseline (Process 1)"
                        + " (1.2.840.10008.1.2.4.50)"),
                diagnostics);
    }

    /** Valid files are read without findings. */
    @Test
    void soundFilesGiveNoWarning() throws DicomException {
        for (Corpus.Entry entry : Corpus.entries("image", "nonimage").toList()) {
            if (!entry.has("transferSyntax")) continue;
            assertEquals(List.of(), DicomFile.read(entry.file()).diagnostics().sentences(), entry.path());
        }
    }
}
