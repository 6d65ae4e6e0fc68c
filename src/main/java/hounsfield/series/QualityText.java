package hounsfield.series;

import hounsfield.geometry.StackGeometry;
import hounsfield.standard.Numbers;
import java.util.ArrayList;
import java.util.List;

/** The report on a series in two lines. Usual properties are left out. */
final class QualityText {
    /** Maximum number of values in a list. If there are more, the report has only their number. */
    private static final int LISTED = 4;
    /** Smaller angles are not a tilt [degrees]. */
    private static final double UPRIGHT = 0.1;

    private QualityText() {}

    static String geometry(SeriesQuality quality) {
        List<String> parts = new ArrayList<>();
        boolean known = !Double.isNaN(quality.meanSpacing());
        boolean placed = known || quality.slices() == 1 || quality.duplicates() > 0;
        String size =
                placed ? Numbers.count(quality.slices(), "slice") : quality.slices() + " images without positions";
        if (quality.channels() > 1) size += " x " + Numbers.count(quality.channels(), "channel");
        if (quality.times() > 1) size += " x " + Numbers.count(quality.times(), "time point");
        parts.add(size);
        if (known) spacing(quality, parts);
        gaps(quality.gapTexts(), parts);
        if (quality.duplicates() > 0)
            parts.add(Numbers.count(quality.duplicates(), "slice") + " at positions of others");
        if (quality.tilt() > UPRIGHT) parts.add("tilt " + SeriesLabel.rounded(quality.tilt()) + " degrees");
        if (quality.missing() > 0) {
            parts.add(
                    Numbers.count(quality.missing(), "image") + " missing in " + list(quality.incomplete(), "volumes"));
        }
        switch (quality.instanceOrder()) {
            case OPPOSITE -> parts.add("images are numbered against the positions");
            case NEITHER -> parts.add("images are not numbered in the order of the positions");
            default -> {}
        }
        return String.join(", ", parts);
    }

    private static void spacing(SeriesQuality quality, List<String> parts) {
        if (quality.isEven()) {
            parts.add("spacing " + SeriesLabel.rounded(quality.meanSpacing()) + " mm, even");
        } else {
            parts.add("spacing " + SeriesLabel.rounded(quality.leastSpacing()) + " to "
                    + SeriesLabel.rounded(quality.greatestSpacing()) + " mm, mean "
                    + SeriesLabel.rounded(quality.meanSpacing()) + " mm, uneven");
        }
    }

    private static void gaps(List<String> gaps, List<String> parts) {
        if (gaps.size() > LISTED) parts.add(gaps.size() + " gaps");
        else if (!gaps.isEmpty()) parts.add((gaps.size() == 1 ? "gap " : "gaps ") + String.join(", ", gaps));
    }

    /** Returns the position of a gap, such as {@code 12-13 (5 mm)}. */
    static String gap(StackGeometry.Gap gap) {
        return gap.from() + "-" + gap.to() + " (" + SeriesLabel.rounded(gap.mm()) + " mm)";
    }

    static String values(SeriesQuality quality) {
        List<String> parts = new ArrayList<>();
        add(parts, "unit ", quality.units(), "units");
        if (quality.rescales().size() > 1) parts.add(list(quality.rescales(), "rescales"));
        add(parts, "kernel ", quality.kernels(), "kernels");
        add(parts, "window ", quality.windows(), "windows");
        return String.join(", ", parts);
    }

    private static void add(List<String> parts, String word, List<String> values, String plural) {
        if (values.size() == 1) parts.add(word + values.get(0));
        else if (values.size() > 1) parts.add(list(values, plural));
    }

    private static String list(List<String> values, String plural) {
        String count = values.size() + " " + (values.size() == 1 ? plural.substring(0, plural.length() - 1) : plural);
        return values.size() > LISTED ? count : count + " (" + String.join("; ", values) + ")";
    }
}
