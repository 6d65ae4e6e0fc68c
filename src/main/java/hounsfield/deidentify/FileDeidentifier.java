package hounsfield.deidentify;

import hounsfield.bytes.ByteSource;
import hounsfield.data.DataSet;
import hounsfield.data.Element;
import hounsfield.dataset.csv.AtomicFile;
import hounsfield.deidentify.header.ChangeListener;
import hounsfield.deidentify.header.HeaderCleaner;
import hounsfield.deidentify.pixels.CleanPixels;
import hounsfield.deidentify.pixels.OverlayRectangles;
import hounsfield.deidentify.pixels.Rectangle;
import hounsfield.deidentify.profile.ProfileOption;
import hounsfield.parse.DicomFile;
import hounsfield.standard.Tag;
import hounsfield.standard.VR;
import hounsfield.standard.error.DicomException;
import hounsfield.work.Progress;
import hounsfield.write.DicomWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** De-identifies one file. Thread-safe. */
final class FileDeidentifier {
    private static final int BUFFER = 1 << 16;

    private final DeidentifySettings settings;
    private final HeaderCleaner cleaner;

    FileDeidentifier(DeidentifySettings settings) {
        this.settings = settings;
        cleaner = new HeaderCleaner(settings.profile(), settings.pseudonyms());
    }

    /** Returns the cleaned header. The file may be written only if {@link #refusal} is empty. */
    DataSet cleanHeader(DicomFile file, ChangeListener listener) throws DicomException {
        Optional<List<Rectangle>> rectangles = rectangles(file);
        DataSet cleaned = cleaner.clean(withUids(file), rectangles.isPresent(), listener);
        return OverlayRectangles.blank(cleaned, rectangles.orElse(List.of()));
    }

    /** Adds the SOP Class and Instance UIDs from File Meta Information if the Data Set lacks them. */
    private static DataSet withUids(DicomFile file) throws DicomException {
        DataSet dataSet = file.dataSet();
        if (dataSet.findString(Tag.SOP_CLASS_UID).isPresent()
                && dataSet.findString(Tag.SOP_INSTANCE_UID).isPresent()) return dataSet;
        DataSet.Builder builder = new DataSet.Builder(dataSet.characterSet());
        for (Element element : dataSet) builder.add(element);
        copy(file, Tag.MEDIA_STORAGE_SOP_CLASS_UID, Tag.SOP_CLASS_UID, builder);
        copy(file, Tag.MEDIA_STORAGE_SOP_INSTANCE_UID, Tag.SOP_INSTANCE_UID, builder);
        return builder.build();
    }

    private static void copy(DicomFile file, int metaTag, int tag, DataSet.Builder builder) throws DicomException {
        boolean present = file.dataSet().findString(tag).isPresent();
        Optional<Element> meta = file.metaInformation().find(metaTag);
        if (!present && meta.isPresent())
            builder.add(Element.of(tag, VR.UI, meta.get().bytes(), true));
    }

    /** Returns why a file is left out. */
    Optional<String> refusal(DicomFile file) {
        return Review.refusal(file, settings.profile(), rectangles(file));
    }

    private Optional<List<Rectangle>> rectangles(DicomFile file) {
        return file.pixelData().isEmpty()
                ? Optional.empty()
                : settings.rectangles().find(file.dataSet());
    }

    /**
     * Writes a de-identified copy of a file. If this fails, nothing is written.
     *
     * @return the reason why the file is left out; empty if it was written
     * @throws OutputFailure if the file cannot be written
     * @throws IOException if the source cannot be read
     */
    Optional<String> write(ByteSource source, Path target, ChangeListener listener, Progress progress)
            throws IOException {
        DicomFile file = DicomFile.read(source);
        Optional<String> refusal = refusal(file);
        if (refusal.isPresent()) return refusal;
        boolean withoutOverlays = !settings.profile().has(ProfileOption.CLEAN_GRAPHICS);
        List<Rectangle> rectangles = rectangles(file).orElse(List.of());
        try (CleanPixels pixels = CleanPixels.open(file, rectangles, withoutOverlays, progress)) {
            DataSet dataSet = pixels.putInto(cleanHeader(file, listener));
            write(target, pixels, dataSet);
        }
        return Optional.empty();
    }

    private static void write(Path target, CleanPixels pixels, DataSet dataSet) throws IOException {
        boolean[] complete = {false};
        try {
            AtomicFile.write(target, part -> {
                try (OutputStream out = new BufferedOutputStream(OutputFailure.open(part), BUFFER)) {
                    DicomWriter.write(out, pixels.syntax(), dataSet);
                }
                complete[0] = true;
            });
        } catch (OutputFailure e) {
            throw e;
        } catch (IOException e) {
            // After the whole file is written, only the move into place can fail.
            throw complete[0] ? new OutputFailure(e) : e;
        }
    }
}
