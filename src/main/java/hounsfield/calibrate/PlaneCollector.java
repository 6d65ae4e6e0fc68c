package hounsfield.calibrate;

import java.util.LinkedHashSet;
import java.util.Set;

/** Puts planes that were read one by one into an image, and says so where they do not share a unit. */
public final class PlaneCollector {
    private final CalibratedImage.Builder builder;
    private final Set<String> units = new LinkedHashSet<>();

    /** @param width pixels in a row of every plane
     * @param height rows of every plane */
    public PlaneCollector(int width, int height) {
        builder = new CalibratedImage.Builder(width, height);
    }

    /** Adds a plane behind the others. */
    public void add(FrameCalibrator.Plane plane) {
        builder.plane(plane.values(), plane.padding());
        units.add(plane.unit());
        plane.findings().forEach(builder::finding);
    }

    /** The image so far, ready for its geometry; planes of different units have none in common. */
    public CalibratedImage.Builder builder() {
        if (units.size() == 1) return builder.unit(units.iterator().next());
        return builder.unit("").finding("The planes have different units: " + String.join(", ", units));
    }
}
