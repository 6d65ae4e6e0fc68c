package hounsfield.spark;

import hounsfield.dataset.picture.ExportNames;
import hounsfield.deidentify.key.Pseudonyms;
import hounsfield.standard.error.OneLine;
import java.util.List;
import java.util.Optional;

/**
 * What the output of an export says of a file: its name, or its pseudonym.
 *
 * @param key of the pseudonyms; empty for names
 */
record FileMarks(Optional<Pseudonyms> key) {
    /** @param secret empty for names */
    static FileMarks of(byte[] secret) {
        return new FileMarks(secret.length == 0 ? Optional.empty() : Optional.of(new Pseudonyms(secret)));
    }

    /** Returns the line of a file in the list of a part. */
    String line(FoundFile file) {
        return key.isPresent() ? ExportNames.mark(file.name(), key.get()) : Names.line(file.name());
    }

    /** Returns the first cell of the lines of a file. */
    String cell(FoundFile file) {
        return key.isPresent() ? ExportNames.mark(file.name(), key.get()) : OneLine.of(file.name());
    }

    /** Returns the cells of groups of a file that has no header. */
    List<String> unknown() {
        return key.isPresent() ? List.of("", "", "") : List.of();
    }

    String heading() {
        return key.isPresent() ? "file,patient,study,series,frame,picture,reason\n" : "file,frame,picture,reason\n";
    }
}
