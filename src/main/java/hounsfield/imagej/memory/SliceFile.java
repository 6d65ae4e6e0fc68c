package hounsfield.imagej.memory;

import hounsfield.bytes.ByteSource;
import hounsfield.bytes.FileByteSource;
import hounsfield.bytes.packed.ZipArchive;
import hounsfield.frame.pixeldata.Tile;
import hounsfield.parse.DicomFile;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import ij.ImagePlus;
import ij.io.FileInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The DICOM file that a slice of an image was read from, if it still exists. The {@link ImageRecord} has folder and file; for
 * an image of ImageJ's own DICOM reader, ImageJ's FileInfo has the folder, and a label the name of the slice's file.
 *
 * @param place the existing file
 * @param frame the frame in the file, counted from 0; empty if unknown
 * @param tile the part of the frame; empty for the whole frame
 */
public record SliceFile(Place place, OptionalInt frame, Optional<Tile> tile) {
    /** The entries of the archive that was read last, because each slice of an image needs one. */
    private static volatile Entries lastArchive = new Entries(Path.of(""), FileTime.fromMillis(0), 0, Map.of());

    /**
     * A file, or an entry of a ZIP archive.
     *
     * @param path the file or the archive
     * @param entry the name of the entry; empty if the file is not in an archive
     */
    public record Place(Path path, String entry) {
        /**
         * Returns the bytes of the file.
         *
         * @return the bytes; they need not be closed
         * @throws DicomException if the archive has no such entry
         * @throws IOException if the archive cannot be read
         */
        public ByteSource bytes() throws IOException {
            if (entry.isEmpty()) return new FileByteSource(path);
            ByteSource bytes = Entries.of(path).byName.get(entry);
            if (bytes == null) throw new DicomException("the archive has no such entry", Location.ofFile(entry));
            return bytes;
        }

        /**
         * Reads the header.
         *
         * @return the header
         * @throws IOException if the file is not a DICOM file, is damaged, or cannot be read
         */
        public DicomFile read() throws IOException {
            return entry.isEmpty() ? DicomFile.read(path) : DicomFile.read(bytes());
        }
    }

    /** The entries of an archive, which are listed again if the archive has changed. */
    private record Entries(Path archive, FileTime time, long size, Map<String, ByteSource> byName) {
        static Entries of(Path archive) throws IOException {
            Entries last = lastArchive;
            FileTime time = Files.getLastModifiedTime(archive);
            long size = Files.size(archive);
            if (archive.equals(last.archive) && time.equals(last.time) && size == last.size) return last;
            Map<String, ByteSource> byName = new HashMap<>();
            for (ByteSource entry : ZipArchive.read(new FileByteSource(archive)).entries())
                byName.put(entry.name(), entry);
            lastArchive = new Entries(archive, time, size, byName);
            return lastArchive;
        }
    }

    /**
     * Stores the files of an image's slices in its record.
     *
     * @param image an image with a record of its slices
     * @param folder the folder of the files, or the ZIP archive that has them
     * @param files the file of each slice, relative to the folder, or the name of the entry
     */
    public static void mark(ImagePlus image, String folder, List<String> files) {
        ImageRecord record = ImageRecord.read(image);
        SliceTable table = record.slices();
        List<SliceTable.Slice> slices = new ArrayList<>();
        for (SliceTable.Slice slice : table.slices()) slices.add(slice.in(files.get(slices.size())));
        record.with(table.with(slices), folder).writeTo(image);
    }

    /**
     * Finds the file of a slice.
     *
     * @param image any image
     * @param slice counted from 1
     * @return the file with the frame; empty if unknown or the file no longer exists
     */
    public static Optional<SliceFile> of(ImagePlus image, int slice) {
        ImageRecord record = ImageRecord.read(image);
        if (record.values().origin() == ValueRecord.Origin.UNKNOWN) return opened(image, slice);
        if (record.folder().isEmpty()) return Optional.empty();
        return record.slices().find(image, slice).flatMap(each -> within(record.folder(), each.file())
                .map(place -> new SliceFile(place, OptionalInt.of(each.frame()), each.tile())));
    }

    /** Finds the file of a slice of an image that ImageJ opened. */
    private static Optional<SliceFile> opened(ImagePlus image, int slice) {
        FileInfo info = image.getOriginalFileInfo();
        if (info == null || info.directory == null || info.directory.isEmpty()) return Optional.empty();
        List<String> names = new ArrayList<>(SliceLabel.names(image, slice));
        if (image.getStackSize() == 1 && info.fileName != null) names.add(info.fileName);
        return names.stream()
                .flatMap(name -> within(info.directory, name).stream())
                .map(place -> new SliceFile(place, OptionalInt.empty(), Optional.empty()))
                .findFirst();
    }

    /**
     * Resolves a file within a folder or an archive. Labels and records are not trusted, so paths outside the folder are
     * rejected.
     */
    private static Optional<Place> within(String folder, String name) {
        try {
            if (name.isEmpty()) return Optional.empty();
            Path root = Path.of(folder);
            if (Files.isRegularFile(root)) {
                boolean exists = Entries.of(root).byName.containsKey(name);
                return exists ? Optional.of(new Place(root, name)) : Optional.empty();
            }
            Path path = Path.of(folder, name);
            boolean within = path.normalize().startsWith(root.normalize());
            return within && Files.isRegularFile(path) ? Optional.of(new Place(path, "")) : Optional.empty();
        } catch (InvalidPathException | IOException e) {
            return Optional.empty();
        }
    }
}
