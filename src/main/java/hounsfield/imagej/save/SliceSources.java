package hounsfield.imagej.save;

import hounsfield.data.DataSet;
import hounsfield.derive.SourceInstance;
import hounsfield.imagej.memory.Header;
import hounsfield.imagej.memory.SliceFile;
import hounsfield.parse.HeaderRow;
import hounsfield.standard.Dictionary;
import hounsfield.standard.DictionaryEntry;
import hounsfield.standard.Tag;
import hounsfield.write.Elements;
import ij.ImagePlus;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads the DICOM instances from which the slices of an image were made: their files or, if a file is missing, the header texts in the
 * image. A file of several slices is read once.
 */
public final class SliceSources {
    private final ImagePlus image;
    private final Map<SliceFile.Place, DataSet> files = new HashMap<>();
    private final Map<String, DataSet> texts = new HashMap<>();
    private int missing;

    /**
     * Creates the sources; nothing is read yet.
     *
     * @param image any image
     */
    public SliceSources(ImagePlus image) {
        this.image = image;
    }

    /** Returns the number of slices whose file is missing, so that their header text is used. */
    int missing() {
        return missing;
    }

    /**
     * Returns the source of a slice.
     *
     * @param slice counted from 1
     * @return the source; empty for an image of another program
     * @throws IOException if the file exists and cannot be read
     */
    public Optional<SourceInstance> of(int slice) throws IOException {
        Optional<SliceFile> file = SliceFile.of(image, slice);
        Optional<String> text = Header.infoOf(image, slice);
        if (file.isEmpty()) {
            if (text.isPresent()) missing++;
            return text.map(header ->
                    new SourceInstance(texts.computeIfAbsent(header, SliceSources::parse), OptionalInt.empty()));
        }
        DataSet header = files.get(file.get().place());
        if (header == null) {
            header = file.get().place().read().dataSet();
            files.put(file.get().place(), header);
        }
        boolean many = header.contains(Tag.NUMBER_OF_FRAMES);
        return Optional.of(new SourceInstance(header, many ? file.get().frame() : OptionalInt.empty()));
    }

    /** Returns the elements of a header text that are text or decimal numbers. Other elements, and those in sequences, are left out. */
    private static DataSet parse(String header) {
        Elements elements = new Elements().utf8();
        for (HeaderRow row : Header.parse(header)) {
            Optional<DictionaryEntry> entry = Dictionary.find(row.tag());
            boolean usable = row.depth() == 0 && row.tag() != Tag.SPECIFIC_CHARACTER_SET && entry.isPresent();
            if (usable && entry.get().vr().isText()) elements.text(entry.get().keyword(), row.value());
        }
        return elements.build();
    }
}
