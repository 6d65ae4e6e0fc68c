package hounsfield;

import hounsfield.bytes.ArrayByteSource;
import hounsfield.bytes.ByteSource;
import hounsfield.bytes.FileByteSource;
import hounsfield.parse.DicomFile;
import hounsfield.region.source.RegionFiles;
import hounsfield.series.SeriesScanner;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.Memory;
import hounsfield.work.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * Opens DICOM data in Java programs, without ImageJ.
 *
 * <pre>{@code
 * DicomImage ct = Dicom.series(folder).only().read();
 * Img<FloatType> values = ct.img();       // x, y, z in HU
 * double[][] toPatient = ct.toPatient();  // voxel to patient [mm], LPS
 * }</pre>
 *
 * <p>Problems of the data are {@link DicomException}s, which name the file or source, the element, the frame and the byte,
 * and never the patient. Lack of memory is an {@link hounsfield.standard.error.InsufficientMemoryException}.
 */
public final class Dicom {
    private Dicom() {}

    /**
     * Reads the header of a file. The file is closed afterwards, and opened again to read pixels.
     *
     * @param file the file
     * @return its header, with access to its pixels
     * @throws hounsfield.standard.error.NotDicomException if it is not a DICOM file
     * @throws DicomException if it is damaged or cannot be read
     */
    public static DicomInstance open(Path file) throws DicomException {
        Objects.requireNonNull(file, "file");
        return Memory.guarded(() -> new DicomInstance(DicomFile.read(file)));
    }

    /**
     * Reads the header of a DICOM file that is in memory.
     *
     * @param file all bytes of the file; shared, not copied, and must not change while the result is in use
     * @param name the name of the data in messages
     * @return its header, with access to its pixels
     * @throws hounsfield.standard.error.NotDicomException if it is not a DICOM file
     * @throws DicomException if it is damaged
     */
    public static DicomInstance open(byte[] file, String name) throws DicomException {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(name, "name");
        return open(new ArrayByteSource(name, file));
    }

    /**
     * Reads a DICOM file from a stream into memory, up to the end of the stream. The stream is not closed.
     *
     * @param stream provides the bytes of the file, fewer than 2 GiB
     * @param name the name of the data in messages
     * @return the header, with access to the pixels
     * @throws hounsfield.standard.error.NotDicomException if it is not a DICOM file
     * @throws DicomException if the stream cannot be read, or the file is damaged
     */
    public static DicomInstance open(InputStream stream, String name) throws DicomException {
        return open(ArrayByteSource.of(name, stream));
    }

    /**
     * Reads the header of a DICOM file from any source of bytes. The source is not closed; it is opened again to read
     * pixels.
     *
     * @param source the bytes, for example of an object in a store; its name appears in messages
     * @return the header, with access to the pixels
     * @throws hounsfield.standard.error.NotDicomException if it is not a DICOM file
     * @throws DicomException if the source cannot be read, or the file is damaged
     */
    public static DicomInstance open(ByteSource source) throws DicomException {
        Objects.requireNonNull(source, "source");
        return Memory.guarded(() -> new DicomInstance(DicomFile.read(source)));
    }

    /**
     * Opens a file of regions: a structure set, a segmentation or label map, a measurement report, or an image with overlay planes.
     * Pixels of segmentations are read when they are placed.
     *
     * @param file the file
     * @return its regions, to be placed on a series
     * @throws hounsfield.standard.error.NotDicomException if it is not a DICOM file
     * @throws DicomException if it has no regions, is damaged or cannot be read
     */
    public static DicomRegions regions(Path file) throws DicomException {
        Objects.requireNonNull(file, "file");
        try {
            return Memory.guarded(() -> new DicomRegions(RegionFiles.read(file, Progress.NONE)));
        } catch (IOException e) {
            throw DicomException.of(e, Location.ofFile(new FileByteSource(file).name()));
        }
    }

    /**
     * Finds the series in a folder, as {@link #series(Path, Progress)}.
     *
     * @param folder a folder; a ZIP archive; a DICOMDIR, for the files that it names; or another file, for its folder
     * @return the series
     * @throws DicomException if the folder cannot be read
     * @throws IllegalArgumentException if the folder does not exist
     */
    public static DicomSeriesList series(Path folder) throws DicomException {
        return series(folder, Progress.NONE);
    }

    /**
     * Finds the series in a folder and in all folders below it, or in a ZIP archive. Headers are read in parallel; pixels are not read.
     *
     * @param folder a folder; a ZIP archive; a DICOMDIR, for the files that it names; or another file, for its folder
     * @param progress receives progress, and can cancel
     * @return the series
     * @throws DicomException if the folder cannot be read; files that cannot be used are in the result
     * @throws IllegalArgumentException if the folder does not exist
     * @throws java.util.concurrent.CancellationException if the work was cancelled
     */
    public static DicomSeriesList series(Path folder, Progress progress) throws DicomException {
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(progress, "progress");
        try {
            return Memory.guarded(() -> new DicomSeriesList(SeriesScanner.scan(folder, progress)));
        } catch (IOException e) {
            throw DicomException.of(e, Location.ofFile(new FileByteSource(folder).name()));
        }
    }

    /**
     * Finds the series among files, as {@link #series(List, Progress)}.
     *
     * @param files paths of files, in any order
     * @return the series
     * @throws IllegalArgumentException if there are no files
     */
    public static DicomSeriesList series(List<Path> files) {
        return series(files, Progress.NONE);
    }

    /**
     * Finds the series among files, by the rules for a folder. Headers are read in parallel; pixels are not read.
     *
     * @param files paths of files, in any order; no folders, no archives
     * @param progress receives progress, and can cancel
     * @return the series; each file is in one of them, or is rejected with the reason
     * @throws IllegalArgumentException if there are no files
     * @throws java.util.concurrent.CancellationException if the work was cancelled
     */
    public static DicomSeriesList series(List<Path> files, Progress progress) {
        Objects.requireNonNull(files, "files");
        Objects.requireNonNull(progress, "progress");
        return Memory.guarded(() -> new DicomSeriesList(SeriesScanner.scanFiles(files, progress)));
    }

    /**
     * Finds the series among sources, as {@link #series(Collection, Progress)}.
     *
     * @param sources each with the bytes of one DICOM file
     * @return the series
     */
    public static DicomSeriesList series(Collection<? extends ByteSource> sources) {
        return series(sources, Progress.NONE);
    }

    /**
     * Finds the series among sources, for example arrays, streams read by {@link ArrayByteSource#of}, objects in a store or
     * entries of an archive. Headers are read in parallel; pixels are not read. The sources are not closed; they are opened
     * again to read pixels, and the headers of large series are read again with the pixels.
     *
     * @param sources each with the bytes of one DICOM file, in any order
     * @param progress receives progress, and can cancel
     * @return the series; each source is in one of them, or is rejected with the reason
     * @throws java.util.concurrent.CancellationException if the work was cancelled
     */
    public static DicomSeriesList series(Collection<? extends ByteSource> sources, Progress progress) {
        Objects.requireNonNull(sources, "sources");
        Objects.requireNonNull(progress, "progress");
        return Memory.guarded(() -> new DicomSeriesList(SeriesScanner.scan(sources, progress)));
    }
}
