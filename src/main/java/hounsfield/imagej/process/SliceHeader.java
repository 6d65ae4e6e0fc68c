package hounsfield.imagej.process;

import hounsfield.data.DataSet;
import hounsfield.data.Element;
import hounsfield.imagej.memory.Header;
import hounsfield.imagej.memory.SliceFile;
import hounsfield.parse.DicomFile;
import hounsfield.parse.HeaderRow;
import hounsfield.standard.Dictionary;
import hounsfield.standard.Tag;
import hounsfield.standard.VR;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The headers of an image's slices as Data Sets: from the slices' files or, where a file no longer exists or was replaced by
 * another, from the header texts in the image.
 */
public final class SliceHeader {
    /** Elements of the Radiopharmaceutical Information Sequence, the one sequence that is read from a text. */
    private static final List<Integer> INJECTION = List.of(
            Tag.RADIOPHARMACEUTICAL_START_TIME,
            Tag.RADIOPHARMACEUTICAL_START_DATE_TIME,
            Tag.RADIONUCLIDE_TOTAL_DOSE,
            Tag.RADIONUCLIDE_HALF_LIFE);

    private final ImagePlus image;
    private final Map<SliceFile.Place, Named> files = new HashMap<>();

    /**
     * A header and its source.
     *
     * @param metaInformation the elements of group 0002; of a header text all elements
     * @param dataSet the elements; of a header text those at the top level, and the first of the injection
     * @param name the file's name, or the title of the image
     * @param frame index of the slice's frame in the file, from 0
     */
    public record Named(DataSet metaInformation, DataSet dataSet, String name, int frame) {
        Named at(int other) {
            return new Named(metaInformation, dataSet, name, other);
        }
    }

    /**
     * Creates a reader.
     *
     * @param image any image
     */
    public SliceHeader(ImagePlus image) {
        this.image = image;
    }

    /**
     * Returns the header of a slice. The slices of a multi-frame file share the Data Set.
     *
     * @param slice counted from 1
     * @return the header
     * @throws IllegalArgumentException if the slice has no DICOM header
     * @throws IOException if the slice's file exists and cannot be read
     */
    public Named of(int slice) throws IOException {
        String text = Header.infoOf(image, slice)
                .orElseThrow(() -> new IllegalArgumentException("\"" + image.getTitle() + "\" has no DICOM header"));
        Optional<SliceFile> file = SliceFile.of(image, slice);
        if (file.isPresent()) {
            Named named = ofFile(file.get().place());
            String uid = Header.ofSlice(image, slice)
                    .map(own -> Header.value(own, Tag.SOP_INSTANCE_UID))
                    .orElse("");
            String other = named.dataSet().findString(Tag.SOP_INSTANCE_UID).orElse("");
            if (uid.isEmpty() || other.isEmpty() || uid.equals(other))
                return named.at(file.get().frame().orElse(0));
        }
        DataSet dataSet = ofText(text);
        return new Named(dataSet, dataSet, image.getTitle(), 0);
    }

    private Named ofFile(SliceFile.Place place) throws IOException {
        Named named = files.get(place);
        if (named != null) return named;
        DicomFile file = place.read();
        named = new Named(file.metaInformation(), file.dataSet(), file.name(), 0);
        // The header of the last file is kept, for the frames that follow.
        files.clear();
        files.put(place, named);
        return named;
    }

    private static DataSet ofText(String text) {
        DataSet.Builder top = new DataSet.Builder(DataSet.EMPTY.characterSet());
        List<DataSet.Builder> items = new ArrayList<>();
        for (HeaderRow row : Header.parse(text)) {
            if (row.depth() == 0) {
                if (isPlain(row.tag())) top.add(element(row));
            } else if (row.depth() == 1 && INJECTION.contains(row.tag())) {
                boolean next = items.isEmpty() || items.get(items.size() - 1).contains(row.tag());
                if (next) items.add(new DataSet.Builder(DataSet.EMPTY.characterSet()));
                items.get(items.size() - 1).add(element(row));
            }
        }
        if (!items.isEmpty()) {
            List<DataSet> built = items.stream().map(DataSet.Builder::build).toList();
            top.add(Element.sequence(Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE, built));
        }
        return top.build();
    }

    /** Returns whether the value of an element is a text: whether the element is private or has a VR of text. */
    private static boolean isPlain(int tag) {
        return Tag.group(tag) % 2 == 1
                || Dictionary.find(tag).filter(entry -> entry.vr().isText()).isPresent();
    }

    private static Element element(HeaderRow row) {
        VR vr = Dictionary.find(row.tag())
                .map(entry -> entry.vr())
                .filter(VR::isText)
                .orElse(VR.LO);
        return Element.of(row.tag(), vr, row.value().getBytes(StandardCharsets.US_ASCII), true);
    }
}
