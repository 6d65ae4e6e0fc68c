package hounsfield.series;

import hounsfield.bytes.ByteSource;
import hounsfield.bytes.FileByteSource;
import hounsfield.bytes.packed.ZipArchive;
import hounsfield.data.OptionalAttributes;
import hounsfield.parse.DicomFile;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.NotDicomException;
import hounsfield.standard.error.OneLine;
import hounsfield.work.Diagnostic;
import hounsfield.work.Progress;
import hounsfield.work.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The files that a path stands for, the same for scans of series, tables and exports: all files of a folder and its
 * subfolders, the entries of a ZIP archive, or the files that a DICOMDIR names.
 *
 * @param root the folder, or the archive
 * @param files the files, sorted by path or name; of a DICOMDIR in the order of its records
 * @param unusable files, folders and entries that cannot be accessed or are refused, and names without a file
 * @param chosen whether the user or a DICOMDIR names each file; then files that are not DICOM are reported
 */
public record SourceFiles(Path root, List<? extends ByteSource> files, List<Diagnostic> unusable, boolean chosen) {
    /**
     * Copies the lists.
     *
     * @param root the folder, or the archive
     * @param files the files
     * @param unusable those that cannot be used
     * @param chosen whether each file was named
     */
    public SourceFiles {
        files = List.copyOf(files);
        unusable = List.copyOf(unusable);
    }

    /**
     * Finds the files of a path. An archive is not unpacked to a disk, and must stay readable; archives in it are not opened.
     *
     * @param path a folder; a ZIP archive; a DICOMDIR, for the files that it names; or another file, which selects its
     *     parent folder
     * @param progress receives progress, and can cancel
     * @return the files
     * @throws IllegalArgumentException if there is no such path
     * @throws NotDicomException if it is another archive or compressed file
     * @throws IOException if the folder or archive cannot be read
     * @throws java.util.concurrent.CancellationException if the user cancelled
     */
    public static SourceFiles of(Path path, Progress progress) throws IOException {
        if (isArchive(path)) return ofArchive(path, progress);
        if (Files.isRegularFile(path)) {
            Optional<Collection<List<String>>> ids = MediaDirectory.fileIds(path);
            if (ids.isPresent()) {
                progress.status("Looking for the files of the DICOMDIR");
                ReferencedFiles referenced = ReferencedFiles.of(path, ids.get(), progress);
                return new SourceFiles(FolderFiles.folderOf(path), referenced.files(), referenced.rejected(), true);
            }
        }
        FolderFiles all = FolderFiles.walk(path, progress);
        return new SourceFiles(all.root(), all.sources(), all.unreadable(), false);
    }

    /**
     * Finds the files of a path that belong to series. Their headers are read in parallel. A file whose header cannot be read belongs
     * to no series.
     *
     * @param path as for {@link #of(Path, Progress)}
     * @param series the series
     * @param progress receives progress, and can cancel
     * @return the files
     * @throws IllegalArgumentException if there is no such path, or a series has no file there
     * @throws IOException if the folder or archive cannot be read
     * @throws java.util.concurrent.CancellationException if the user cancelled
     */
    public static SourceFiles of(Path path, SeriesSelection series, Progress progress) throws IOException {
        SourceFiles all = of(path, progress);
        if (series.isAll()) return all;
        Set<String> wanted = new LinkedHashSet<>(series.uids());
        String[] uids = new String[all.files.size()];
        progress.status("Reading " + uids.length + " headers");
        Workers.forEach(uids.length, progress, index -> uids[index] = seriesOf(all.files.get(index)));
        List<ByteSource> files = new ArrayList<>();
        for (int i = 0; i < uids.length; i++) if (wanted.contains(uids[i])) files.add(all.files.get(i));
        wanted.removeAll(Arrays.asList(uids));
        if (!wanted.isEmpty()) {
            throw new IllegalArgumentException("no file in " + OneLine.of(path) + " belongs to the series "
                    + String.join(", ", wanted) + "; separate Series Instance UIDs by commas");
        }
        return new SourceFiles(all.root, files, List.of(), all.chosen);
    }

    /**
     * Returns the Series Instance UID of a file, {@link Series#NO_UID} if it has none, or {@code null} if its header cannot be read.
     */
    private static String seriesOf(ByteSource source) {
        try {
            DicomFile file = DicomFile.read(source);
            if (file.isMediaStorageDirectory()) return null;
            String uid = new OptionalAttributes(file.dataSet()).text(Tag.SERIES_INSTANCE_UID);
            return uid.isEmpty() ? Series.NO_UID : uid;
        } catch (DicomException e) {
            return null;
        }
    }

    private static SourceFiles ofArchive(Path path, Progress progress) throws IOException {
        progress.status("Reading the directory of the archive");
        ZipArchive zip = ZipArchive.read(new FileByteSource(path));
        List<Diagnostic> refused = new ArrayList<>();
        for (ZipArchive.Refused each : zip.refused()) {
            refused.add(Diagnostic.rejected(each.name(), Optional.empty(), each.reason()));
        }
        return new SourceFiles(path, zip.entries(), refused, false);
    }

    /**
     * Returns whether a path is a ZIP archive by its content.
     *
     * @param path any path
     * @return whether it is a file that begins like one
     * @throws IOException if the file cannot be read
     */
    public static boolean isArchive(Path path) throws IOException {
        return Files.isRegularFile(path) && ZipArchive.isZip(new FileByteSource(path));
    }

    /**
     * Returns the name of a file: its path relative to the folder, separated by {@code /} on every system, or the name of
     * the entry.
     *
     * @param file one of the files
     * @return the name, which may contain line breaks
     */
    public String name(ByteSource file) {
        return FileByteSource.pathOf(file)
                .map(path -> FolderFiles.name(root, path))
                .orElseGet(file::name);
    }

    /**
     * Returns the file on the disk that has the bytes of a file.
     *
     * @param file one of the files
     * @return the file itself, or the archive
     */
    public Path onDisk(ByteSource file) {
        return FileByteSource.pathOf(file).orElse(root);
    }

    /**
     * Returns whether a file that is not DICOM is reported: if it was named, or has an extension of DICOM files.
     *
     * @param file one of the files
     * @return whether its content is reported
     */
    public boolean isExpected(ByteSource file) {
        return isExpected(file, chosen);
    }

    /**
     * Returns whether a name has an extension of DICOM files.
     *
     * @param name the name of a file
     * @return whether the extension is one of DICOM files
     */
    public static boolean isNamedDicom(String name) {
        return FolderFiles.isNamedDicom(name);
    }

    static boolean isExpected(ByteSource file, boolean chosen) {
        return chosen || FolderFiles.isNamedDicom(file.name());
    }

    /**
     * Returns the files that are DICOM by content, whatever their names: images, reports and plans, including damaged
     * ones, but not DICOMDIRs. Headers are read in parallel, without pixels.
     *
     * @param progress receives progress, and can cancel
     * @return the files, in the same order
     * @throws java.util.concurrent.CancellationException if the user cancelled
     */
    public List<ByteSource> dicom(Progress progress) {
        boolean[] dicom = new boolean[files.size()];
        Workers.forEach(dicom.length, progress, index -> dicom[index] = isDicom(files.get(index)));
        return IntStream.range(0, dicom.length)
                .filter(index -> dicom[index])
                .mapToObj(index -> (ByteSource) files.get(index))
                .toList();
    }

    private static boolean isDicom(ByteSource file) {
        try {
            return !DicomFile.read(file).isMediaStorageDirectory();
        } catch (NotDicomException e) {
            return false;
        } catch (DicomException e) {
            return true;
        }
    }
}
