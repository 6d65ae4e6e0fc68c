package hounsfield.imagej.operation;

import hounsfield.series.SourceFiles;
import hounsfield.standard.error.OneLine;
import hounsfield.work.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Lists the DICOM files in a folder and all folders in it. */
public final class ListFiles {
    private ListFiles() {}

    /**
     * Lists files with DICOM content, with or without images, except DICOMDIR files.
     *
     * @param folder a folder, or a DICOMDIR, for the files that it names
     * @param progress reports and cancels
     * @return the files, sorted by path
     * @throws IOException if the folder cannot be read
     * @throws IllegalArgumentException if there is no such folder, or it is an archive
     */
    public static List<Path> run(Path folder, Progress progress) throws IOException {
        if (SourceFiles.isArchive(folder)) {
            throw new IllegalArgumentException(OneLine.of(folder) + " is a ZIP archive, whose entries have no paths; "
                    + "folderTable lists them, openSeries opens them");
        }
        SourceFiles files = SourceFiles.of(folder, progress);
        return files.dicom(progress).stream().map(files::onDisk).toList();
    }
}
