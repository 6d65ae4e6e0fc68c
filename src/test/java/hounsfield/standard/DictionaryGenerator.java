package hounsfield.standard;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes {@code src/main/resources/hounsfield/standard/dictionary.tsv} from PS3.6 as JSON (the form of the public repository
 * innolitics/dicom-standard, {@code attributes.json}) and from the command elements of PS3.7, which that file lacks and {@code
 * command-elements.tsv} contains.
 *
 * <pre>java -cp target/test-classes:gson.jar hounsfield.standard.DictionaryGenerator attributes.json</pre>
 *
 * A line holds tag, VR, VM, keyword, name and {@code R} for a retired element, separated by tabs; an {@code x} in a tag
 * stands for any digit. Single tags come first, ascending, then the ranges.
 */
public final class DictionaryGenerator {
    static final Path TARGET = Path.of("src/main/resources/hounsfield/standard/dictionary.tsv");
    static final Path COMMANDS = Path.of("src/test/resources/hounsfield/standard/command-elements.tsv");

    private DictionaryGenerator() {}

    public static void main(String[] arguments) throws IOException {
        Files.writeString(TARGET, generate(Path.of(arguments[0])));
    }

    /** The whole text of the resource. */
    static String generate(Path attributes) throws IOException {
        List<String> singles = new ArrayList<>(Files.readAllLines(COMMANDS));
        List<String> ranges = new ArrayList<>();
        try (Reader reader = Files.newBufferedReader(attributes)) {
            for (JsonElement element : JsonParser.parseReader(reader).getAsJsonArray()) {
                String line = line(element.getAsJsonObject());
                if (line.isEmpty()) continue;
                (line.substring(0, 8).contains("x") ? ranges : singles).add(line);
            }
        }
        singles.sort(null);
        ranges.sort(null);
        singles.addAll(ranges);
        return String.join("\n", singles) + "\n";
    }

    /** One line, empty for the retired tags of which PS3.6 has kept nothing but the number. */
    private static String line(JsonObject attribute) {
        String id = attribute.get("id").getAsString();
        String vr = attribute.get("valueRepresentation").getAsString();
        if (vr.isEmpty()) return "";
        return String.join(
                "\t",
                id.toUpperCase(Locale.ROOT).replace('X', 'x'),
                vr.startsWith("See Note") ? "" : vr,
                attribute.get("valueMultiplicity").getAsString(),
                attribute.get("keyword").getAsString(),
                attribute.get("name").getAsString(),
                attribute.get("retired").getAsString().equals("Y") ? "R" : "");
    }
}
