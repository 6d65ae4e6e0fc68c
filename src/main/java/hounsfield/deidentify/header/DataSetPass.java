package hounsfield.deidentify.header;

import hounsfield.data.DataSet;
import hounsfield.data.Element;
import hounsfield.deidentify.key.DateShift;
import hounsfield.deidentify.key.Pseudonyms;
import hounsfield.deidentify.profile.Profile;
import hounsfield.deidentify.profile.Profile.Decision;
import hounsfield.deidentify.profile.ProfileOption;
import hounsfield.deidentify.profile.SafePrivate;
import hounsfield.standard.Dictionary;
import hounsfield.standard.Tag;
import hounsfield.standard.VR;
import hounsfield.standard.error.DicomException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Cleans the header of one file. */
final class DataSetPass {
    private static final byte[] NOTHING = {};

    private final Profile profile;
    private final Pseudonyms pseudonyms;
    private final ValueCleaner values;
    private final DateShift shift;
    private final ChangeListener listener;
    private final Dummies dummies;

    DataSetPass(Profile profile, Pseudonyms pseudonyms, ValueCleaner values, DateShift shift, ChangeListener listener) {
        this.profile = profile;
        this.pseudonyms = pseudonyms;
        this.values = values;
        this.shift = shift;
        this.listener = listener;
        dummies = new Dummies(pseudonyms);
    }

    DataSet clean(DataSet dataSet) throws DicomException {
        return clean(dataSet, null, 0, 0);
    }

    /** @param sequence the place of the sequence that contains the Item, {@code null} for the Data Set of the file */
    private DataSet clean(DataSet dataSet, ElementPlace sequence, int item, int depth) throws DicomException {
        DataSet.Builder builder = new DataSet.Builder(dataSet.characterSet());
        for (Element element : dataSet) {
            int tag = element.tag();
            int group = Tag.group(tag);
            // The writer omits group lengths and writes a new group 0002.
            if (group <= 2 || group == 0xFFFF || Tag.element(tag) == 0) continue;
            if (depth == 0 && isPixelData(tag)) {
                builder.add(element);
                continue;
            }
            Spot spot = new Spot(dataSet, element, sequence, item, depth);
            Element after = Tag.isPrivate(tag) ? cleanPrivate(spot, builder) : cleanStandard(spot);
            if (after != null) builder.add(after);
        }
        return builder.build();
    }

    /** An element with its surroundings. */
    private record Spot(DataSet owner, Element element, ElementPlace sequence, int item, int depth) {
        ElementPlace place() {
            return new ElementPlace(sequence, item, element.tag());
        }
    }

    private static boolean isPixelData(int tag) {
        return tag == Tag.PIXEL_DATA || tag == Tag.FLOAT_PIXEL_DATA || tag == Tag.DOUBLE_FLOAT_PIXEL_DATA;
    }

    private Element report(Spot spot, Outcome outcome, String rule, Element after) {
        listener.changed(spot.place(), outcome, rule, spot.element, spot.owner, after);
        return after;
    }

    private Element remove(Spot spot, String rule) {
        return report(spot, Outcome.REMOVED, rule, null);
    }

    /** Keeps a safe element, and adds the creator that reserves its block. */
    private Element cleanPrivate(Spot spot, DataSet.Builder builder) throws DicomException {
        Element element = spot.element;
        int tag = element.tag();
        // A Private Creator is removed here and added again with its safe elements.
        if (Tag.element(tag) < 0x1000 || !profile.has(ProfileOption.RETAIN_SAFE_PRIVATE))
            return remove(spot, "private");
        int creatorTag = Tag.of(Tag.group(tag), Tag.element(tag) >>> 8);
        String creator = spot.owner
                .find(creatorTag)
                .map(found -> HeaderCleaner.firstText(spot.owner, found))
                .orElse("");
        Optional<VR> vr = SafePrivate.find(creator, tag);
        // An element is safe only with the VR in the list.
        boolean typedSo = vr.isPresent() && (element.vr() == vr.get() || element.vr() == VR.UN && vr.get() != VR.SQ);
        if (!typedSo || element.isSequence() != (vr.get() == VR.SQ)) return remove(spot, "private");
        Element safe = safe(spot, vr.get(), creator);
        if (safe == null) return remove(spot, "private");
        byte[] name = creator.getBytes(StandardCharsets.US_ASCII);
        if (!builder.contains(creatorTag)) builder.add(Element.of(creatorTag, VR.LO, name, true));
        return safe;
    }

