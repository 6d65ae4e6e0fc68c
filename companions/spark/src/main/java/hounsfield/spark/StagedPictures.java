package hounsfield.spark;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** The pictures of a part, in a folder of the output until all of them are there. */
final class StagedPictures {
    private final FileSystem files;
    private final String output;
    private final Path folder;
    private final Map<Path, Path> places = new LinkedHashMap<>();

    /** @param folder of the work of a task */
    StagedPictures(FileSystem files, String output, Path folder) {
        this.files = files;
        this.output = output;
        this.folder = folder;
    }

    /** Returns the number of the next picture. */
    int next() {
        return places.size();
    }

    /** Moves a picture from the disk of the task to the output. */
    void add(java.nio.file.Path draft, String picture) throws IOException {
        Path staged = staged(places.size());
        try (OutputStream out = Storage.create(files, staged)) {
            Files.copy(draft, out);
        }
        Files.delete(draft);
        places.put(staged, target(picture));
    }

    /** Takes a picture that an earlier run had written, unless it was moved into place. */
    void keep(int number, String picture) throws IOException {
        if (files.exists(staged(number))) places.put(staged(number), target(picture));
    }

    /** Returns whether an earlier run has written a picture. */
    boolean has(int number, String picture) throws IOException {
        return files.exists(staged(number)) || files.exists(target(picture));
    }

    private Path staged(int number) {
        return new Path(folder, Integer.toString(number));
    }

    private Path target(String picture) {
        // A name with a colon is a path only after a folder.
        return new Path(output + "/" + picture);
    }

    /** Moves the pictures into place. Those of a run that was killed before its list are the same, and are replaced. */
    void place() throws IOException {
        for (Map.Entry<Path, Path> each : places.entrySet()) {
            Storage.mkdirs(files, each.getValue().getParent());
            files.delete(each.getValue(), false);
            if (!files.rename(each.getKey(), each.getValue()))
                throw new IOException("a picture cannot be moved into place");
        }
    }
}
