package hounsfield.dataset.table;

import hounsfield.standard.Dictionary;
import hounsfield.standard.DictionaryEntry;
import hounsfield.standard.VR;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The columns of a table and the types of their values, for files that take typed columns. It is collected from rows, by several
 * machines in any order, or made from the names of elements without reading files. Not thread-safe.
 */
public final class TableSchema implements Serializable {
    /** Sorted only when the columns are requested, because rows are added often. */
    private final Map<TagColumn, Type> tags = new HashMap<>();

    /** Types of values. */
    public enum Type {
        /** {@code Long}. */
        INTEGER,
        /** {@code Double}. */
        NUMBER,
        /** {@code String}. */
        TEXT;

        static Type of(Object value) {
            return value instanceof Long ? INTEGER : value instanceof Double ? NUMBER : TEXT;
        }

        /** Returns the type that can hold the values of both. */
        Type with(Type other) {
            return compareTo(other) < 0 ? other : this;
        }
    }

    /**
     * A column.
     *
     * @param name its heading
     * @param type of its values
     */
    public record Column(String name, Type type) implements Serializable {}

    /**
     * Returns the columns of elements by their Value Representations and Value Multiplicities in PS3.6; only the first value of
     * an element whose number of values is not fixed.
     *
     * @param tags elements that are named one by one
     * @return the columns
     * @throws IllegalArgumentException if the selection is of all elements, or of whole sequences
     */
    public static TableSchema named(TagSelection tags) {
        if (!tags.namesEach())
            throw new IllegalArgumentException(
                    "columns cannot be determined without the headers: name the elements one by one, without whole sequences");
        TableSchema schema = new TableSchema();
        for (TagPath path : tags.named()) {
            Type type = type(Dictionary.vrs(path.tag()));
            int values = values(path.tag());
            if (values > 1) schema.put(new TagColumn(path, TagColumn.MULTI), Type.INTEGER);
            for (int i = 0; i < values; i++) schema.put(new TagColumn(path, i), type);
        }
        return schema;
    }

    private static Type type(List<VR> vrs) {
        Type type = vrs.isEmpty() ? Type.TEXT : Type.INTEGER;
        for (VR vr : vrs) {
            boolean number = vr == VR.DS || vr.kind() == VR.Kind.FLOAT;
            boolean integer = vr == VR.IS || vr.kind() == VR.Kind.INTEGER;
            type = type.with(number ? Type.NUMBER : integer ? Type.INTEGER : Type.TEXT);
        }
        return type;
    }

    private static int values(int tag) {
        String multiplicity = Dictionary.find(tag).map(DictionaryEntry::vm).orElse("");
        boolean fixed = multiplicity.matches("\\d{1,2}");
        return fixed ? Math.max(1, Integer.parseInt(multiplicity)) : 1;
    }

    void put(TagColumn column, Type type) {
        if (tags.size() < Columns.MOST || tags.containsKey(column)) tags.merge(column, type, Type::with);
    }

    /**
     * Adds the columns of other files. A column with values of different types becomes one that can hold all of them.
     *
     * @param other is not changed
     */
    public void add(TableSchema other) {
        other.tags.forEach(this::put);
    }

    /**
     * Adds the columns of other files that are missing here, and keeps the types of existing columns.
     *
     * @param other is not changed
     */
    public void extend(TableSchema other) {
        other.tags.forEach((column, type) -> put(column, tags.getOrDefault(column, type)));
    }

    /**
     * Returns all columns.
     *
     * @param pixels whether the table has the statistics of pixels
     * @return the columns in the order of a table: standard ones, then elements by tag
     */
    public List<Column> columns(boolean pixels) {
        List<Column> columns = new ArrayList<>();
        for (StandardColumn fact : StandardColumn.values()) {
            if (pixels || !fact.isOfPixels()) columns.add(new Column(fact.heading(), fact.type()));
        }
        new TreeMap<>(tags).forEach((column, type) -> columns.add(new Column(column.name(), type)));
        return columns;
    }

    /** {@return whether there are no columns of elements} */
    public boolean isEmpty() {
        return tags.isEmpty();
    }

    /** {@return the columns of elements as lines of text, for {@link #parse}} */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        new TreeMap<>(tags)
                .forEach((column, type) -> lines.add(column.path().name() + "\t" + column.index() + "\t" + type));
        return lines;
    }

    /**
     * Reads what {@link #lines} returns.
     *
     * @param lines one column each
     * @return the columns
     * @throws IllegalArgumentException if a line is not of a column
     */
    public static TableSchema parse(List<String> lines) {
        TableSchema schema = new TableSchema();
        for (String line : lines) {
            String[] fields = line.split("\t", -1);
            if (fields.length != 3)
                throw new IllegalArgumentException("a line of columns has " + fields.length + " fields");
            TagPath path = TagPath.parse(fields[0]);
            schema.put(new TagColumn(path, Integer.parseInt(fields[1])), Type.valueOf(fields[2]));
        }
        return schema;
    }
}
