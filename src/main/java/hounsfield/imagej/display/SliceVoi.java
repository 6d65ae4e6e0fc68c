package hounsfield.imagej.display;

import hounsfield.calibrate.ValueSource;
import hounsfield.frame.FunctionalGroups;
import hounsfield.imagej.memory.Header;
import hounsfield.imagej.memory.ImageRecord;
import hounsfield.imagej.memory.SliceFile;
import hounsfield.imagej.memory.ValueRecord;
import hounsfield.parse.DicomFile;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import hounsfield.window.voi.FileVoi;
import ij.ImagePlus;
import java.io.IOException;
import java.util.Optional;

/**
 * Reads the windows and VOI LUTs of an image's slices from the header of each slice's file or, if the file is missing, from
 * the header text in the image. Caches the last file, since the next slice is often its next frame.
 */
final class SliceVoi {
    private final ImagePlus image;
    private SliceFile.Place place;
    private DicomFile file;
    private FunctionalGroups groups;
    private FileVoi last = FileVoi.NONE;

    SliceVoi(ImagePlus image) {
        this.image = image;
    }

    /** Returns the windows and VOI LUTs of a slice, counted from 1. */
    FileVoi of(int slice) {
        FileVoi voi = read(slice);
        // The VOI LUTs of a series are mostly equal; equal ones share one object.
        if (!voi.equals(last)) last = voi;
        return last;
    }

    private FileVoi read(int slice) {
        Optional<String> header = Header.infoOf(image, slice);
        if (header.isEmpty()) return FileVoi.NONE;
        ValueRecord values = ImageRecord.read(image).values();
        if (values.isComputed()) return none("computed");
        if (values.stored()) return none("stored");
        if (values.isConverted()) return none(values.unit());
        Optional<SliceFile> source = SliceFile.of(image, slice);
        String reason = "which is missing";
        if (source.isPresent()) {
            try {
                open(source.get().place());
                if (isOf(slice)) return FileVoi.of(groups, source.get().frame().orElse(0), values.source());
                reason = "which was replaced by another file";
            } catch (IOException e) {
                reason = "which can no longer be read";
            }
        }
        return values.source() == ValueSource.RESCALE
                ? HeaderVoi.of(header.get(), reason)
                : none(values.source().label());
    }

    private static FileVoi none(String values) {
        String note = "The file's windows do not apply to the " + values + " values of this image.";
        return new FileVoi(FileVoi.NONE.windows(), FileVoi.NONE.luts(), note);
    }

    private void open(SliceFile.Place source) throws IOException {
        if (source.equals(place)) return;
        place = null;
        file = source.read();
        groups = FunctionalGroups.of(file.dataSet());
        place = source;
    }

    /** Returns whether the file and the slice's header have the same SOP Instance UID, or one of them has none. */
    private boolean isOf(int slice) throws DicomException {
        String uid = Header.ofSlice(image, slice)
                .map(header -> Header.value(header, Tag.SOP_INSTANCE_UID))
                .orElse("");
        Optional<String> other = file.dataSet().findString(Tag.SOP_INSTANCE_UID);
        return uid.isEmpty() || other.isEmpty() || uid.equals(other.get());
    }
}
