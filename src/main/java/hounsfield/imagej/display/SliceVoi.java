package hounsfield.imagej.display;

import hounsfield.calibrate.ValueSource;
import hounsfield.frame.FunctionalGroups;
import hounsfield.imagej.memory.Header;
import hounsfield.imagej.memory.SliceFile;
import hounsfield.imagej.memory.ValueProperties;
import hounsfield.parse.DicomFile;
import hounsfield.standard.DicomException;
import hounsfield.standard.Tag;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The windows and VOI LUTs of an image's slices: read anew from the file of each, whose header alone is touched. Where a
 * file is gone they are those of the header's text, which the image keeps. The last file is remembered, since the next
 * slice is often its next frame.
 */
final class SliceVoi {
    private final ImagePlus image;
    private Path path;
    private DicomFile file;
    private FunctionalGroups groups;
    private FileVoi last = FileVoi.NONE;

    SliceVoi(ImagePlus image) {
        this.image = image;
    }

    /** Those of a slice, counted from 1. */
    FileVoi of(int slice) {
        FileVoi greys = read(slice);
        // A series' tables are mostly alike; one of them is enough.
        if (!greys.equals(last)) last = greys;
        return last;
    }

    private FileVoi read(int slice) {
        Optional<String> header = Header.infoOf(image, slice);
        if (header.isEmpty()) return FileVoi.NONE;
        if (ValueProperties.areComputed(image)) return none("computed");
        if (ValueProperties.areStored(image)) return none("stored");
        Optional<SliceFile> source = SliceFile.of(image, slice);
        String reason = "which is not where it was opened";
        if (source.isPresent()) {
            try {
                open(source.get().path());
                if (isOf(slice))
                    return FileVoi.of(groups, source.get().frame().orElse(0), ValueProperties.source(image));
                reason = "and another one is in its place";
            } catch (IOException e) {
                reason = "which cannot be read any more";
            }
        }
        return ValueProperties.source(image) == ValueSource.RESCALE
                ? FileVoi.ofText(header.get(), reason)
                : none(ValueProperties.source(image).label());
    }

    private static FileVoi none(String values) {
        String note = "The file's windows are not for " + values + " values, which this image has.";
        return new FileVoi(FileVoi.NONE.windows(), FileVoi.NONE.luts(), note);
    }

    private void open(Path source) throws IOException {
        if (source.equals(path)) return;
        path = null;
        file = DicomFile.read(source);
        groups = FunctionalGroups.of(file.dataSet());
        path = source;
    }

    /** Whether the file is the one that the slice's header is of, by SOP Instance UID where both have one. */
    private boolean isOf(int slice) throws DicomException {
        String uid = Header.ofSlice(image, slice)
                .map(header -> Header.value(header, Tag.SOP_INSTANCE_UID))
                .orElse("");
        Optional<String> other = file.dataSet().findString(Tag.SOP_INSTANCE_UID);
        return uid.isEmpty() || other.isEmpty() || uid.equals(other.get());
    }
}
