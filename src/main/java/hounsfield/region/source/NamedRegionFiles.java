package hounsfield.region.source;

import hounsfield.bytes.ByteSource;
import hounsfield.data.OptionalAttributes;
import hounsfield.parse.DicomFile;
import hounsfield.region.RegionFile;
import hounsfield.series.SeriesScanner;
import hounsfield.series.SourceFiles;
import hounsfield.standard.Tag;
import hounsfield.work.Progress;
import hounsfield.work.Workers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Finds segmentations and structure sets by their SOP Instance UID, in the folder of the file that names them. */
final class NamedRegionFiles {
    private NamedRegionFiles() {}

    /** Returns the files that are found and can be read. */
    static Map<String, RegionFile> find(Path path, Set<String> wanted, Progress progress) throws IOException {
        Map<String, RegionFile> found = new ConcurrentHashMap<>();
        if (wanted.isEmpty()) return found;
        List<? extends ByteSource> sources =
                SourceFiles.of(SeriesScanner.rootOf(path), progress).files();
        Workers.forEach(sources.size(), progress, index -> {
            try {
                DicomFile file = DicomFile.read(sources.get(index));
                String uid = new OptionalAttributes(file.dataSet()).text(Tag.SOP_INSTANCE_UID);
                if (wanted.contains(uid) && RegionFiles.hasRegions(file)) found.put(uid, RegionFiles.of(file));
            } catch (IOException e) {
                // A file that is damaged or not DICOM counts as absent. The caller reports absent files.
            }
        });
        return found;
    }
}
