package hounsfield.imagej.display;

import hounsfield.calibrate.ValueSource;
import hounsfield.imagej.memory.Header;
import hounsfield.imagej.memory.ImageRecord;
import hounsfield.imagej.memory.SliceFile;
import hounsfield.imagej.memory.ValueRecord;
import hounsfield.window.voi.FileVoi;
import ij.ImagePlus;
import java.io.IOException;
import java.util.Optional;

/**
 * Reads the windows and VOI LUTs of the slices of an image: from the file of each slice or, if the file is missing, from the header
 * text in the image.
 */
final class SliceVoi {
    private final ImagePlus image;
    private final SliceSource opened = new SliceSource();
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
                opened.open(source.get().place());
                if (opened.isOf(image, slice))
                    return FileVoi.of(opened.groups(), source.get().frame().orElse(0), values.source());
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
}