    /** Returns a safe element without identifying values; {@code null} if nothing is left. */
    private Element safe(Spot spot, VR vr, String creator) throws DicomException {
        Element element = spot.element;
        int tag = element.tag();
        if (vr == VR.SQ) return items(spot, "safe private");
        if (SafeCsa.CREATOR.equals(creator)) {
            Element numbers = SafeCsa.of(spot.owner, tag).orElse(null);
            return numbers == null ? null : report(spot, Outcome.CLEANED, "numbers of mosaics and diffusion", numbers);
        }
        // The VR of a large value, which stays in the file, cannot be changed.
        boolean retyped = element.vr() != vr && element.bulk().isEmpty();
        Element typed = retyped ? Element.of(tag, vr, element.bytes(), element.littleEndian()) : element;
        return vr == VR.UI
                ? uids(new Spot(spot.owner, typed, spot.sequence, spot.item, spot.depth), "safe private")
                : values.clean(typed, spot.owner.characterSet());
    }

    private Element cleanStandard(Spot spot) throws DicomException {
        Element element = spot.element;
        List<VR> possible = Dictionary.vrs(element.tag());
        VR vr = possible.isEmpty() || possible.contains(element.vr()) ? element.vr() : possible.get(0);
        if (element.isSequence() != (vr == VR.SQ)) return remove(spot, "not of its VR " + vr);
        Decision decision = profile.decide(element.tag(), vr);
        String rule = decision.reason();
        return switch (decision.action()) {
            case REMOVE -> remove(spot, rule);
            case EMPTY -> empty(spot, vr, rule);
            case DUMMY -> dummy(spot, vr, rule);
            case UID -> vr == VR.SQ ? items(spot, rule) : vr == VR.UI ? uids(spot, rule) : remove(spot, rule);
            case KEEP -> vr == VR.SQ ? items(spot, rule) : keep(spot, rule);
            case CLEAN -> vr == VR.SQ ? items(spot, rule) : clean(spot, vr, rule);
        };
    }

    private Element items(Spot spot, String rule) throws DicomException {
        if (spot.depth >= HeaderCleaner.DEEPEST) return remove(spot, "nested too deep");
        Element element = spot.element;
        ElementPlace place = spot.place();
        List<DataSet> items = new ArrayList<>(element.items().size());
        int number = 0;
        for (DataSet item : element.items()) items.add(clean(item, place, ++number, spot.depth + 1));
        return Element.sequence(element.tag(), items);
    }

    private Element empty(Spot spot, VR vr, String rule) {
        Element element = spot.element;
        if (element.length() == 0) return element;
        int tag = element.tag();
        String kind = kind(tag);
        if (!kind.isEmpty()) return pseudonym(spot, vr, kind, rule);
        Element empty = vr == VR.SQ ? Element.sequence(tag, List.of()) : Element.of(tag, vr, NOTHING, true);
        return report(spot, Outcome.EMPTIED, rule, empty);
    }

    /** Returns the kind of an identifier whose values must stay different; empty for other attributes. */
    private static String kind(int tag) {
        return switch (tag) {
            case Tag.PATIENT_NAME, Tag.PATIENT_ID -> "patient";
            case Tag.ACCESSION_NUMBER -> "accession";
            case Tag.STUDY_ID -> "study";
            default -> "";
        };
    }

