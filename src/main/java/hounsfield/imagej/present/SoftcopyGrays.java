package hounsfield.imagej.present;

import hounsfield.calibrate.ModalityLut;
import hounsfield.calibrate.Rescale;
import hounsfield.data.DataSet;
import hounsfield.imagej.display.SliceSource;
import hounsfield.imagej.memory.Header;
import hounsfield.imagej.memory.ImageRecord;
import hounsfield.imagej.memory.SliceFile;
import hounsfield.imagej.memory.SliceTable;
import hounsfield.imagej.memory.ValueRecord;
import hounsfield.region.presentation.PresentationState;
import hounsfield.standard.Tag;
import hounsfield.window.voi.SoftcopyReader;
import hounsfield.window.voi.SoftcopyReader.Frame;
import hounsfield.window.voi.VoiTransform;
import hounsfield.work.Diagnostics;
import hounsfield.work.Progress;
import ij.ImagePlus;
import ij.util.Tools;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Makes the grayscale transformations of a presentation state for the slices of an image, from the values of the image to gray levels.
 */
public final class SoftcopyGrays {
    private final ImagePlus image;
    private final SliceSource opened = new SliceSource();
    private final ImageRecord record;

    private SoftcopyGrays(ImagePlus image) {
        this.image = image;
        record = ImageRecord.read(image);
    }

    /**
     * Returns the transformations.
     *
     * @param state the presentation state
     * @param dataSet the Data Set of the presentation state
     * @param image a grayscale image
     * @param findings receives what is not applied
     * @param progress cancels
     * @return one for each slice of the stack; empty for slices that the state does not name, and if none can be applied
     */
    public static List<Optional<VoiTransform>> of(
            PresentationState state, DataSet dataSet, ImagePlus image, Diagnostics findings, Progress progress) {
        SoftcopyGrays slices = new SoftcopyGrays(image);
        SoftcopyReader reader = new SoftcopyReader(dataSet, findings);
        ValueRecord values = slices.record.values();
        boolean known = !values.isComputed() && !values.isConverted();
        if (!known)
            findings.add(
                    "the gray transformation is not applied, because the values of this image are not those of its files");
        List<Optional<VoiTransform>> grays = new ArrayList<>();
        for (int n = 1; n <= image.getStackSize(); n++) {
            progress.check();
            Frame frame = slices.frame(n);
            grays.add(known && state.isFor(frame.instanceUid(), frame.frame()) ? reader.of(frame) : Optional.empty());
        }
        return grays;
    }

    /** Returns the frame of a slice from its file or, if that is missing, from its header text. */
    private Frame frame(int n) {
        ValueRecord values = record.values();
        Optional<SliceFile> file = SliceFile.of(image, n);
        Optional<Frame> read = Optional.empty();
        if (file.isPresent()) {
            try {
                opened.open(file.get().place());
                if (opened.isOf(image, n)) {
                    int index = file.get().frame().orElse(0);
                    read = Optional.of(Frame.of(opened.groups(), index, values.source()));
                }
            } catch (IOException e) {
                read = Optional.empty();
            }
        }
        Frame frame = read.orElseGet(() -> ofHeader(n));
        return values.stored() ? frame.withStored() : frame;
    }

    private Frame ofHeader(int n) {
        String header = Header.infoOf(image, n).orElse("");
        double slope = Tools.parseDouble(Header.value(header, Tag.RESCALE_SLOPE), 1);
        double intercept = Tools.parseDouble(Header.value(header, Tag.RESCALE_INTERCEPT), 0);
        int bits = (int) Tools.parseDouble(Header.value(header, Tag.BITS_STORED), 0);
        return new Frame(
                Header.value(header, Tag.SOP_INSTANCE_UID),
                record.slices().find(image, n).map(SliceTable.Slice::frame).orElse(0),
                Header.value(header, Tag.PIXEL_REPRESENTATION).equals("1"),
                bits > 0 ? OptionalInt.of(bits) : OptionalInt.empty(),
                Double.isFinite(slope) && Double.isFinite(intercept)
                        ? new Rescale(slope, intercept)
                        : ModalityLut.IDENTITY);
    }
}
