package hounsfield.derive;

import hounsfield.calibrate.Rescale;
import hounsfield.geometry.PlaneGeometry;
import hounsfield.window.Window;
import java.util.Optional;

/**
 * Describes a frame of a new image. It does not contain the pixels.
 *
 * @param source the instance from which it was made; empty if unknown
 * @param plane position, orientation and pixel size of the new frame in the patient; empty if unknown
 * @param line the line from stored values to values
 * @param window the display window, in the unit of the values; empty for color
 * @param channel from 1
 * @param position from 1
 * @param time from 1
 */
public record NewFrame(
        Optional<SourceInstance> source,
        Optional<PlaneGeometry> plane,
        Rescale line,
        Optional<Window> window,
        int channel,
        int position,
        int time) {
    /**
     * Describes a frame whose values are its stored values.
     *
     * @param source the instance from which it was made; empty if unknown
     * @param plane its place in the patient
     * @param channel from 1
     * @param position from 1
     * @return a frame of the first time point, without a window
     */
    public static NewFrame of(Optional<SourceInstance> source, PlaneGeometry plane, int channel, int position) {
        return new NewFrame(source, Optional.of(plane), new Rescale(1, 0), Optional.empty(), channel, position, 1);
    }
}
