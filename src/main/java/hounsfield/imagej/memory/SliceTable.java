package hounsfield.imagej.memory;

import hounsfield.frame.pixeldata.Tile;
import hounsfield.geometry.PlaneGeometry;
import hounsfield.standard.error.OneLine;
import ij.ImagePlus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * The slices of an image as it was opened. A slice of the present image is found in the table by the first line of its
 * label, which moves with the slice when slices are removed, added or reordered. If no label has a name of the table,
 * slices are found by their index, if their number is unchanged. Immutable.
 */
public final class SliceTable {
    /** The table of images that were not opened by this plugin. */
    public static final SliceTable EMPTY = new SliceTable(List.of(), 0, false, List.of());

    /**
     * A slice as it was opened.
     *
     * @param name the first line of its label, by which the slice is found after slices were removed or reordered
     * @param file the path of its file, relative to the folder of the {@link ImageRecord}, or the name of an entry of
     *     its archive; empty if unknown
     * @param frame the frame in the file, counted from 0
     * @param tile the part of the frame; empty for the whole frame
     * @param unit the unit of its values if the units of slices differ; empty if they do not, or if it has none
     * @param plane position, orientation and pixel size in the patient, if known
     */
    public record Slice(
            String name, String file, int frame, Optional<Tile> tile, String unit, Optional<PlaneGeometry> plane) {
        /**
         * Creates a slice that is a whole frame, without a file or a plane.
         *
         * @param name the first line of its label
         */
        public Slice(String name) {
            this(name, "", 0, Optional.empty(), "", Optional.empty());
        }

        Slice in(String path) {
            return new Slice(name, path, frame, tile, unit, plane);
        }

        /** Returns the end of the name, after file, frame or tile, and a comma: the steps of channel and time. */
        String step() {
            String words = OneLine.of(file);
            if (file.isEmpty() || !name.startsWith(words)) return "";
            String rest = name.substring(words.length()).replaceFirst("^ (frame|tile) \\d+", "");
            return rest.startsWith(", ") ? rest.substring(2) : "";
        }

        /**
         * Returns this slice with another place in the patient.
         *
         * @param place position, orientation and pixel size
         * @return a new slice
         */
        public Slice at(PlaneGeometry place) {
            return new Slice(name, file, frame, tile, unit, Optional.of(place));
        }

        Slice withUnit(String other) {
            return new Slice(name, file, frame, tile, other, plane);
        }
    }

    private static final int UNKNOWN = -1;

    private final List<Slice> slices;
    private final int positions;
    private final boolean even;
    private final List<String> added;
    private final boolean hasUnits;
    /** Indexes by name, {@link #UNKNOWN} for a name that several slices have; made when first needed. */
    private volatile Map<String, Integer> byName;

    /**
     * Creates a table.
     *
     * @param slices all slices in the order of the image
     * @param positions slices of one channel at one time
     * @param even whether these are evenly spaced along one normal
     * @param added names that may follow a slice's name in labels
     */
    SliceTable(List<Slice> slices, int positions, boolean even, List<String> added) {
        this.slices = List.copyOf(slices);
        this.positions = positions;
        this.even = even;
        this.added = List.copyOf(added);
        hasUnits = slices.stream().anyMatch(slice -> !slice.unit().isEmpty());
    }

    /** Returns a table with other slices at the same positions. */
    SliceTable with(List<Slice> others) {
        return new SliceTable(others, positions, even, added);
    }

    /** {@return the slices in the order of the image} */
    public List<Slice> slices() {
        return slices;
    }

    /**
     * Returns a table of slices at the same positions whose pixels are in another order.
     *
     * @param others the slices in the order of the image
     * @return a new table
     */
    public SliceTable turned(List<Slice> others) {
        return with(others);
    }

    /** Returns the number of slices of one channel at one time. */
    int positions() {
        return positions;
    }

    /** Returns the names that may follow a slice's name in labels. */
    List<String> added() {
        return added;
    }

