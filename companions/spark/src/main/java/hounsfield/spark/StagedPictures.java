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
    /** The folder of the pictures of all parts under way. */
    static final String WORK = "_work";

    private final FileSystem files;
    private final String output;
    private final Path folder;
    private final Map<Path, Path> places = new LinkedHashMap<>();

    StagedPictures(FileSystem files, PartTarget target, int number) {
        this.files = files;
        output = target.folder();
        folder = new Path(new Path(output, WORK), target.part(number).getName());
    }

    /** Moves a picture from the disk of the task to the output. */
    void add(java.nio.file.Path draft, String picture) throws IOException {
        Path staged = new Path(folder, Integer.toString(places.size()));
        try (OutputStream out = files.create(staged, true)) {
            Files.copy(draft, out);
        }
        Files.delete(draft);
        // A name with a colon is a path only after a folder.
        places.put(staged, new Path(output + "/" + picture));
    }

    /** Moves the pictures in their places. Those of a run that was killed before its list are the same, and are replaced. */
    void place() throws IOException {
        for (Map.Entry<Path, Path> each : places.entrySet()) {
            files.mkdirs(each.getValue().getParent());
            files.delete(each.getValue(), false);
            if (!files.rename(each.getKey(), each.getValue()))
                throw new IOException("a picture cannot be moved in its place");
        }
    }

    void remove() throws IOException {
        files.delete(folder, true);
    }
}
