package hounsfield.series;

import hounsfield.bytes.ByteSource;
import hounsfield.bytes.FileByteSource;
import hounsfield.bytes.packed.ZipArchive;
import hounsfield.parse.DicomFile;
import hounsfield.standard.error.DicomException;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;

/**
 * Finds out whether a path holds DICOM, by the content of files, in a few milliseconds. In folders and archives it
 * reads only the first files, so it misses DICOM files after many others.
 */
public final class DicomProbe {
    /** What a path holds. */
    public enum Kind {
        /** One DICOM file that is not a DICOMDIR, possibly compressed with gzip. */
        FILE,
        /** A folder or ZIP archive with DICOM files in it, or a DICOMDIR. */
        COLLECTION,
        /** Something else, or nothing. */
        OTHER
    }

    /** Maximum number of files whose content is read. */
    private static final int FILES = 24;
    /** Maximum number of names in folders. */
    private static final int NAMES = 1000;
    /** Maximum number of folders below the folder. */
    private static final int FOLDERS = 24;

    private static final int PREAMBLE = 128;
    private static final String DIRECTORY = "DICOMDIR";

    /** Extensions of files that are not read in folders. */
    private static final Set<String> FOREIGN = Set.of(
            "avi", "bmp", "csv", "doc", "docx", "gif", "htm", "html", "ijm", "ini", "java", "jpeg", "jpg", "json",
            "log", "md", "mp4", "nii", "nrrd", "pdf", "png", "ppt", "pptx", "py", "roi", "tif", "tiff", "txt", "xls",
            "xlsx", "xml", "yaml", "yml", "zattrs", "zgroup", "zarray");

    private int files;
    private int names;

    private DicomProbe() {}

    /**
     * Looks at a path.
     *
     * @param path any path
     * @return what it holds; {@link Kind#OTHER} if it cannot be read
     */
    public static Kind kindOf(Path path) {
        try {
            if (Files.isDirectory(path)) return new DicomProbe().folderHasDicom(path) ? Kind.COLLECTION : Kind.OTHER;
            if (!Files.isRegularFile(path)) return Kind.OTHER;
            FileByteSource file = new FileByteSource(path);
            if (ZipArchive.isZip(file)) return new DicomProbe().archiveHasDicom(file) ? Kind.COLLECTION : Kind.OTHER;
            if (!isDicom(file)) return Kind.OTHER;
            return isDirectory(file) ? Kind.COLLECTION : Kind.FILE;
        } catch (IOException | DirectoryIteratorException | SecurityException e) {
            return Kind.OTHER;
        }
    }

    /** Looks into folders level by level, since images are often some levels below the folder that a user has chosen. */
    private boolean folderHasDicom(Path folder) throws IOException {
        Queue<Path> folders = new ArrayDeque<>(List.of(folder));
        for (int count = 0; count <= FOLDERS && !folders.isEmpty(); count++) {
            List<Path> below = new ArrayList<>();
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(folders.remove())) {
                for (Path entry : entries) {
                    if (++names > NAMES || files >= FILES) return false;
                    if (Files.isDirectory(entry)) below.add(entry);
                    else if (isCandidate(entry.getFileName().toString())
                            && isDicomAmongOthers(new FileByteSource(entry))) return true;
                }
            } catch (IOException e) {
                if (count == 0) throw e;
            }
            folders.addAll(below);
        }
        return false;
    }

    private boolean archiveHasDicom(ByteSource archive) throws IOException {
        for (ByteSource entry : ZipArchive.read(archive).entries()) {
            if (++names > NAMES || files >= FILES) return false;
            if (isCandidate(entry.name()) && isDicomAmongOthers(entry)) return true;
        }
        return false;
    }

    private static boolean isCandidate(String name) {
        return !FOREIGN.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    private boolean isDicomAmongOthers(ByteSource file) {
        files++;
        return isDicom(file);
    }

    /**
     * Returns whether a file is DICOM: it has the prefix of PS3.10 7.1, even if it is damaged, or a header without one can be
     * read.
     */
    private static boolean isDicom(ByteSource file) {
        byte[] head = new byte[PREAMBLE + 4];
        try {
            if (file.readUpTo(0, head, 0, head.length) == head.length
                    && head[PREAMBLE] == 'D'
                    && head[PREAMBLE + 1] == 'I'
                    && head[PREAMBLE + 2] == 'C'
                    && head[PREAMBLE + 3] == 'M') {
                return true;
            }
            DicomFile.read(file);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isDirectory(FileByteSource file) throws IOException {
        try {
            return DicomFile.read(file).isMediaStorageDirectory();
        } catch (DicomException e) {
            return DIRECTORY.equals(file.name());
        }
    }
}
