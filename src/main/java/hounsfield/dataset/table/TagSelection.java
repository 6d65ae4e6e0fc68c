package hounsfield.dataset.table;

import hounsfield.standard.Dictionary;
import hounsfield.standard.Tag;
import hounsfield.standard.TagName;
import hounsfield.standard.VR;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The elements of a file selected by a user. */
public final class TagSelection implements Serializable {
    /** All elements, including those in sequences. */
    public static final TagSelection ALL = new TagSelection(null);

    /** No elements. */
    public static final TagSelection NONE = new TagSelection(List.of());

    private static final String TAG = "\\(?([0-9A-Fa-f]{4}),?([0-9A-Fa-f]{4})\\)?";
    private static final Pattern STEP = Pattern.compile("(?:" + TAG + "|([A-Za-z]\\w*))(?:\\[(\\d{1,9})?\\])?");
    /** A tag with a comma, which does not separate elements, or any text up to a separator. */
    private static final String NAME =
            "(?:\\(?[0-9A-Fa-f]{4},[0-9A-Fa-f]{4}(?!\\w)\\)?|[^\\s,;.\\[\\]]+)(?:\\[\\d*\\])?";

    private static final Pattern PATH = Pattern.compile(NAME + "(?:\\." + NAME + ")*");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s,;]*");
    private static final int ANY = -1;

    /** A step to an element: its tag, and for a sequence the index of the Item or {@link #ANY}. */
    private record Step(int tag, int item) {}

    /** Paths from the top level; {@code null} for all elements. */
    private final List<List<TagName>> wanted;

    private TagSelection(List<List<TagName>> wanted) {
        this.wanted = wanted;
    }

    /**
     * Parses a selection: {@code all}, {@code none}, or elements separated by commas or spaces, each a keyword of PS3.6
     * in any case or a tag ({@code PatientID}, {@code 0028,0030}, {@code 00280030}). Elements in sequences are written as {@code
     * SharedFunctionalGroupsSequence[0].PixelMeasuresSequence[0].PixelSpacing}; without an index in brackets, all Items
     * are selected. A sequence selects everything inside it.
     *
     * @param text the selection
     * @return the selection
     * @throws IllegalArgumentException if a word is neither keyword nor tag; the message quotes it
     */
    public static TagSelection parse(String text) {
        String trimmed = text.strip();
        if (trimmed.equalsIgnoreCase("all")) return ALL;
        if (trimmed.equalsIgnoreCase("none")) return NONE;
        List<List<TagName>> wanted = new ArrayList<>();
        Matcher separators = SEPARATORS.matcher(trimmed);
        Matcher path = PATH.matcher(trimmed);
        int at = 0;
        while (separators.region(at, trimmed.length()).lookingAt() && separators.end() < trimmed.length()) {
            at = separators.end();
            if (!path.region(at, trimmed.length()).lookingAt()) throw unknown(trimmed.substring(at));
            wanted.add(TagName.path(path.group()));
            at = path.end();
        }
        if (wanted.isEmpty()) {
            throw new IllegalArgumentException("no tags; write all, none, or keywords: PatientID, PixelSpacing");
        }
        return new TagSelection(List.copyOf(wanted));
    }

    private static IllegalArgumentException unknown(String word) {
        return new IllegalArgumentException(
                "\"" + word + "\" is not a tag; write keywords like PixelSpacing, or numbers like 0028,0030");
    }

    /** Returns whether an element is selected. */
    boolean takes(TagPath path) {
        if (wanted == null) return true;
        int depth = path.depth();
        for (List<TagName> steps : wanted) {
            if (steps.size() <= depth + 1 && agrees(steps, path, steps.size())) return true;
        }
        return false;
    }

    /** Returns whether elements in a sequence may be selected. */
    boolean enters(TagPath sequence) {
        if (wanted == null) return true;
        int depth = sequence.depth();
        for (List<TagName> steps : wanted) {
            if (agrees(steps, sequence, Math.min(steps.size(), depth + 1))) return true;
        }
        return false;
    }

    /** Returns whether all elements are named individually. */
    boolean namesEach() {
        return wanted != null && named().size() == wanted.size();
    }

    /** Returns the individually named elements, which have a column even if no file has them. */
    List<TagPath> named() {
        List<TagPath> named = new ArrayList<>();
        if (wanted == null) return named;
        for (List<TagName> steps : wanted) {
            TagPath path = null;
            for (int i = 0; i < steps.size(); i++) {
                TagName step = steps.get(i);
                boolean last = i == steps.size() - 1;
                if (last ? isSequence(step.tag()) || step.item() != TagName.ANY : step.item() == TagName.ANY) {
                    path = null;
                    break;
                }
                path = path == null
                        ? TagPath.of(step.tag())
                        : path.in(steps.get(i - 1).item(), step.tag());
            }
            if (path != null) named.add(path);
        }
        return named;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TagSelection selection && Objects.equals(wanted, selection.wanted);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(wanted);
    }

    /** {@return the selection in the syntax that {@link #parse} reads} */
    @Override
    public String toString() {
        if (wanted == null) return "all";
        if (wanted.isEmpty()) return "none";
        return wanted.stream()
                .map(steps -> steps.stream().map(TagSelection::text).collect(Collectors.joining(".")))
                .collect(Collectors.joining(", "));
    }

    private static String text(TagName step) {
        String tag = String.format(Locale.ROOT, "%04X,%04X", Tag.group(step.tag()), Tag.element(step.tag()));
        return step.item() == TagName.ANY ? tag : tag + "[" + step.item() + "]";
    }

    private static boolean isSequence(int tag) {
        return Dictionary.vrs(tag).contains(VR.SQ) || Tag.isPrivate(tag);
    }

    /** Returns whether the first steps match a path. */
    private static boolean agrees(List<TagName> steps, TagPath path, int count) {
        int depth = path.depth();
        for (int i = 0; i < count; i++) {
            TagName step = steps.get(i);
            TagPath place = path.at(i);
            if (place.tag() != step.tag()) return false;
            // The Item is stored with the element inside it.
            if (i < depth && step.item() != TagName.ANY && path.at(i + 1).item() != step.item()) return false;
        }
        return true;
    }
}
