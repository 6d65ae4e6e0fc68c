package hounsfield.dataset.table;

import hounsfield.data.ByteText;
import hounsfield.data.DataSet;
import hounsfield.data.Element;
import hounsfield.dataset.csv.Cells;
import hounsfield.parse.DicomFile;
import hounsfield.standard.Tag;
import hounsfield.standard.VR;
import hounsfield.standard.error.DicomException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Flattens a header to one value per cell: each of several values has its own cell, and elements in sequences are
 * prefixed with their path. Pixels and other values that remain in the file are omitted.
 */
final class FlatHeader {
    /** Longer lists of values, such as contours and offset vectors, are kept in one cell. */
    static final int MOST_VALUES = 100;

    /** Limit of nested sequences; deeper ones are omitted. */
    private static final int MOST_DEPTH = 16;

    /** Longer texts are truncated, because a spreadsheet cell holds 32,767 characters. */
    private static final int LONGEST_TEXT = 32_000;

    /** Larger binary values, such as lookup tables, are shown as their number of values. */
    private static final int MOST_BYTES = 16_000;

    private final DataSet metaInformation;
    private final TagSelection selection;
    private final Sink sink;

    /** Receives the values, in the order of the header. */
    @FunctionalInterface
    interface Sink {
        /**
         * Receives a value.
         *
         * @param index of the value in the element, from 0; {@link TagColumn#MULTI} for the mark of several values
         * @param value a {@code Long}, a {@code Double} or a {@code String}
         */
        void put(TagPath path, int index, Object value);
    }

    private FlatHeader(DataSet metaInformation, TagSelection selection, Sink sink) {
        this.metaInformation = metaInformation;
        this.selection = selection;
        this.sink = sink;
    }

    /** Passes the selected values of File Meta Information and Data Set to {@code sink}, those of the top level first. */
    static void of(DicomFile file, TagSelection selection, Sink sink) {
        FlatHeader header = new FlatHeader(file.metaInformation(), selection, sink);
        header.add(file.metaInformation(), null, 0);
        header.add(file.dataSet(), null, 0);
    }

    /** Recurses at most {@link #MOST_DEPTH} levels, so that the call stack suffices. */
    private void add(DataSet dataSet, TagPath sequence, int item) {
        List<TagPath> sequences = new ArrayList<>();
        for (Element element : dataSet) {
            // Elements of group 0002 are only valid in the File Meta Information.
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
        if (values.size() > MOST_VALUES) values = List.of(joined(values));
        if (values.size() > 1) sink.put(path, TagColumn.MULTI, 1L);
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            if (value instanceof String text) value = shortened(text);
            if (!value.equals("")) sink.put(path, i, value);
        }
    }

    /** Returns numbers if all values are; values that are invalid for their VR are returned as text. */
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
            // An invalid number such as "1A", or one beyond 64 bits, is shown as text.
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

    private static String joined(List<?> values) {
        String text = values.stream().map(Cells::text).collect(Collectors.joining("\\"));
        return text.length() <= LONGEST_TEXT ? text : values.size() + " values";
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + " ...";
    }
}
