package hounsfield.spark;

import java.util.List;

/** Names of files as lines of text. */
final class Names {
    private Names() {}

    static List<String> lines(List<FoundFile> files) {
        return files.stream().map(file -> line(file.name())).toList();
    }

    static String line(String name) {
        return name.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }
}
