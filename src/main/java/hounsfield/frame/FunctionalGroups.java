package hounsfield.frame;

import hounsfield.data.DataSet;
import hounsfield.data.Element;
import hounsfield.data.OptionalAttributes;
import hounsfield.standard.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * The attributes of each frame of an enhanced image: the Per-frame Functional Groups Sequence takes precedence over the
 * Shared one (PS3.3 C.7.6.16). In a Data Set without them, every frame has the attributes of the top level.
 */
public final class FunctionalGroups {
    private final DataSet dataSet;
    private final List<DataSet> perFrame;
    private final Optional<DataSet> shared;
    private final Map<Integer, Boolean> inEachFrame = new ConcurrentHashMap<>();

    private FunctionalGroups(DataSet dataSet) {
        this.dataSet = dataSet;
        perFrame = dataSet.items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE);
        shared = dataSet.item(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE);
    }

    /**
     * {@return the functional groups of a Data Set}
     *
     * @param dataSet of any image, enhanced or not
     */
    public static FunctionalGroups of(DataSet dataSet) {
        return new FunctionalGroups(dataSet);
    }

    /** {@return number of Items of the Per-frame Functional Groups Sequence, 0 if absent; it may differ from Number of Frames} */
    public int frames() {
        return perFrame.size();
    }

    /**
     * Returns the first Item of a functional group macro: that of the frame, otherwise the shared one.
     *
     * @param frame index from 0; a frame without a per-frame Item has only the shared groups
     * @param macroSequenceTag sequence of the macro, such as Pixel Value Transformation Sequence (0028,9145)
     * @return the Item, if any
     */
    public Optional<DataSet> macro(int frame, int macroSequenceTag) {
        if (frame < 0) throw new IllegalArgumentException("frame " + frame);
        Optional<DataSet> own = own(frame, macroSequenceTag);
        return own.isPresent() ? own : shared(macroSequenceTag);
    }

    /**
     * Returns the first Item of a macro in the per-frame groups, not in the shared ones.
     *
     * @param frame index from 0
     * @param macroSequenceTag sequence of the macro
     * @return the Item, if any
     */
    public Optional<DataSet> own(int frame, int macroSequenceTag) {
        return frame < perFrame.size() ? perFrame.get(frame).item(macroSequenceTag) : Optional.empty();
    }

    /**
     * {@return all Items of a macro in the per-frame groups}
     *
     * @param frame index from 0
     * @param macroSequenceTag sequence of the macro
     */
    public List<DataSet> ownItems(int frame, int macroSequenceTag) {
        return frame < perFrame.size() ? perFrame.get(frame).items(macroSequenceTag) : List.of();
    }

    /**
     * {@return all Items of a macro in the shared groups}
     *
     * @param macroSequenceTag sequence of the macro
     */
    public List<DataSet> sharedItems(int macroSequenceTag) {
        return shared.map(groups -> groups.items(macroSequenceTag)).orElse(List.of());
    }

    /**
     * Returns the first Item of a macro in the shared groups.
     *
     * @param macroSequenceTag sequence of the macro
     * @return the Item, if any
     */
    public Optional<DataSet> shared(int macroSequenceTag) {
        return shared.flatMap(groups -> groups.item(macroSequenceTag));
    }

    /**
     * Returns whether the per-frame groups of every frame contain a macro with a non-empty element among these. The
     * result is cached for each macro.
     *
     * @param macroSequenceTag sequence of the macro
     * @param tags the same in every call for a macro
     * @return whether all frames have one
     */
    public boolean isInEachFrame(int macroSequenceTag, int... tags) {
        return inEachFrame.computeIfAbsent(macroSequenceTag, macro -> {
            int declared = new OptionalAttributes(dataSet)
                    .integer(Tag.NUMBER_OF_FRAMES)
                    .orElse(0);
            return declared <= perFrame.size()
                    && IntStream.range(0, perFrame.size()).allMatch(frame -> own(frame, macro).stream()
                            .anyMatch(item -> IntStream.of(tags).anyMatch(tag -> hasValue(item, tag))));
        });
    }

    private static boolean hasValue(DataSet item, int tag) {
        return item.find(tag).filter(element -> element.length() != 0).isPresent();
    }

    /**
     * {@return the Item of {@link #macro}, or the top-level Data Set, in which images that are not enhanced have the
     * same attributes}
     *
     * @param frame index from 0
     * @param macroSequenceTag sequence of the macro
     */
    public DataSet attributes(int frame, int macroSequenceTag) {
        return macro(frame, macroSequenceTag).orElse(dataSet);
    }

    /**
     * {@return all Data Sets that may contain the attributes of a macro, in order of precedence: per-frame Item, shared
     * Item, top level} This is for attributes of which the first present one is used, because some files have an empty
     * Item before the relevant one.
     *
     * @param frame index from 0
     * @param macroSequenceTag sequence of the macro
     */
    public List<DataSet> levels(int frame, int macroSequenceTag) {
        List<DataSet> levels = new ArrayList<>(3);
        own(frame, macroSequenceTag).ifPresent(levels::add);
        shared(macroSequenceTag).ifPresent(levels::add);
        levels.add(dataSet);
        return levels;
    }

    /**
     * Returns the attributes that a single-frame image would have at its top level. A legacy converted enhanced image (PS3.3
     * C.7.6.16.2.25) has those that no other macro contains in the Unassigned Per-Frame and Shared Converted Attributes Sequences.
     *
     * @param frame index from 0
     * @return the top-level Data Set with those elements, the frame's own first; the same Data Set if there are none
     */
    public DataSet withConverted(int frame) {
        Optional<DataSet> ofFrame = own(frame, Tag.UNASSIGNED_PER_FRAME_CONVERTED_ATTRIBUTES_SEQUENCE);
        Optional<DataSet> ofAll = shared(Tag.UNASSIGNED_SHARED_CONVERTED_ATTRIBUTES_SEQUENCE);
        if (ofFrame.isEmpty() && ofAll.isEmpty()) return dataSet;
        DataSet.Builder all = new DataSet.Builder(dataSet.characterSet());
        dataSet.forEach(all::add);
        for (Optional<DataSet> item : List.of(ofAll, ofFrame)) {
            for (Element element : item.orElse(DataSet.EMPTY)) if (element.length() != 0) all.add(element);
        }
        return all.build();
    }

    /** {@return the top-level Data Set} */
    public DataSet dataSet() {
        return dataSet;
    }
}
