package hounsfield.region.presentation;

import hounsfield.data.DataSet;
import hounsfield.data.OptionalAttributes;
import hounsfield.frame.OverlayPlane;
import hounsfield.standard.Tag;
import hounsfield.work.Diagnostics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * The overlay planes that a presentation state shows (PS3.3 C.11.7).
 *
 * @param own overlay planes in the state itself
 * @param layers Overlay Activation Layer (60xx,1001) by group, for planes in the state and in the image; an empty text if the plane is
 *     not shown
 * @param shutter the group whose bits are a shutter
 */
public record StateOverlays(List<OverlayPlane> own, Map<Integer, String> layers, OptionalInt shutter) {
    static StateOverlays of(DataSet dataSet, OptionalInt shutter, Diagnostics findings) {
        OptionalAttributes attributes = new OptionalAttributes(dataSet, findings);
        Map<Integer, String> layers = new TreeMap<>();
        for (int shift = 0; shift < OverlayPlane.GROUPS * OverlayPlane.STEP; shift += OverlayPlane.STEP) {
            int tag = Tag.OVERLAY_ACTIVATION_LAYER + shift;
            if (dataSet.contains(tag)) layers.put(tag >>> 16, attributes.text(tag));
        }
        return new StateOverlays(OverlayPlane.of(dataSet, findings), layers, shutter);
    }

    /**
     * Returns the layer of a plane. Planes in the state without an activation layer are shown.
     *
     * @param group the group of the plane
     * @return the layer; empty if the plane is not shown, or is a shutter
     */
    public Optional<String> layer(int group) {
        if (shutter.isPresent() && shutter.getAsInt() == group) return Optional.empty();
        String layer = layers.get(group);
        if (layer == null) return isOwn(group) ? Optional.of("") : Optional.empty();
        return layer.isEmpty() ? Optional.empty() : Optional.of(layer);
    }

    /**
     * Returns whether a plane is in the state.
     *
     * @param group the group of the plane
     * @return whether the state has the plane; then a plane of the image with the same group is not shown
     */
    public boolean isOwn(int group) {
        return own.stream().anyMatch(plane -> plane.group() == group);
    }

    /** {@return whether the state shows planes, or has a shutter, that are in the image} */
    public boolean needsImage() {
        return layers.entrySet().stream().anyMatch(each -> !each.getValue().isEmpty() && !isOwn(each.getKey()))
                || shutter.isPresent() && !isOwn(shutter.getAsInt());
    }
}
