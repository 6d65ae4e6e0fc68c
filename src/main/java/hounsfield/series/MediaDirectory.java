package hounsfield.series;

import hounsfield.data.DataSet;
import hounsfield.data.OptionalAttributes;
import hounsfield.parse.DicomFile;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The content of a DICOMDIR (PS3.3 F.3). */
final class MediaDirectory {
    private MediaDirectory() {}

    /**
     * Returns the names of the files in a DICOMDIR. All records count, whether or not the offsets between records lead to
     * them, except those that are marked as inactive.
     *
     * @param path a file
     * @return the parts of each Referenced File ID, each once; empty if the file is not a DICOMDIR
     */
    static Optional<Collection<List<String>>> fileIds(Path path) {
        DicomFile file;
        try {
            file = DicomFile.read(path);
        } catch (DicomException e) {
            return Optional.empty();
        }
        if (!file.isMediaStorageDirectory()) return Optional.empty();
        Set<List<String>> ids = new LinkedHashSet<>();
        for (DataSet each : file.dataSet().items(Tag.DIRECTORY_RECORD_SEQUENCE)) {
            OptionalAttributes attributes = new OptionalAttributes(each);
            if (attributes.integer(Tag.RECORD_IN_USE_FLAG).orElse(-1) == 0) continue;
            List<String> id = attributes.texts(Tag.REFERENCED_FILE_ID);
            if (!id.isEmpty()) ids.add(id);
        }
        return Optional.of(ids);
    }
}
