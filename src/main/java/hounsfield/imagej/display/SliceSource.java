package hounsfield.imagej.display;

import hounsfield.frame.FunctionalGroups;
import hounsfield.imagej.memory.Header;
import hounsfield.imagej.memory.SliceFile;
import hounsfield.parse.DicomFile;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import ij.ImagePlus;
import java.io.IOException;
import java.util.Optional;

/** Reads the header of the file of a slice again. Keeps the last file, since the next slice is often its next frame. */
public final class SliceSource {
    private SliceFile.Place place;
    private DicomFile file;
    private FunctionalGroups groups;

    /** Creates a source without a file. */
    public SliceSource() {}

    /**
     * Reads the header of a file, unless it is the last one.
     *
     * @param source the file
     * @throws IOException if it cannot be read
     */
    public void open(SliceFile.Place source) throws IOException {
        if (source.equals(place)) return;
        place = null;
        file = source.read();
        groups = FunctionalGroups.of(file.dataSet());
        place = source;
    }

    /** {@return the header of the file} */
    public DicomFile file() {
        return file;
    }

    /** {@return the functional groups of the file} */
    public FunctionalGroups groups() {
        return groups;
    }

    /**
     * Returns whether the file is that of a slice: whether both SOP Instance UIDs are equal, or one is absent.
     *
     * @param image the image
     * @param slice counted from 1
     * @return whether the file is the one that the slice was read from
     * @throws DicomException if the UID of the file cannot be read
     */
    public boolean isOf(ImagePlus image, int slice) throws DicomException {
        String uid = Header.ofSlice(image, slice)
                .map(header -> Header.value(header, Tag.SOP_INSTANCE_UID))
                .orElse("");
        Optional<String> other = file.dataSet().findString(Tag.SOP_INSTANCE_UID);
        return uid.isEmpty() || other.isEmpty() || uid.equals(other.get());
    }
}
