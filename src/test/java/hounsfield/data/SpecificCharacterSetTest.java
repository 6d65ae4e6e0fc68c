package hounsfield.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.standard.VR;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of PS3.5 annexes H, I, J and K, and what surrounds them. */
class SpecificCharacterSetTest {
    @Test
    void japaneseWithKanjiByEscape() {
        // H.3.1; the second byte of MA is that of a caret.
        String bytes = "59616D6164615E5461726F753D1B24423B3345441B28425E1B244242404F3A1B28423D"
                + "1B24422464245E24401B28425E1B2442243F246D24261B2842";
        assertEquals("Yamada^Tarou=山田^太郎=やまだ^たろう", name(bytes, "", "ISO 2022 IR 87"));
    }

    @Test
    void japaneseWithHalfWidthKatakana() {
        // H.3.2
        String bytes = "D4CFC0DE5EC0DBB33D1B24423B3345441B284A5E1B244242404F3A1B284A3D"
                + "1B24422464245E24401B284A5E1B2442243F246D24261B284A";
        assertEquals("ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう", name(bytes, "ISO 2022 IR 13", "ISO 2022 IR 87"));
    }

    @Test
    void supplementaryKanji() {
        assertEquals("a丂b", name("61 1B242844 3021 1B2842 62", "", "ISO 2022 IR 159"));
    }

    @Test
    void korean() {
        // I.2: the set must be designated again behind each caret.
        String bytes = "486F6E675E47696C646F6E673D1B242943FBF35E1B242943D1CED4D73D1B242943C8AB5E1B242943B1E6B5BF";
        assertEquals("Hong^Gildong=洪^吉洞=홍^길동", name(bytes, "", "ISO 2022 IR 149"));
    }

    @Test
    void chineseInUtf8() {
        // J.1
        String bytes = "57616E675E5869616F446F6E673DE78E8B5EE5B08FE69DB13D";
        assertEquals("Wang^XiaoDong=王^小東=", name(bytes, "ISO_IR 192"));
    }

    @Test
    void chineseInGb18030() {
        // J.3
        assertEquals("Wang^XiaoDong=王^小东", name("57616E675E5869616F446F6E673DCDF55ED0A1B6AB", "GB18030"));
        assertEquals("Wang^XiaoDong=王^小东", name("57616E675E5869616F446F6E673DCDF55ED0A1B6AB", "GBK"));
    }

    @Test
    void chineseByEscape() {
        // K.2
        String bytes = "5A68616E675E5869616F446F6E673D1B242941D5C55E1B242941D0A1B6AB3D";
        assertEquals("Zhang^XiaoDong=张^小东=", name(bytes, "", "ISO 2022 IR 58"));
    }

    @ParameterizedTest
    @CsvSource({
        "ISO_IR 100, 4275635E4AE972F46D65, Buc^Jérôme",
        "ISO_IR 101, 57B361, Wła",
        "ISO_IR 109, A1, Ħ",
        "ISO_IR 110, A2, ĸ",
        "ISO_IR 126, C4E9EFEDF5F3E9EFF2, Διονυσιος",
        "ISO_IR 127, E2C8C7E6EA5EE4E6D2C7D1, قباني^لنزار",
        "ISO_IR 138, F9F8E5EF5EE3E1E5F8E4, שרון^דבורה",
        "ISO_IR 144, BBEEDA6365DCD17970D3, Люкceмбypг",
        "ISO_IR 148, FDFE, ış",
        "ISO_IR 166, A1D2C3, การ",
        "ISO_IR 203, A4, €",
        "ISO_IR 13, D4CFC0DE, ﾔﾏﾀﾞ"
    })
    void singleByteSets(String term, String bytes, String text) {
        assertEquals(text, name(bytes, term));
        assertTrue(SpecificCharacterSet.of(List.of(term)).isKnown());
    }

    @Test
    void singleByteSetsByEscape() {
        // Greek behind ISO 2022 IR 126, then the caret takes it back.
        String bytes = "1B2D46C45EE9";
        assertEquals("Δ^é", name(bytes, "ISO 2022 IR 100", "ISO 2022 IR 126"));
    }

