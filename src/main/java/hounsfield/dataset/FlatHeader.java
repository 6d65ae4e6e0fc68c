package hounsfield.dataset;

import hounsfield.data.ByteText;
import hounsfield.data.DataSet;
import hounsfield.data.Element;
import hounsfield.parse.DicomFile;
import hounsfield.standard.DicomException;
import hounsfield.standard.Tag;
import hounsfield.standard.VR;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A header laid out flat, a value a cell: of several values each has its own, and what lies in sequences has its path
 * before it. Pixels and other values that stayed in the file are left out.
 */
final class FlatHeader {
    /** Contours and offset vectors have thousands of values; more than so many stay together in one cell. */
    static final int MOST_VALUES = 100;

    /** Sequences may lie in each other without an end; what lies deeper is left out. */
    private static final int MOST_DEPTH = 16;

    /** A spreadsheet's cell takes 32,767 characters. */
    private static final int LONGEST_TEXT = 32_000;

    /** Binary values of more bytes, lookup tables for instance, are counted only. */
    private static final int MOST_BYTES = 16_000;

    private final DataSet metaInformation;
    private final TagSelection selection;
    private final Sink sink;

    /** Takes the values, in the order of the header. */
    @FunctionalInterface
    interface Sink {
        /**
         * @param index which of the element's values, {@link TagColumn#MULTI} for the mark that there are several
         * @param value a {@code Long}, a {@code Double} or a {@code String}
         */
        void put(TagPath path, int index, Object value);
    }

    private FlatHeader(DataSet metaInformation, TagSelection selection, Sink sink) {
        this.metaInformation = metaInformation;
        this.selection = selection;
        this.sink = sink;
    }

    /** Gives the selected values of File Meta Information and Data Set to {@code sink}, those of the top first. */
    static void of(DicomFile file, TagSelection selection, Sink sink) {
        FlatHeader header = new FlatHeader(file.metaInformation(), selection, sink);
        header.add(file.metaInformation(), null, 0);
        header.add(file.dataSet(), null, 0);
    }

    /** Goes down no further than {@link #MOST_DEPTH}, so the call stack suffices. */
    private void add(DataSet dataSet, TagPath sequence, int item) {
        List<TagPath> sequences = new ArrayList<>();
        for (Element element : dataSet) {
            // File Meta Information has its say where it belongs, and nowhere else.
            if (Tag.group(element.tag()) == 0x0002 && dataSet != metaInformation) continue;
            TagPath path = sequence == null ? TagPath.of(element.tag()) : sequence.in(item, element.tag());
            if (element.isSequence()) sequences.add(path);
            else if (selection.takes(path)) addValues(dataSet, element, path);
        }
        for (TagPath path : sequences) {
            if (path.depth() >= MOST_DEPTH || !selection.enters(path)) continue;
            List<DataSet> items = dataSet.items(path.tag());
            for (int i = 0; i < items.size(); i++) add(items.get(i), path, i);
        }
    }

    private void addValues(DataSet dataSet, Element element, TagPath path) {
        if (element.bulk().isPresent() || element.length() == 0 || Tag.element(element.tag()) == 0) return;
        List<?> values = values(dataSet, element);
        if (values.size() > MOST_VALUES) values = List.of(together(values));
        if (values.size() > 1) sink.put(path, TagColumn.MULTI, 1L);
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            if (value instanceof String text) value = shortened(text);
            if (!value.equals("")) sink.put(path, i, value);
        }
    }

    /** Numbers where all values are such; what cannot be read by its VR stays as its text. */
    private static List<?> values(DataSet dataSet, Element element) {
        int tag = element.tag();
        VR vr = element.vr();
        try {
            if (vr.kind() == VR.Kind.BYTES) return List.of(ByteText.of(element));
            if (element.length() > MOST_BYTES && !vr.isText()) {
                return List.of(element.length() / vr.width() + " values");
            }
            if (vr == VR.DS || vr.kind() == VR.Kind.FLOAT) return boxed(dataSet.doubles(tag));
            if (vr == VR.IS || vr.kind() == VR.Kind.INTEGER) return boxed(dataSet.longs(tag));
        } catch (DicomException e) {
            // "1A" for a number, or one beyond 64 bits: shown as it stands.
        }
        try {
            return dataSet.strings(tag);
        } catch (DicomException e) {
            return List.of("(" + e.problem() + ")");
        }
    }

    private static List<Double> boxed(double[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }

    private static List<Long> boxed(long[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }

    private static String together(List<?> values) {
        String text = values.stream().map(Cells::text).collect(Collectors.joining("\\"));
        return text.length() <= LONGEST_TEXT ? text : values.size() + " values";
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + " ...";
    }
}
