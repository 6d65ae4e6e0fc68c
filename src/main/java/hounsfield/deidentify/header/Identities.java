package hounsfield.deidentify.header;

import hounsfield.data.DataSet;
import hounsfield.data.Element;
import hounsfield.deidentify.profile.Profile;
import hounsfield.deidentify.profile.ProfileOption;
import hounsfield.standard.Tag;
import hounsfield.standard.VR;
import hounsfield.standard.error.DicomException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The texts that identify people in a file: the parts of all names, the identifiers of the patient, addresses and institutions. All
 * values that are kept are searched for them. Matches ignore case. A part of up to {@value #WHOLE_WORDS} characters matches whole words
 * only.
 */
final class Identities {
    private static final int SHORTEST_NAME = 3;
    private static final int SHORTEST_ID = 4;
    private static final int WHOLE_WORDS = 4;
    /** The longest identity. Of a longer text, such as a note in an address, only the words are searched for. */
    private static final int LONGEST = 64;

    private static final int MOST = 200;
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private final List<String> parts;
    /** The parts of more than {@link #WHOLE_WORDS} characters in UTF-8, with ASCII letters in upper case. */
    private final List<byte[]> encoded = new ArrayList<>();

    private Identities(Set<String> parts) {
        // Longer parts come first, because they may contain shorter ones.
        this.parts = parts.stream()
                .sorted((a, b) -> b.length() - a.length())
                .limit(MOST)
                .toList();
        for (String part : this.parts) {
            if (part.length() > WHOLE_WORDS) encoded.add(upper(part.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** Collects the identities of a Data Set and of all Items below it. */
    static Identities of(DataSet dataSet, Profile profile) {
        Set<String> parts = new LinkedHashSet<>();
        collect(dataSet, profile.has(ProfileOption.RETAIN_INSTITUTION_IDENTITY), parts, 0);
        return new Identities(parts);
    }

    private static void collect(DataSet dataSet, boolean institutionsStay, Set<String> parts, int depth) {
        for (Element element : dataSet) {
            if (element.isSequence()) {
                if (depth >= HeaderCleaner.DEEPEST) continue;
                for (DataSet item : element.items()) collect(item, institutionsStay, parts, depth + 1);
            } else if (element.vr() == VR.PN) {
                for (String name : texts(dataSet, element)) addName(name, parts);
            } else if (isIdentifier(element.tag()) || !institutionsStay && isInstitution(element.tag())) {
                for (String text : texts(dataSet, element)) addIdentifier(text, parts);
            }
        }
    }

    private static boolean isIdentifier(int tag) {
        return switch (tag) {
            case Tag.PATIENT_ID,
                    Tag.OTHER_PATIENT_I_DS,
                    Tag.ACCESSION_NUMBER,
                    Tag.ADMISSION_ID,
                    Tag.PATIENT_ADDRESS,
                    Tag.PATIENT_TELEPHONE_NUMBERS -> true;
            default -> false;
        };
    }

    private static boolean isInstitution(int tag) {
        return tag == Tag.INSTITUTION_NAME || tag == Tag.INSTITUTION_ADDRESS;
    }

    private static List<String> texts(DataSet dataSet, Element element) {
        try {
            return element.length() > 1 << 16 ? List.of() : dataSet.strings(element.tag());
        } catch (DicomException e) {
            return List.of();
        }
    }

    private static void addName(String name, Set<String> parts) {
        List<String> words = new ArrayList<>();
        for (String word : SEPARATORS.split(name)) {
            if (word.isEmpty()) continue;
            words.add(word);
            // Two ideographs can be a whole name.
            boolean ideographs = word.codePoints().allMatch(Character::isIdeographic);
            boolean letters = word.codePoints().anyMatch(Character::isLetter);
            if ((word.length() >= SHORTEST_NAME || ideographs && word.length() == 2) && letters) add(word, parts);
        }
        for (int i = 0; i + 1 < words.size(); i++) {
            if (SafeWords.contains(words.get(i)) || SafeWords.contains(words.get(i + 1))) continue;
            add(words.get(i) + words.get(i + 1), parts);
            add(words.get(i + 1) + words.get(i), parts);
        }
        if (name.strip().length() > WHOLE_WORDS) add(name.strip(), parts);
    }

    private static void addIdentifier(String text, Set<String> parts) {
        String whole = text.strip();
        if (whole.length() >= SHORTEST_ID) add(whole, parts);
        for (String word : SEPARATORS.split(whole)) {
            if (word.length() > WHOLE_WORDS) add(word, parts);
        }
    }

    private static void add(String part, Set<String> parts) {
        if (part.length() >= 2 && part.length() <= LONGEST && !SafeWords.contains(part)) parts.add(part);
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    /** Removes the identities from a text; returns the same object if there are none. */
    String without(String text) {
        String rest = text;
        for (String part : parts) {
            for (int at = indexOf(rest, part, 0); at >= 0; at = indexOf(rest, part, at)) {
                rest = rest.substring(0, at) + rest.substring(at + part.length());
            }
        }
        return rest;
    }

    private static int indexOf(String text, String part, int from) {
        char first = Character.toLowerCase(part.charAt(0));
        boolean whole = part.length() <= WHOLE_WORDS;
        boolean number = isNumber(part);
        for (int i = from; i + part.length() <= text.length(); i++) {
            if (Character.toLowerCase(text.charAt(i)) != first
                    || !text.regionMatches(true, i, part, 0, part.length())) {
                continue;
            }
            int end = i + part.length();
            boolean ideographs = Character.isIdeographic(part.codePointAt(0));
            if (ideographs || !continues(text, i - 1, whole, number) && !continues(text, end, whole, number)) return i;
        }
        return -1;
    }

    private static boolean isNumber(String part) {
        for (int i = 0; i < part.length(); i++) if (!Character.isDigit(part.charAt(i))) return false;
        return true;
    }

    /** Returns whether a character beside a match shows that the match is a part of another word or number. */
    private static boolean continues(String text, int at, boolean whole, boolean number) {
        if (at < 0 || at >= text.length()) return false;
        char beside = text.charAt(at);
        return whole && Character.isLetterOrDigit(beside) || number && Character.isDigit(beside);
    }

    /** Returns whether bytes contain one of the longer identities, in ASCII or UTF-8. */
    boolean areIn(byte[] bytes, int length) {
        for (byte[] part : encoded) {
            byte first = part[0];
            for (int i = 0; i + part.length <= length; i++) {
                if (upper(bytes[i]) != first) continue;
                int matched = 1;
                while (matched < part.length && upper(bytes[i + matched]) == part[matched]) matched++;
                if (matched == part.length) return true;
            }
        }
        return false;
    }

    /** Returns the length of the longest identity [bytes]. */
    int longest() {
        int longest = 1;
        for (byte[] part : encoded) longest = Math.max(longest, part.length);
        return longest;
    }

    private static byte[] upper(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) bytes[i] = upper(bytes[i]);
        return bytes;
    }

    private static byte upper(byte code) {
        return code >= 'a' && code <= 'z' ? (byte) (code - 32) : code;
    }
}
