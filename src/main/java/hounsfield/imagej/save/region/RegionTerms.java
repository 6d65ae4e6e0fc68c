package hounsfield.imagej.save.region;

import hounsfield.derive.region.StructureTerm;
import hounsfield.region.PlacedRegion;
import hounsfield.region.Region;
import hounsfield.region.RegionCodes;
import hounsfield.standard.Labels;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * SNOMED CT terms that a user has chosen for regions.
 *
 * @param byName the terms by name of region, in lower case; other regions keep the codes of their file or get the term that their name
 *     suggests
 */
public record RegionTerms(Map<String, StructureTerm> byName) {
    /** No term is chosen. */
    public static final RegionTerms NONE = new RegionTerms(Map.of());

    /** A name, which may have commas and colons, then its term, then a comma or the end. */
    private static final Pattern PAIR = Pattern.compile("\\s*(.+?)\\s*:\\s*([A-Za-z ]+?)\\s*(?:,|$)");

    /**
     * Reads a text of names and terms.
     *
     * @param text such as {@code Lesion: Neoplasm, Area 1: Liver}, in any case; may be blank
     * @return the terms
     * @throws IllegalArgumentException if the text has another form or an unknown term
     */
    public static RegionTerms of(String text) {
        Map<String, StructureTerm> terms = new LinkedHashMap<>();
        Matcher pairs = PAIR.matcher(text);
        int end = 0;
        while (end < text.length() && pairs.find(end) && pairs.start() == end) {
            String word = pairs.group(2);
            Optional<StructureTerm> term = Labels.find(List.of(StructureTerm.values()), RegionTerms::label, word);
            terms.put(
                    pairs.group(1).toLowerCase(Locale.ROOT),
                    term.orElseThrow(() -> Labels.unknown("term", word, labels())));
            end = pairs.end();
        }
        if (!text.substring(end).isBlank()) {
            throw new IllegalArgumentException("the codes \"" + text + "\" are not names with terms, such as"
                    + " \"Lesion: Neoplasm, Area 1: Liver\"");
        }
        return new RegionTerms(terms);
    }

    /** {@return the labels of all terms} */
    public static List<String> labels() {
        return Arrays.stream(StructureTerm.values()).map(RegionTerms::label).toList();
    }

    private static String label(StructureTerm term) {
        return term.code().meaning();
    }

    /** Returns the label of a region for which the user chooses no term: the type in its file, or the term that its name suggests. */
    static String suggested(Region region) {
        return region.codes()
                .type()
                .map(code -> code.meaning())
                .orElseGet(() -> label(StructureTerm.of(region.name()).orElse(StructureTerm.TISSUE)));
    }

    /**
     * Returns regions with their chosen terms. A side in the name remains a modifier.
     *
     * @throws IllegalArgumentException if no region has one of the names
     */
    List<PlacedRegion> on(List<PlacedRegion> regions) {
        List<String> names =
                regions.stream().map(each -> each.region().name()).distinct().toList();
        for (String chosen : byName.keySet()) {
            if (names.stream().noneMatch(name -> name.toLowerCase(Locale.ROOT).equals(chosen)))
                throw Labels.unknown("region", chosen, names);
        }
        return regions.stream().map(this::on).collect(Collectors.toList());
    }

    private PlacedRegion on(PlacedRegion placed) {
        Region region = placed.region();
        StructureTerm term = byName.get(region.name().toLowerCase(Locale.ROOT));
        if (term == null) return placed;
        RegionCodes codes = new RegionCodes(
                region.codes().interpretedType(),
                Optional.of(term.category()),
                Optional.of(term.code()),
                StructureTerm.sideOf(region.name()),
                region.codes().anatomicRegion());
        return placed.of(new Region(
                region.number(),
                region.name(),
                region.color(),
                codes,
                region.algorithm(),
                region.trackingId(),
                region.trackingUid()));
    }
}
