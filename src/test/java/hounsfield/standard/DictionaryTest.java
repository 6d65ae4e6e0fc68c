package hounsfield.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.corpus.Corpus;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DictionaryTest {
    @Test
    void elementsHaveNameAndVrOfPs36() {
        DictionaryEntry entry = Dictionary.find(0x00280030).orElseThrow();
        assertEquals(
                new DictionaryEntry(0x00280030, List.of(VR.DS), "2", "PixelSpacing", "Pixel Spacing", false), entry);
    }

    @Test
    void keepsAllAlternativesOfTheVr() {
        assertEquals(List.of(VR.US, VR.SS), Dictionary.vrs(Tag.PIXEL_PADDING_VALUE));
        assertEquals(List.of(VR.US, VR.SS, VR.OW), Dictionary.vrs(0x00281200));
        assertEquals(List.of(VR.OB, VR.OW), Dictionary.vrs(Tag.PIXEL_DATA));
    }

    @Test
    void knowsFileMetaInformationCommandsAndDelimiters() {
        assertEquals("TransferSyntaxUID", keyword(0x00020010));
        assertEquals("CommandGroupLength", keyword(0x00000000));
        assertEquals("NormalReverse", keyword(0x00005140));
        assertEquals("SequenceDelimitationItem", keyword(0xFFFEE0DD));
        assertTrue(Dictionary.find(0xFFFEE000).orElseThrow().vrs().isEmpty());
    }

    @Test
    void findsRepeatingGroupsByTheirEvenNumbers() {
        assertEquals("OverlayData", keyword(0x60003000));
        assertEquals("OverlayData", keyword(0x601E3000));
        assertEquals(0x601E3000, Dictionary.find(0x601E3000).orElseThrow().tag());
        assertTrue(Dictionary.find(0x60013000).isEmpty());
        assertEquals("PixelData", keyword(0x7FE00010));
        assertEquals("VariablePixelData", keyword(0x7F020010));
        assertEquals("SourceImageIDs", keyword(0x00203142));
    }

    @Test
    void knowsGroupLengthsAndPrivateCreatorsByRule() {
        assertEquals(List.of(VR.UL), Dictionary.vrs(0x00280000));
        assertEquals(List.of(VR.LO), Dictionary.vrs(0x00290010));
        assertTrue(Dictionary.find(0x00291010).isEmpty());
        assertTrue(Dictionary.find(0x00080003).isEmpty());
    }

    @Test
    void findsByKeyword() {
        assertEquals(Tag.ROWS, Dictionary.byKeyword("Rows").orElseThrow().tag());
        assertTrue(Dictionary.byKeyword("rows").isEmpty());
        assertTrue(Dictionary.byKeyword("").isEmpty());
    }

    @Test
    void namesKeepTheirGreekLetters() {
        assertEquals(
                "Exposure in µAs", Dictionary.find(0x00181153).orElseThrow().name());
    }

    /** Elements of the standard are constants of {@link Tag} everywhere but here. */
    @Test
    void noSourceHasAnElementAsANumber() throws IOException {
        Pattern number = Pattern.compile("\\b0x[0-9A-Fa-f]{8}\\b");
        List<String> numbers = new ArrayList<>();
        int files = 0;
        for (Path root : List.of(Path.of("src"), Path.of("companions"))) {
            try (Stream<Path> sources = Files.walk(root)) {
                for (Path file : sources.filter(path -> path.toString().endsWith(".java"))
                        .toList()) {
                    String name = file.getFileName().toString();
                    if (name.endsWith("Tags.java") || name.equals("DictionaryTest.java")) continue;
                    files++;
                    number.matcher(Files.readString(file)).results().forEach(found -> {
                        if (isElement(Integer.parseUnsignedInt(found.group().substring(2), 16))) {
                            numbers.add(name + " " + found.group());
                        }
                    });
                }
            }
        }
        assertEquals(List.of(), numbers);
        assertTrue(files > 1000, "files: " + files);
    }

    /** Returns whether the dictionary has the tag itself, in an even group above that of commands. */
    private static boolean isElement(int tag) {
        if (Tag.isPrivate(tag) || Tag.group(tag) == 0) return false;
        return Dictionary.find(tag)
                .flatMap(entry -> Dictionary.byKeyword(entry.keyword()))
                .filter(entry -> entry.tag() == tag)
                .isPresent();
    }

    @Test
    void constantsOfTagBearTheKeywordsOfTheDictionary() throws ReflectiveOperationException {
        for (var field : Tag.class.getFields()) {
            int tag = field.getInt(null);
            String constant =
                    keyword(tag).replaceAll("(?<=[a-z])(?=[A-Z])", "_").replaceAll("(?<=[A-Z])(?=[A-Z][a-z])", "_");
            assertEquals(constant.toUpperCase(java.util.Locale.ROOT), field.getName(), Tag.toString(tag));
        }
    }

    @Test
    void resourceIsWhatTheGeneratorMakesOfTheStandard() throws IOException {
        String generated = DictionaryGenerator.generate(Corpus.shared("standard/attributes.json"));
        assertEquals(generated, Files.readString(DictionaryGenerator.TARGET));
    }

    private static String keyword(int tag) {
        return Dictionary.find(tag).orElseThrow().keyword();
    }

    @Test
    void nameIsTheEntrysName() {
        for (int tag :
                new int[] {Tag.ROWS, Tag.PIXEL_DATA, 0x60020010, 0x00280000, 0x00090010, 0x00091001, 0x0008FFFE}) {
            assertEquals(Dictionary.find(tag).map(DictionaryEntry::name), Dictionary.name(tag), Tag.toString(tag));
        }
    }

    @Test
    void tagsHaveTheNamesOfPs36() throws IllegalAccessException {
        int count = 0;
        for (Field field : Tag.class.getFields()) {
            String keyword = Dictionary.find(field.getInt(null)).orElseThrow().keyword();
            String words = keyword.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_");
            assertEquals(words.toUpperCase(Locale.ROOT), field.getName());
            count++;
        }
        assertTrue(count > 100, count + " tags");
    }
}
