package hounsfield.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each key of each command is in a test that runs the command and calls the facade. */
class OneDoorKeysTest {
    /** The browser is a window, so no call corresponds to it. */
    private static final List<String> NO_CALL = List.of("DICOM Browser: path");

    /** Members begin with four blanks. */
    private static final Pattern MEMBERS = Pattern.compile("\n(?= {4}[@\\w/])");

    @Test
    void allKeysAreComparedWithACall() throws Exception {
        List<String> tests = tests();
        List<String> missing = new ArrayList<>();
        int keys = 0;
        for (Map.Entry<String, List<String>> command :
                ReadmeTest.keysByCommand().entrySet()) {
            List<String> about = tests.stream()
                    .map(test -> textAbout(command.getKey(), test))
                    .toList();
            for (String key : command.getValue()) {
                keys++;
                Pattern use = Pattern.compile("[\" ]" + key + "=|[\\] \"]" + key + "\"|\" " + key + " ");
                if (about.stream().noneMatch(text -> use.matcher(text).find())) {
                    missing.add(command.getKey() + ": " + key);
                }
            }
        }
        assertEquals(NO_CALL, missing);
        assertTrue(keys > 80, "keys: " + keys);
    }

    private static List<String> tests() throws IOException {
        List<String> tests = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("src/test/java/hounsfield/command"))) {
            for (Path file : files.toList()) {
                String text = Files.readString(file);
                if (text.contains("@Test") && text.contains("Hounsfield.")) tests.add(text);
            }
        }
        return tests;
    }

    /** Returns the tests of a class that name a command; all of them if the class has its name elsewhere. */
    private static String textAbout(String command, String test) {
        String name = "\"" + command + "\"";
        if (!test.contains(name)) return "";
        List<String> members = Arrays.asList(MEMBERS.split(test));
        StringBuilder about = new StringBuilder();
        for (int i = 0; i < members.size(); i++) {
            if (!members.get(i).contains(name)) continue;
            boolean isTest = i > 0 && members.get(i - 1).strip().matches("(?s).*@(Parameterized)?Test(\\s.*)?");
            if (!isTest) return test;
            about.append(members.get(i));
        }
        return about.toString();
    }
}
