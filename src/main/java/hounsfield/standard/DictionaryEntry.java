package hounsfield.standard;

import java.util.List;

/**
 * The entry of a Data Element in PS3.6.
 *
 * @param tag the element's tag; for a range such as (60xx,3000), the requested tag
 * @param vrs the possible Value Representations: several where PS3.6 lists "US or SS", none for Items and their
 *     delimiters
 * @param vm Value Multiplicity as in PS3.6, such as "1" or "2-n"; empty if not given
 * @param keyword such as "PixelSpacing"; empty for a few retired elements
 * @param name such as "Pixel Spacing"; empty for a few retired elements
 * @param retired whether the element is retired; old files still contain it
 */
public record DictionaryEntry(int tag, List<VR> vrs, String vm, String keyword, String name, boolean retired) {
    /** {@return the first of the possible Value Representations, or {@link VR#UN} if there is none} */
    public VR vr() {
        return vrs.isEmpty() ? VR.UN : vrs.get(0);
    }
}
