package hounsfield.deidentify.profile;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes {@code src/main/resources/hounsfield/deidentify/profile/confidentiality.tsv} from PS3.15 table E.1-1 as JSON (the form
 * of the public repository innolitics/dicom-standard, {@code confidentiality_profile_attributes.json}).
 *
 * <pre>java -cp target/test-classes:gson.jar hounsfield.deidentify.profile.ProfileGenerator profile.json</pre>
 *
 * A line holds tag, action of the basic profile, and a letter with an action for each option, such as {@code FK MC}. An
 * {@code x} in a tag stands for any digit; such lines are last. Private elements are not in the file.
 */
final class ProfileGenerator {
    static final Path TARGET = Path.of("src/main/resources/hounsfield/deidentify/profile/confidentiality.tsv");

    private static final Map<String, String> LETTERS = new LinkedHashMap<>();

    static {
        LETTERS.put("rtnUIDsOpt", "U");
        LETTERS.put("rtnDevIdOpt", "D");
        LETTERS.put("rtnInstIdOpt", "I");
        LETTERS.put("rtnPatCharsOpt", "P");
        LETTERS.put("rtnLongFullDatesOpt", "F");
        LETTERS.put("rtnLongModifDatesOpt", "M");
        LETTERS.put("cleanDescOpt", "T");
        LETTERS.put("cleanStructContOpt", "S");
        LETTERS.put("cleanGraphOpt", "G");
    }

    private ProfileGenerator() {}

    public static void main(String[] arguments) throws IOException {
        Files.createDirectories(TARGET.getParent());
        Files.writeString(TARGET, generate(Path.of(arguments[0])));
    }

    /** The whole text of the resource. */
    static String generate(Path profile) throws IOException {
        List<String> singles = new ArrayList<>();
        List<String> patterns = new ArrayList<>();
        try (Reader reader = Files.newBufferedReader(profile)) {
            for (JsonElement element : JsonParser.parseReader(reader).getAsJsonArray()) {
                JsonObject attribute = element.getAsJsonObject();
                String id = attribute.get("id").getAsString();
                if (id.length() != 8) continue;
                String tag = id.toUpperCase(Locale.ROOT).replace('X', 'x');
                (tag.contains("x") ? patterns : singles).add(tag + line(attribute));
            }
        }
        singles.sort(null);
        patterns.sort(null);
        singles.addAll(patterns);
        return String.join("\n", singles) + "\n";
    }

    private static String line(JsonObject attribute) {
        List<String> options = new ArrayList<>();
        LETTERS.forEach((key, letter) -> {
            if (attribute.has(key)) options.add(letter + attribute.get(key).getAsString());
        });
        return "\t" + attribute.get("basicProfile").getAsString() + "\t" + String.join(" ", options);
    }
}
