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

    /** Returns the action of the basic profile. A sequence has no dummy of its own, so it is removed or empty where that is allowed. */
    ProfileAction basicAction(VR vr) {
        ProfileAction action = ProfileAction.of(basic);
        if (vr != VR.SQ || action != ProfileAction.DUMMY || basic.equals("D")) return action;
        return basic.startsWith("X") ? ProfileAction.REMOVE : ProfileAction.EMPTY;
    }
}
