package hounsfield.deidentify.profile;

import hounsfield.standard.VR;
import java.util.Map;

/**
 * The row of an attribute in PS3.15 table E.1-1.
 *
 * @param basic the cell of the basic profile, such as {@code X/Z/D}
 * @param options the actions of options
 */
record ProfileRule(String basic, Map<ProfileOption, ProfileAction> options) {
    ProfileRule {
        options = Map.copyOf(options);
    }

    /**
     * Returns the action of the basic profile. A sequence has no dummy, and most IODs require an Item if it is present, so it is
     * removed if the cell allows that.
     *
     * @param typeTwo whether IODs require the sequence but allow it to be empty (type 2)
     */
    ProfileAction basicAction(VR vr, boolean typeTwo) {
        ProfileAction action = ProfileAction.of(basic);
        if (vr != VR.SQ || action == ProfileAction.UID || basic.equals("D")) return action;
        return basic.startsWith("X") && !typeTwo ? ProfileAction.REMOVE : ProfileAction.EMPTY;
    }
}
