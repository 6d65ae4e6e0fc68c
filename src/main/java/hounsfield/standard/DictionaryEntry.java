package hounsfield.standard;

import java.util.List;

/**
 * What PS3.6 says of a Data Element.
 *
 * @param tag the element's tag; where the dictionary holds a range such as (60xx,3000), the tag that was asked for
 * @param vrs the Value Representations it may have, more than one where PS3.6 says "US or SS"; none for Items and their
 *     delimiters
 * @param vm Value Multiplicity as PS3.6 writes it: "1", "2-n"; empty where it gives none
 * @param keyword such as "PixelSpacing"; empty for the few retired elements that have none
 * @param name such as "Pixel Spacing"; empty for the few retired elements that have none
 * @param retired whether the standard has given it up; old files hold it all the same
 */
public record DictionaryEntry(int tag, List<VR> vrs, String vm, String keyword, String name, boolean retired) {
    /** The first of the possible Value Representations, {@link VR#UN} if there is none. */
    public VR vr() {
        return vrs.isEmpty() ? VR.UN : vrs.get(0);
    }
}