    /** Returns a table for images whose labels have names with added texts. */
    SliceTable adding(List<String> names) {
        if (names.isEmpty() || slices.isEmpty()) return this;
        List<String> all = new ArrayList<>(added);
        names.stream().filter(name -> !all.contains(name)).forEach(all::add);
        return new SliceTable(slices, positions, even, all);
    }

    /**
     * Finds a slice of an image in the table.
     *
     * @param image an image with this table
     * @param n the slice, counted from 1
     * @return its record; empty if the slice is unknown
     */
    public Optional<Slice> find(ImagePlus image, int n) {
        int index = index(image, n);
        return index < 0 ? Optional.empty() : Optional.of(slices.get(index));
    }

    /** Returns the index of a slice, counted from 1, in the table; negative if the slice is unknown. */
    int index(ImagePlus image, int n) {
        int index = indexByLabel(image, n);
        return index >= 0 || hasNamedSlice(image) ? index : indexByPlace(image, n);
    }

    /** Returns the index of each slice in the table; negative for unknown slices. */
    int[] indexes(ImagePlus image) {
        int[] indexes = new int[image.getStackSize()];
        boolean named = false;
        for (int i = 0; i < indexes.length; i++) {
            indexes[i] = indexByLabel(image, i + 1);
            named |= indexes[i] >= 0;
        }
        if (!named) for (int i = 0; i < indexes.length; i++) indexes[i] = indexByPlace(image, i + 1);
        return indexes;
    }

    /**
     * Returns a fact of each slice of an image.
     *
     * @param size number of facts
     * @param facts a fact by index in the table or, if the table is empty, by index in the image
     * @param unknown the fact of unknown slices
     */
    <T> List<T> map(ImagePlus image, int size, IntFunction<T> facts, T unknown) {
        int count = image.getStackSize();
        List<T> found = new ArrayList<>();
        int[] indexes = slices.isEmpty() ? new int[0] : indexes(image);
        for (int i = 0; i < count; i++) {
            int index = !slices.isEmpty() ? indexes[i] : count == size ? i : UNKNOWN;
            found.add(index >= 0 && index < size ? facts.apply(index) : unknown);
        }
        return found;
    }

    private boolean hasNamedSlice(ImagePlus image) {
        for (int n = 1; n <= image.getStackSize(); n++) if (indexByLabel(image, n) >= 0) return true;
        return false;
    }

    private int indexByLabel(ImagePlus image, int n) {
        if (slices.isEmpty()) return UNKNOWN;
        int place = indexByPlace(image, n);
        for (String name : SliceLabel.names(image, n)) {
            int index = index(name, place);
            if (index >= 0) return index;
        }
        return UNKNOWN;
    }

    /** Returns the index of a name. If several slices have the name, the one at {@code place} is meant. */
    private int index(String name, int place) {
        if (place >= 0 && slices.get(place).name().equals(name)) return place;
        int index = byName().getOrDefault(name, UNKNOWN);
        if (index >= 0) return index;
        for (String each : added) {
            String end = " " + each;
            if (name.length() > end.length() && name.endsWith(end)) {
                index = index(name.substring(0, name.length() - end.length()), place);
                if (index >= 0) return index;
            }
        }
        return UNKNOWN;
    }

    private Map<String, Integer> byName() {
        if (byName == null) {
            Map<String, Integer> names = new HashMap<>();
            for (int i = 0; i < slices.size(); i++) names.merge(slices.get(i).name(), i, (one, other) -> UNKNOWN);
            byName = names;
        }
        return byName;
    }

    private int indexByPlace(ImagePlus image, int n) {
        int count = image.getStackSize();
        int channels = Math.max(1, image.getNChannels());
        if (count == slices.size()) return n - 1;
        return count == slices.size() * channels ? (n - 1) / channels : UNKNOWN;
    }

    /** Returns whether the units of slices differ. */
    boolean hasUnits() {
        return hasUnits;
    }

    /** Returns whether the slices that were opened are evenly spaced along one normal. */
    boolean isEven() {
        return even;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SliceTable table
                && positions == table.positions
                && even == table.even
                && slices.equals(table.slices)
                && added.equals(table.added);
    }

    @Override
    public int hashCode() {
        return Objects.hash(slices, positions, even, added);
    }
}
