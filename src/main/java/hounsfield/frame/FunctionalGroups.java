package hounsfield.frame;

import hounsfield.data.DataSet;
import hounsfield.data.OptionalAttributes;
import hounsfield.standard.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * The attributes of each frame of an enhanced image: the Per-frame Functional Groups Sequence before the Shared one (PS3.3
 * C.7.6.16). In a Data Set without them every frame has the attributes of the top level.
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

    public static FunctionalGroups of(DataSet dataSet) {
        return new FunctionalGroups(dataSet);
    }

    /** The Items of the Per-frame Functional Groups Sequence, 0 where it is absent; not Number of Frames. */
    public int frames() {
        return perFrame.size();
    }

    /**
     * The first Item of a functional group macro, the frame's own before the shared one.
     *
     * @param frame counted from 0; one beyond the per-frame Items has the shared groups only
     * @param macroSequenceTag the macro's sequence, such as Pixel Value Transformation Sequence (0028,9145)
     */
    public Optional<DataSet> macro(int frame, int macroSequenceTag) {
        if (frame < 0) throw new IllegalArgumentException("frame " + frame);
        Optional<DataSet> own = own(frame, macroSequenceTag);
        return own.isPresent() ? own : shared(macroSequenceTag);
    }

    /** The first Item of a macro in the frame's own groups, not in the shared ones. */
    public Optional<DataSet> own(int frame, int macroSequenceTag) {
        return frame < perFrame.size() ? perFrame.get(frame).item(macroSequenceTag) : Optional.empty();
    }

    /** All Items of a macro in the frame's own groups. */
    public List<DataSet> ownItems(int frame, int macroSequenceTag) {
        return frame < perFrame.size() ? perFrame.get(frame).items(macroSequenceTag) : List.of();
    }

    /** All Items of a macro in the groups that all frames share. */
    public List<DataSet> sharedItems(int macroSequenceTag) {
        return shared.map(groups -> groups.items(macroSequenceTag)).orElse(List.of());
    }

    /** The first Item of a macro in the groups that all frames share. */
    public Optional<DataSet> shared(int macroSequenceTag) {
        return shared.flatMap(groups -> groups.item(macroSequenceTag));
    }

    /**
     * Whether every frame's own groups have a macro with one of these elements, not empty. Looked up once for all frames.
     *
     * @param tags the same in every call for a macro
     */
    public boolean isInEachFrame(int macroSequenceTag, int... tags) {
        return inEachFrame.computeIfAbsent(macroSequenceTag, macro -> {
            int declared = new OptionalAttributes(dataSet, finding -> {})
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

    /** As {@link #macro}, or else the top-level Data Set, where images that are not enhanced have the same attributes. */
    public DataSet attributes(int frame, int macroSequenceTag) {
        return macro(frame, macroSequenceTag).orElse(dataSet);
    }

    /**
     * Where the attributes of a macro may stand, by falling rank: the frame's own Item, the shared one, the top level. For
     * attributes of which the first that is there counts, since some files have an empty Item before the one that says
     * something.
     */
    public List<DataSet> levels(int frame, int macroSequenceTag) {
        List<DataSet> levels = new ArrayList<>(3);
        own(frame, macroSequenceTag).ifPresent(levels::add);
        shared(macroSequenceTag).ifPresent(levels::add);
        levels.add(dataSet);
        return levels;
    }

    /** The top level. */
    public DataSet dataSet() {
        return dataSet;
    }
}
