package hounsfield.deidentify.header;

import hounsfield.data.DataSet;
import hounsfield.data.Element;
import hounsfield.deidentify.key.Pseudonyms;
import hounsfield.standard.Dictionary;
import hounsfield.standard.VR;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Makes dummies that fit their Value Representation and are the same for all patients. Identifiers get pseudonyms. */
final class Dummies {
    private static final String TEXT = "REMOVED";
    private static final int MOST_NUMBERS = 64;

    private final Pseudonyms pseudonyms;

    Dummies(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    /** Returns a dummy for an element that has a value. */
    Element of(Element element, VR vr, String value) {
        int tag = element.tag();
        return switch (vr) {
            case SQ ->
                Element.sequence(tag, element.items().stream().map(this::item).toList());
            case DA -> text(tag, vr, "19000101");
            case TM -> text(tag, vr, "000000");
            case DT -> text(tag, vr, "19000101000000");
            case AS -> text(tag, vr, "000Y");
            case DS, IS -> text(tag, vr, "0");
            case UI -> text(tag, vr, pseudonyms.uid(value));
            case UR -> text(tag, vr, "urn:removed");
            case PN, LO, SH, UC, LT, ST, UT, AE, CS -> text(tag, vr, isIdentifier(tag) ? pseudonym(tag, value) : TEXT);
            case OB, UN -> Element.of(tag, vr, new byte[2], true);
            default -> numbers(element, vr);
        };
    }

    private static Element numbers(Element element, VR vr) {
        int width = vr.width();
        long count = Math.max(1, Math.min(MOST_NUMBERS, element.length() / width));
        return Element.of(element.tag(), vr, new byte[(int) count * width], true);
    }

    /** Returns an Item with a dummy in place of each value. */
    private DataSet item(DataSet item) {
        DataSet.Builder builder = new DataSet.Builder(item.characterSet());
        for (Element element : item) {
            List<VR> vrs = Dictionary.vrs(element.tag());
            // Private and unknown elements and nested sequences are omitted, because they mean nothing with dummies.
            if (vrs.isEmpty() || element.isSequence() || vrs.get(0) == VR.SQ || element.length() <= 0) continue;
            VR vr = vrs.contains(element.vr()) ? element.vr() : vrs.get(0);
            builder.add(of(element, vr, HeaderCleaner.firstText(item, element)));
        }
        return builder.build();
    }

    private String pseudonym(int tag, String value) {
        return value.isEmpty() ? TEXT : pseudonyms.code(Integer.toHexString(tag), value);
    }

    /** Returns whether different values must stay different, as those of identifiers and names must. */
    private static boolean isIdentifier(int tag) {
        String keyword = Dictionary.find(tag).map(entry -> entry.keyword()).orElse("");
        return keyword.endsWith("ID")
                || keyword.endsWith("Identifier")
                || keyword.endsWith("Number")
                || keyword.endsWith("Name");
    }

    static Element text(int tag, VR vr, String text) {
        return Element.of(tag, vr, text.getBytes(StandardCharsets.US_ASCII), true);
    }
}
