package hounsfield.standard;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A SOP Class of stored objects (PS3.4 B.5, PS3.6 annex A). The table is loaded at the first use.
 *
 * @param uid the SOP Class UID
 * @param name the name in PS3.6, such as {@code Enhanced SR Storage}
 * @param content a description of the content, such as {@code a structured report}; empty for images
 */
public record SopClass(String uid, String name, String content) {
    /** A DICOMDIR (PS3.10 8.6). */
    public static final String MEDIA_STORAGE_DIRECTORY = "1.2.840.10008.1.3.10";

    /** Segmentation Storage. */
    public static final String SEGMENTATION = "1.2.840.10008.5.1.4.1.1.66.4";

    /** RT Structure Set Storage. */
    public static final String RT_STRUCTURE_SET = "1.2.840.10008.5.1.4.1.1.481.3";

    /** Key Object Selection Document Storage. */
    public static final String KEY_OBJECT_SELECTION = "1.2.840.10008.5.1.4.1.1.88.59";

    private static final String RESOURCE = "sop-classes.tsv";

    /**
     * Finds the SOP Class of a UID.
     *
     * @param uid a SOP Class UID
     * @return the SOP Class; empty if it is not in PS3.6
     */
    public static Optional<SopClass> find(String uid) {
        return Optional.ofNullable(Loaded.BY_UID.get(uid));
    }

    private static final class Loaded {
        static final Map<String, SopClass> BY_UID = load();

        private static Map<String, SopClass> load() {
            Map<String, SopClass> byUid = new HashMap<>();
            try (InputStream stream = SopClass.class.getResourceAsStream(RESOURCE)) {
                if (stream == null) throw new FileNotFoundException(RESOURCE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.US_ASCII));
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    String[] fields = line.split("\t", -1);
                    byUid.put(fields[0], new SopClass(fields[0], fields[1], fields[2]));
                }
            } catch (IOException e) {
                throw new UncheckedIOException("the table of SOP Classes is missing from the jar", e);
            }
            return byUid;
        }
    }
}
