package hounsfield.dataset.export;

import hounsfield.dataset.csv.CsvLine;
import hounsfield.dataset.picture.ExportNames;
import hounsfield.dataset.picture.ExportOutcome;
import hounsfield.dataset.picture.ExportSettings;
import hounsfield.deidentify.key.Pseudonyms;
import hounsfield.standard.error.OneLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of the list: file, frame (from 0), picture, reason. An anonymous list has pseudonyms of the file, the patient, the study
 * and the series. The first cell of a line identifies its unit.
 */
final class ExportLines {
    /** Reasons that may not apply to a later run. */
    static final String TAKEN = "another file, which this export did not write, has the name of the picture";

    private static final String MEMORY = "more memory";
    private static final int GROUPS = 3;
    /** The frame, and the empty cell of the picture if there is none. */
    private static final Pattern REST = Pattern.compile("(\\d{0,9}),(,?)");

    /** Names of pictures, which do not depend on the shard. */
    private final List<String> pictures = new ArrayList<>();

    private final List<String> names;
    private final String suffix;
    private final Optional<Pseudonyms> key;

    /** @param key the pseudonyms of an anonymous list */
    ExportLines(ExportUnits<?> units, ExportSettings settings, Optional<Pseudonyms> key) {
        names = units.names();
        this.key = key;
        List<String> all = units.allNames();
        ExportNames given = new ExportNames(all, key);
        for (int i = 0; i < all.size() && pictures.size() < names.size(); i++) {
            if (all.get(i).equals(names.get(pictures.size()))) pictures.add(given.name(i));
        }
        suffix = settings.format().suffix();
    }

    /** Returns the first line. */
    String heading() {
        return key.isPresent() ? "file,patient,study,series,frame,picture,reason\n" : "file,frame,picture,reason\n";
    }

    /** Returns the cell of a file, with the comma after it. */
    String start(String name) {
        String cell = new CsvLine()
                .add(key.isPresent() ? ExportNames.mark(name, key.get()) : OneLine.of(name))
                .end();
        return cell.substring(0, cell.length() - 1) + ",";
    }

    /** Returns the name of the pictures of a unit. */
    String name(int unit) {
        return pictures.get(unit);
    }

    /** Returns the name of a picture, made from the common name of all pictures of its unit. */
    String picture(String name, Line line, int lines) {
        return ExportNames.picture(name, Math.max(0, line.frame), lines, suffix);
    }

    /** Returns the lines of a unit. */
    String of(int unit, ExportOutcome outcome) {
        String begin = start(names.get(unit));
        CsvLine line = new CsvLine();
        outcome.groups().forEach(line::add);
        if (!outcome.groups().isEmpty()) begin += line.end().strip() + ",";
        if (outcome.pictures().isEmpty() && outcome.isListed()) {
            return begin + line.add(null).add(null).add(outcome.reason()).end();
        }
        StringBuilder text = new StringBuilder();
        int count = outcome.pictures().size();
        for (ExportOutcome.Frame each : outcome.pictures()) {
            boolean whole = each.frame() == ExportOutcome.Frame.WHOLE;
            line.add(whole ? null : (long) each.frame());
            String picture = ExportNames.picture(name(unit), Math.max(0, each.frame()), count, suffix);
            line.add(each.reason().isEmpty() ? picture : null).add(each.reason().isEmpty() ? null : each.reason());
            text.append(begin).append(line.end());
        }
        return text.toString();
    }

    /** Returns the line of a file or folder that is not a unit. */
    String leftOut(String name, String reason) {
        CsvLine line = new CsvLine();
        String groups = key.isPresent() ? ",,," : "";
        return start(name) + groups + line.add(null).add(null).add(reason).end();
    }

    /** Returns a line with a reason in place of its picture. */
    String without(Line line, String reason) {
        String text = line.text.substring(0, line.frameEnd);
        return text + new CsvLine().add(null).add(null).add(reason).end();
    }

    /**
     * A line of a unit.
     *
     * @param text the line with its line feed
     * @param frame index from 0; -1 if the line is not about a single frame
     * @param frameEnd index after the cell of the frame
     * @param hasPicture whether it names a picture
     */
    record Line(String text, int frame, int frameEnd, boolean hasPicture) {
        /** Returns whether another run may succeed. */
        boolean isWorthAnotherTry() {
            return !hasPicture && (text.contains(TAKEN) || text.contains(MEMORY));
        }
    }

    /** Returns the lines of a unit, which begin with its cell; empty if a line has another form. */
    Optional<List<Line>> read(int unit, String lines) {
        int start = start(names.get(unit)).length();
        List<Line> read = new ArrayList<>();
        for (String text : lines.lines().toList()) {
            int begin = start;
            for (int i = 0; key.isPresent() && i < GROUPS; i++) begin = text.indexOf(',', begin) + 1;
            Matcher matcher = REST.matcher(text).region(Math.min(begin, text.length()), text.length());
            if (begin < start || !matcher.lookingAt()) return Optional.empty();
            int frame = matcher.group(1).isEmpty() ? -1 : Integer.parseInt(matcher.group(1));
            read.add(new Line(
                    text + "\n", frame, matcher.end(1), matcher.group(2).isEmpty()));
        }
        return Optional.of(read);
    }
}
