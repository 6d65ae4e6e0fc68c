package hounsfield.region;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A selection of the regions of a file: numbers, ranges of numbers such as {@code 3-5}, and names, separated by commas.
 *
 * @param words the parts; none for all regions
 */
public record RegionSelection(List<String> words) {
    /** All regions. */
    public static final RegionSelection ALL = new RegionSelection(List.of());

    /** The most names in a message. */
    private static final int SHOWN = 20;

    /**
     * Copies the words.
     *
     * @param words the parts
     */
    public RegionSelection {
        words = List.copyOf(words);
    }

    /**
     * Parses a selection.
     *
     * @param text numbers, ranges and names, separated by commas; blank for all
     * @return the selection
     */
    public static RegionSelection of(String text) {
        return new RegionSelection(Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList());
    }

    /**
     * Selects regions.
     *
     * @param all the regions of a file
     * @return the selected ones, in the order of the file
     * @throws IllegalArgumentException if a part selects nothing; the message lists the regions
     */
    public List<Region> of(List<Region> all) {
        if (words.isEmpty()) return List.copyOf(all);
        List<Region> selected = new ArrayList<>();
        for (String word : words) {
            List<Region> found =
                    all.stream().filter(region -> isMeant(word, region)).toList();
            if (found.isEmpty()) throw new IllegalArgumentException("no region \"" + word + "\"; " + listed(all));
            selected.addAll(found);
        }
        return all.stream().filter(selected::contains).toList();
    }

    private static String listed(List<Region> all) {
        if (all.isEmpty()) return "the file has none";
        String names = all.stream()
                .limit(SHOWN)
                .map(region -> region.number() + " " + region.name())
                .collect(Collectors.joining(", "));
        return "there are " + names + (all.size() > SHOWN ? ", and " + (all.size() - SHOWN) + " more" : "");
    }

    private static boolean isMeant(String word, Region region) {
        if (word.toLowerCase(Locale.ROOT).equals(region.name().toLowerCase(Locale.ROOT))) return true;
        String[] ends = word.split("-", 2);
        try {
            int from = Integer.parseInt(ends[0].strip());
            int to = ends.length == 1 ? from : Integer.parseInt(ends[1].strip());
            return region.number() >= from && region.number() <= to;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