    @Test
    void linesResetTheSetsInTexts() {
        SpecificCharacterSet set = SpecificCharacterSet.of(List.of("", "ISO 2022 IR 149"));
        assertEquals(List.of("길동\r\né"), set.values(hex("1B242943 B1E6B5BF 0D0A E9"), VR.LT));
    }

    @Test
    void caretsResetOnlyInNames() {
        SpecificCharacterSet set = SpecificCharacterSet.of(List.of("", "ISO 2022 IR 149"));
        assertEquals(List.of("길^동"), set.values(hex("1B242943 B1E6 5E B5BF"), VR.LO));
    }

    @Test
    void backslashIsNoDelimiterWithinACharacter() {
        assertEquals(List.of("乗", "x"), SpecificCharacterSet.of(List.of("GBK")).values(hex("815C 5C 78"), VR.LO));
        assertEquals(
                List.of("乗", "x"), SpecificCharacterSet.of(List.of("GB18030")).values(hex("815C 5C 78"), VR.LO));
        SpecificCharacterSet japanese = SpecificCharacterSet.of(List.of("", "ISO 2022 IR 87"));
        assertEquals(List.of("移", "é"), japanese.values(hex("1B2442 305C 1B2842 5C E9"), VR.LO));
    }

    @Test
    void backslashIsTextWhereAValueIsOne() {
        assertEquals(List.of("a\\b"), SpecificCharacterSet.DEFAULT.values(hex("615C62"), VR.ST));
        assertEquals(List.of("é\\b"), SpecificCharacterSet.DEFAULT.values(hex("E95C62"), VR.UT));
        // In the Japanese set the same code is the yen sign, but between values it separates.
        SpecificCharacterSet japanese = SpecificCharacterSet.of(List.of("ISO_IR 13"));
        assertEquals(List.of("¥5"), japanese.values(hex("5C35"), VR.LT));
        assertEquals(List.of("", "5"), japanese.values(hex("5C35"), VR.SH));
    }

    @Test
    void missingTermsDoNotStopEscapes() {
        assertEquals("山", name("1B2442 3B33 1B2842"));
    }

    @Test
    void oddlyWrittenTermsAreMadeOut() {
        for (String term : new String[] {"ISO-IR 100", "iso_ir 100", "ISO_IR_100", "ISO 2022 IR 100", "ISO2022IR100"}) {
            assertTrue(SpecificCharacterSet.of(List.of(term)).isKnown(), term);
        }
        assertEquals("é", name("C3A9", "UTF-8"));
    }

    @Test
    void unknownTermsLeaveTheDefault() {
        SpecificCharacterSet set = SpecificCharacterSet.of(List.of("KLINGON"));
        assertFalse(set.isKnown());
        assertEquals("é", set.decode(hex("E9")));
        assertTrue(SpecificCharacterSet.DEFAULT.isKnown());
    }

    @Test
    void anyBytesDecodeToSomething() {
        Random random = new Random(5);
        String[] terms = {
            "", "ISO 2022 IR 13", "ISO 2022 IR 87", "ISO 2022 IR 149", "GB18030", "ISO_IR 192", "ISO_IR 166"
        };
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(24)];
            random.nextBytes(bytes);
            for (int escape = 0; escape < bytes.length / 6; escape++) {
                bytes[random.nextInt(bytes.length)] = 0x1B;
                bytes[random.nextInt(bytes.length)] = '$';
            }
            SpecificCharacterSet set = SpecificCharacterSet.of(List.of(terms[random.nextInt(terms.length)]));
            set.decode(bytes);
            set.values(bytes, VR.PN);
        }
    }

    private static String name(String bytes, String... terms) {
        List<String> values = SpecificCharacterSet.of(List.of(terms)).values(hex(bytes), VR.PN);
        assertEquals(1, values.size());
        return values.get(0);
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }
}
