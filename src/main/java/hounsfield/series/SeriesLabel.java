package hounsfield.series;

import hounsfield.geometry.PlaneGeometry;
import hounsfield.geometry.StackGeometry;
import hounsfield.geometry.Vector3;
import hounsfield.series.axis.AxisOrder;
import hounsfield.series.slice.AxisAttribute;
import hounsfield.series.slice.AxisValues;
import hounsfield.standard.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** The words that distinguish the series of a folder. */
final class SeriesLabel {
    /** Directions closer to an axis of the patient than this have its name [degrees]. */
    private static final double STRAIGHT = 10;

    private SeriesLabel() {}

    /** Returns number, modality, kind, size, spacing and number of files, without text that the operator entered. */
    static String plain(Series series) {
        List<String> parts = new ArrayList<>();
        if (!series.modality().isEmpty()) parts.add(series.modality());
        parts.addAll(kind(series));
        parts.add(size(series));
        String spacing = spacing(series);
        if (!spacing.isEmpty()) parts.add(spacing + " mm");
        parts.add(Numbers.count(series.sources().size(), "file"));
        if (!series.findings().isEmpty())
            parts.add(Numbers.count(series.findings().size(), "remark"));
        return number(series) + String.join(", ", parts);
    }

    /** Returns {@link #plain} with Series Description and date. */
    static String full(Series series) {
        String plain = plain(series).substring(number(series).length());
        List<String> parts = new ArrayList<>();
        if (!series.description().isEmpty()) parts.add(series.description());
        String date = series.slices().get(0).series().date();
        if (!date.isEmpty()) parts.add(date);
        parts.add(plain);
        return number(series) + String.join(", ", parts);
    }

    private static String number(Series series) {
        return series.number().isPresent() ? series.number().getAsInt() + ": " : "";
    }

    /** Returns properties that all images share and that can distinguish series of the same UID. */
    static List<String> kind(Series series) {
        List<String> kind = new ArrayList<>();
        AxisValues first = series.slices().get(0).axisValues();
        if (first.get(AxisAttribute.IMAGE_TYPE) instanceof String type) {
            if (type.contains("LOCALIZER")) kind.add("localizer");
            if (type.startsWith("DERIVED")) kind.add("derived");
        }
        if (isCommon(series, AxisAttribute.COMPONENT) && !"magnitude".equals(first.get(AxisAttribute.COMPONENT))) {
            kind.add(first.get(AxisAttribute.COMPONENT).toString());
        }
        if (isCommon(series, AxisAttribute.ECHO_TIME)) {
            kind.add(AxisOrder.words(AxisAttribute.ECHO_TIME, first.get(AxisAttribute.ECHO_TIME)));
        }
        series.geometry().ifPresent(stack -> kind.add(orientation(stack)));
        return kind;
    }

    private static boolean isCommon(Series series, AxisAttribute attribute) {
        Object first = series.slices().get(0).axisValues().get(attribute);
        return first != null
                && series.slices().stream()
                        .allMatch(slice -> first.equals(slice.axisValues().get(attribute)));
    }

    private static String orientation(StackGeometry stack) {
        Vector3 normal = stack.normal();
        double limit = Math.cos(Math.toRadians(STRAIGHT));
        if (Math.abs(normal.z()) > limit) return "axial";
        if (Math.abs(normal.y()) > limit) return "coronal";
        return Math.abs(normal.x()) > limit ? "sagittal" : "oblique";
    }

    private static String size(Series series) {
        StringBuilder size = new StringBuilder();
        size.append(series.columns()).append(" x ").append(series.rows());
        size.append(" x ").append(series.positions());
        if (series.channels().size() > 1)
            size.append(" x C ").append(series.channels().size());
        if (series.times().size() > 1)
            size.append(" x T ").append(series.times().size());
        return size.toString();
    }

    /** Returns the distances of columns, rows and slices [mm]; empty if they are unknown. */
    static String spacing(Series series) {
        if (series.geometry().isEmpty()) return "";
        StackGeometry stack = series.geometry().get();
        PlaneGeometry plane = stack.planes().get(0);
        List<String> lengths = new ArrayList<>(List.of(rounded(plane.columnSpacing()), rounded(plane.rowSpacing())));
        if (!Double.isNaN(stack.medianSpacing())) lengths.add(rounded(stack.medianSpacing()));
        return String.join(" x ", lengths);
    }

    /** Formats a length or angle with four significant digits and without trailing zeros. */
    static String rounded(double mm) {
        return new BigDecimal(mm).round(new MathContext(4)).stripTrailingZeros().toPlainString();
    }
}
