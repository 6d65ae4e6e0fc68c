package hounsfield.deidentify.header;

import hounsfield.bytes.ByteSource;
import hounsfield.data.BulkData;
import hounsfield.data.Element;
import hounsfield.data.SpecificCharacterSet;
import hounsfield.standard.Tag;
import hounsfield.standard.VR;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Cleans values that are kept: removes identities that occur elsewhere in the file, and texts that do not fit their VR. */
final class ValueCleaner {
    private static final int PIECE = 1 << 16;
    /** The longest text [bytes]. A longer one is removed, because no attribute of a header needs it. */
    private static final long LONGEST_TEXT = 1 << 24;

    private final Identities identities;

    ValueCleaner(Identities identities) {
        this.identities = identities;
    }

    /** Returns the cleaned element: the same object if nothing changes, {@code null} if it must be removed. */
    Element clean(Element element, SpecificCharacterSet characterSet) throws DicomException {
        VR vr = element.vr();
        if (element.length() == 0 || Tag.group(element.tag()) == 0x0028 && vr == VR.CS) return element;
        if (!vr.isText()) return isIdentifying(element) ? null : element;
        if (element.length() > LONGEST_TEXT) return null;
        return cleanText(element, characterSet);
    }

    private Element cleanText(Element element, SpecificCharacterSet characterSet) throws DicomException {
        byte[] bytes = element.bytes();
        if (element.tag() == Tag.SPECIFIC_CHARACTER_SET) return element;
        boolean local = element.vr().kind() == VR.Kind.LOCAL_TEXT;
        SpecificCharacterSet set = local ? characterSet : SpecificCharacterSet.DEFAULT;
        List<String> values = set.values(bytes, element.vr());
        List<String> cleaned = null;
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i);
            String clean = cleanValue(element.vr(), value);
            if (clean == value) continue;
            if (cleaned == null) cleaned = new ArrayList<>(values);
            cleaned.set(i, clean);
        }
        if (cleaned == null) return element;
        String text = String.join("\\", cleaned);
        // Not all character sets can be encoded, so a changed value with other than ASCII characters is emptied.
        if (!StandardCharsets.US_ASCII.newEncoder().canEncode(text)
                || text.replace("\\", "").isBlank()) text = "";
        return Element.of(element.tag(), element.vr(), text.getBytes(StandardCharsets.US_ASCII), true);
    }

    /** Returns the cleaned value: the same object if nothing changes. */
    private String cleanValue(VR vr, String value) {
        switch (vr) {
            case DS, IS, AS, DA, TM, DT, UI -> {
                String plain = trim(value);
                if (!ValueForm.fits(vr, plain)) return "";
                // A number is removed only if all of it is an identity.
                boolean number = vr == VR.DS || vr == VR.IS;
                return number && plain.length() > 4 && identities.without(plain).isEmpty() ? "" : value;
            }
            default -> {
                String rest = identities.without(value);
                return rest.equals(value)
                        ? value
                        : rest.replaceAll("\\s+", " ")
                                .replaceAll("\\^{2,}", "^")
                                .strip();
            }
        }
    }

    private static String trim(String value) {
        int end = value.length();
        int start = 0;
        while (end > start && (value.charAt(end - 1) == ' ' || value.charAt(end - 1) == 0)) end--;
        while (start < end && value.charAt(start) == ' ') start++;
        return value.substring(start, end);
    }

    private boolean isIdentifying(Element element) throws DicomException {
        if (identities.isEmpty()) return false;
        if (element.bulk().isEmpty()) {
            byte[] bytes = element.bytes();
            return identities.areIn(bytes, bytes.length);
        }
        BulkData bulk = element.bulk().get();
        // Fragments cannot be searched, so they count as identifying.
        if (bulk.isEncapsulated()) return true;
        try (ByteSource source = bulk.source().open()) {
            return areIn(source, bulk);
        } catch (IOException e) {
            throw DicomException.of(
                    e,
                    Location.ofFile(bulk.source().name()).withTag(element.tag()).withOffset(bulk.offset()));
        }
    }

    /** Searches a large value in pieces. They overlap by the length of the longest identity. */
    private boolean areIn(ByteSource source, BulkData bulk) throws IOException {
        int overlap = identities.longest() - 1;
        byte[] piece = new byte[PIECE + overlap];
        int kept = 0;
        for (long done = 0; done < bulk.length(); ) {
            int size = (int) Math.min(PIECE, bulk.length() - done);
            source.read(bulk.offset() + done, piece, kept, size);
            if (identities.areIn(piece, kept + size)) return true;
            int rest = Math.min(overlap, kept + size);
            System.arraycopy(piece, kept + size - rest, piece, 0, rest);
            kept = rest;
            done += size;
        }
        return false;
    }
}
