package hounsfield.corpus;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import hounsfield.data.DataSet;
import hounsfield.data.Element;
import hounsfield.parse.DicomFile;
import hounsfield.standard.DicomException;
import hounsfield.standard.Dictionary;
import hounsfield.standard.MalformedDicomException;
import hounsfield.standard.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The header of every file of the corpus against what pydicom says of it. */
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
                Corpus.entries("damaged").filter(HeaderCorpusTest::mayBeRefused));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("others")
    void whatIsNoDicomFileIsRefused(Corpus.Entry entry) {
        MalformedDicomException refusal =
                assertThrows(MalformedDicomException.class, () -> DicomFile.read(entry.file()));
        assertTrue(refusal.problem().startsWith("not a DICOM file: "), refusal.getMessage());
        assertTrue(refusal.getMessage().startsWith(entry.file().getFileName().toString()), refusal.getMessage());
    }

    @Test
    void gzipIsNamed() {
        DicomException refusal = assertThrows(
                DicomException.class,
                () -> DicomFile.read(Corpus.entry("damaged/zipMR.gz").file()));
        assertEquals("zipMR.gz: not a DICOM file: a gzip file", refusal.getMessage());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nonImages")
    void nonImagesHaveNoPixelData(Corpus.Entry entry) throws DicomException {
        assertFalse(DicomFile.read(entry.file()).pixelData().isPresent());
    }

    static Stream<Corpus.Entry> nonImages() {
        return Corpus.entries("nonimage", "dicomdir");
    }
}
