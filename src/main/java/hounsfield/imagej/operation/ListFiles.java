package hounsfield.imagej.operation;

import hounsfield.series.FolderFiles;
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
     * @param folder the input
     * @param progress reports and cancels
     * @return the files, sorted by path
     * @throws IOException if the folder cannot be read
     * @throws IllegalArgumentException if there is no such folder
     */
    public static List<Path> run(Path folder, Progress progress) throws IOException {
        return FolderFiles.walk(folder, progress).dicom(progress);
    }
}