    /**
     * Replaces an identifier by its pseudonym. The name of a patient gets the pseudonym of the ID, since a name may be written in
     * several ways.
     */
    private Element pseudonym(Spot spot, VR vr, String kind, String rule) {
        int tag = spot.element.tag();
        String value = HeaderCleaner.firstText(spot.owner, spot.element);
        if (tag == Tag.PATIENT_NAME) {
            String id = spot.owner
                    .find(Tag.PATIENT_ID)
                    .map(found -> HeaderCleaner.firstText(spot.owner, found))
                    .orElse("");
            if (!id.isEmpty()) value = id;
        }
        if (value.isEmpty()) return report(spot, Outcome.EMPTIED, rule, Element.of(tag, vr, NOTHING, true));
        return report(spot, Outcome.REPLACED, rule, Dummies.text(tag, vr, pseudonyms.code(kind, value)));
    }

    private Element dummy(Spot spot, VR vr, String rule) {
        if (spot.element.length() == 0) return spot.element;
        String kind = kind(spot.element.tag());
        if (!kind.isEmpty()) return pseudonym(spot, vr, kind, rule);
        if (vr == VR.UI) return uids(spot, rule);
        String value = HeaderCleaner.firstText(spot.owner, spot.element);
        return report(spot, Outcome.REPLACED, rule, dummies.of(spot.element, vr, value));
    }

    private Element uids(Spot spot, String rule) {
        Element element = spot.element;
        if (element.length() == 0) return element;
        String[] uids = text(element).split("\\\\", -1);
        boolean changed = false;
        for (int i = 0; i < uids.length; i++) {
            String uid = uids[i].strip();
            uids[i] = uid.isEmpty() ? uid : pseudonyms.uid(ValueForm.fits(VR.UI, uid) ? uid : "invalid " + uid);
            changed |= !uids[i].equals(uid);
        }
        if (!changed) return element;
        Element after = Dummies.text(element.tag(), VR.UI, String.join("\\", uids));
        return report(spot, Outcome.UID_REPLACED, rule, after);
    }

    private static boolean isValid(Element element) {
        for (String uid : text(element).split("\\\\", -1)) if (!ValueForm.fits(VR.UI, uid.strip())) return false;
        return true;
    }

    private static String text(Element element) {
        try {
            return new String(element.bytes(), StandardCharsets.ISO_8859_1).replace('\0', ' ');
        } catch (DicomException e) {
            return "";
        }
    }

    private Element keep(Spot spot, String rule) throws DicomException {
        // An invalid UID is replaced, too, so that references between files with invalid UIDs still match.
        if (spot.element.vr() == VR.UI && !isValid(spot.element)) return uids(spot, "invalid UID");
        Element after = values.clean(spot.element, spot.owner.characterSet());
        if (after == spot.element) return after;
        if (after == null) return remove(spot, "identity");
        boolean empty = after.length() == 0;
        return report(spot, empty ? Outcome.EMPTIED : Outcome.CLEANED, "identity", after);
    }

    private Element clean(Spot spot, VR vr, String rule) throws DicomException {
        if (profile.has(ProfileOption.RETAIN_MODIFIED_DATES)) {
            if (vr == VR.DA) return shifted(spot, vr, shift::date, rule);
            if (vr == VR.DT) return shifted(spot, vr, shift::dateTime, rule);
        }
        return keep(spot, rule);
    }

    private Element shifted(Spot spot, VR vr, UnaryOperator<String> move, String rule) {
        Element element = spot.element;
        if (element.length() == 0) return element;
        String[] dates = text(element).split("\\\\", -1);
        for (int i = 0; i < dates.length; i++) dates[i] = move.apply(dates[i].strip());
        String text = String.join("\\", dates);
        boolean empty = text.replace("\\", "").isEmpty();
        Element after = empty ? Element.of(element.tag(), vr, NOTHING, true) : Dummies.text(element.tag(), vr, text);
        return report(spot, empty ? Outcome.EMPTIED : Outcome.DATE_SHIFTED, rule, after);
    }
}
