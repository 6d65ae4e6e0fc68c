package hounsfield.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import hounsfield.codec.FrameDecoders;
import hounsfield.frame.pixeldata.FrameReader;
import hounsfield.parse.DicomFile;
import hounsfield.standard.TransferSyntax;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.UnsupportedDicomException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Compares every file of the corpus that has or should have an image with the results of independent decoders. */
class StoredValuesCorpusTest {
    /** Files for which a correct reader has a choice, with the words of the error that this one gives. */
    private static final Map<String, String> REFUSED = Map.ofEntries(
            Map.entry("damaged/ExplVR_LitEndNoMeta.dcm", "no Pixel Data (7FE0,0010)"),
            Map.entry(
                    "damaged/MR_truncated.dcm", "(7FE0,0010), frame 0, byte 9630: declares 8192 bytes, 8130 are there"),
            Map.entry("damaged/UN_sequence.dcm", "no Pixel Data (7FE0,0010)"),
            Map.entry("damaged/empty_charset_LEI.dcm", "no Pixel Data (7FE0,0010)"),
            Map.entry("damaged/meta_missing_tsyntax.dcm", "(0028,0010)"),
            Map.entry("damaged/nested_priv_SQ.dcm", "(0028,0010)"),
            Map.entry("damaged/no_meta_group_length.dcm", "no Pixel Data (7FE0,0010)"),
            Map.entry("damaged/no_meta.dcm", "not a DICOM file"),
            Map.entry("damaged/priv_SQ.dcm", "no Pixel Data (7FE0,0010)"));

    /** Damaged files that open, with a word of the warning. */
    private static final Map<String, String> WARNED = Map.of(
            "damaged/badVR.dcm", "Number of Frames",
            "damaged/emri_small_jpeg_2k_lossless_too_short.dcm", "Sequence Delimitation Item");

    private static final Set<String> THEMES = Set.of(
            "uncompressed",
            "rle",
            "color",
            "multiframe",
            "calibration",
            "nonimage",
            "damaged",
            "jpeg",
            "jpeg-lossless",
            "jpeg-ls",
            "jpeg2000",
            "htj2k",
            "series-ge-ct",
            "series-philips-ct");

    @TestFactory
    Stream<DynamicTest> meetsExpectedValues() {
        return Corpus.entries("image", "damaged", "nonimage")
                .filter(entry -> THEMES.contains(entry.theme()) && !entry.has("unpackedSha256"))
                .map(entry -> dynamicTest(entry.path(), () -> check(entry)));
    }

    private static void check(Corpus.Entry entry) throws IOException {
        if (REFUSED.containsKey(entry.path())) {
            assertRefused(entry, REFUSED.get(entry.path()));
        } else if (entry.kind().equals("nonimage")) {
            assertRefused(entry, "has no Pixel Data (7FE0,0010)");
        } else {
            DicomFile file = DicomFile.read(entry.file());
            TransferSyntax syntax = file.transferSyntax();
            if (syntax.encapsulated() && FrameDecoders.find(syntax).isEmpty()) assertNamesSyntax(file);
            else checkFrames(entry, file);
        }
    }

    private static void assertRefused(Corpus.Entry entry, String words) {
        DicomException e = assertThrows(DicomException.class, () -> {
            try (FrameReader frames = FrameReader.open(DicomFile.read(entry.file()))) {
                frames.read(0);
            }
        });
        assertTrue(e.getMessage().contains(words), e.getMessage());
        assertEquals(entry.file().getFileName().toString(), e.location().file(), "the file in " + e.getMessage());
    }

    private static void assertNamesSyntax(DicomFile file) {
        UnsupportedDicomException e = assertThrows(
                UnsupportedDicomException.class, () -> FrameReader.open(file).close());
        assertTrue(e.getMessage().contains(file.transferSyntax() + " has no decoder"), e.getMessage());
    }

    private static void checkFrames(Corpus.Entry entry, DicomFile file) throws IOException {
        try (FrameReader frames = FrameReader.open(file)) {
            ExpectedFrames expected = new ExpectedFrames(entry);
            expected.checkLayout(frames);
            expected.checkStored(frames);
            expected.checkRgb(file, frames);
            String warning = WARNED.get(entry.path());
            if (warning != null) {
                assertTrue(
                        frames.diagnostics().sentences().stream().anyMatch(text -> text.contains(warning)),
                        () -> "no warning of " + warning + " in "
                                + frames.diagnostics().sentences());
            } else if (entry.kind().equals("image")
                    && !entry.expected().get("lossy").getAsBoolean()) {
                assertEquals(List.of(), frames.diagnostics().sentences(), "warnings for a sound file");
            }
        }
    }
}
