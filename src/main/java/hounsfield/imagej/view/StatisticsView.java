package hounsfield.imagej.view;

import hounsfield.imagej.host.Messages;
import hounsfield.imagej.host.TableView;
import hounsfield.imagej.measure.ImageMeasurement;

/** Statistics of an image as rows of a table that is separate from ImageJ's Results. */
public final class StatisticsView {
    /** Title of the results table. */
    public static final String TABLE = "HU Statistics";

    private StatisticsView() {}

    /**
     * Adds a row per part to the table. Logs why there is no volume, or that slices are unevenly spaced.
     *
     * @param measurement the numbers
     */
    public static void show(ImageMeasurement measurement) {
        Messages.log(TABLE, measurement.notes());
        TableView.append(measurement.rows(), TABLE);
    }
}
