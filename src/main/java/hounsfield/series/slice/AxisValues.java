package hounsfield.series.slice;

import hounsfield.data.DataSet;
import hounsfield.data.DicomTime;
import hounsfield.data.OptionalAttributes;
import hounsfield.frame.FrameRef;
import hounsfield.frame.FunctionalGroups;
import hounsfield.geometry.Vector3;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import hounsfield.work.Diagnostics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The values of all {@link AxisAttribute}s of an image: numbers and texts, {@code null} where absent. Frames of enhanced
 * images have them in their functional groups, other images at the top level.
 */
public final class AxisValues {
    private static final AxisAttribute[] ATTRIBUTES = AxisAttribute.values();

    private final Object[] values = new Object[ATTRIBUTES.length];

    private AxisValues() {}

    /**
     * Reads the values of a frame.
     *
     * @param frame with its header in memory
     * @param findings receives a sentence for each unreadable attribute
     * @param file the file's name, the same instance for all frames of the file
     * @param scan shares equal values of many images
     */
    static AxisValues of(FrameRef frame, Object file, Diagnostics findings, ScannedFile.Scan scan)
            throws DicomException {
        Reader reader = new Reader(frame.groups(), frame.frame(), findings);
        AxisValues all = new AxisValues();
        reader.read(all);
        all.put(AxisAttribute.FRAME_NUMBER, (double) frame.frame());
        for (AxisAttribute attribute : ATTRIBUTES) {
            Object value = all.get(attribute);
            if (value != null) all.put(attribute, scan.recent(attribute, value));
        }
        all.put(AxisAttribute.FILE, file);
        return all;
    }

    /**
     * Returns a value.
     *
     * @param attribute which
     * @return a {@code Double}, a {@code String} or another object; {@code null} if absent
     */
    public Object get(AxisAttribute attribute) {
        return values[attribute.ordinal()];
    }

    /**
     * Returns a number.
     *
     * @param attribute which
     * @return the number; NaN if absent
     */
    public double number(AxisAttribute attribute) {
        return values[attribute.ordinal()] instanceof Double number ? number : Double.NaN;
    }

    /** Returns the same values with another number of the image in its file. */
    AxisValues withFrameNumber(int number, ScannedFile.Scan scan) {
        AxisValues other = new AxisValues();
        System.arraycopy(values, 0, other.values, 0, values.length);
        other.put(AxisAttribute.FRAME_NUMBER, scan.one((double) number));
        return other;
    }

    private void put(AxisAttribute attribute, Object value) {
        values[attribute.ordinal()] = value;
    }

    /** Returns whether another image, in any file, has the same values. */
    boolean isCopyOf(AxisValues other) {
        for (AxisAttribute attribute : ATTRIBUTES) {
            if (attribute != AxisAttribute.FILE && !Objects.equals(get(attribute), other.get(attribute))) return false;
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AxisValues that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    /** Reads attributes from the functional groups of a frame, or from the top level. */
    private static final class Reader {
        private final FunctionalGroups groups;
        private final int frame;
        private final Diagnostics findings;

        Reader(FunctionalGroups groups, int frame, Diagnostics findings) {
            this.groups = groups;
            this.frame = frame;
            this.findings = findings;
        }

        void read(AxisValues all) {
            List<String> imageType = imageType();
            all.put(AxisAttribute.IMAGE_TYPE, imageType.isEmpty() ? null : String.join("\\", imageType));
            all.put(AxisAttribute.COMPONENT, component(imageType));
            all.put(AxisAttribute.SEGMENT, number(Tag.SEGMENT_IDENTIFICATION_SEQUENCE, Tag.REFERENCED_SEGMENT_NUMBER));
            Double effective = number(Tag.MR_ECHO_SEQUENCE, Tag.EFFECTIVE_ECHO_TIME);
            all.put(AxisAttribute.ECHO_TIME, effective != null ? effective : number(Tag.ECHO_TIME));
            all.put(AxisAttribute.ECHO_NUMBER, integer(Tag.ECHO_NUMBERS));
            Double window = number(Tag.ENERGY_WINDOW_NUMBER);
            all.put(AxisAttribute.ENERGY_WINDOW, window != null ? window : ofVector(Tag.ENERGY_WINDOW_VECTOR));
            Double voltage = number(Tag.CTX_RAY_DETAILS_SEQUENCE, Tag.KVP);
            all.put(AxisAttribute.TUBE_VOLTAGE, voltage != null ? voltage : number(Tag.KVP));
            diffusion(all);
            all.put(
                    AxisAttribute.CARDIAC_PHASE,
                    number(Tag.CARDIAC_SYNCHRONIZATION_SEQUENCE, Tag.NOMINAL_PERCENTAGE_OF_CARDIAC_PHASE));
            all.put(
                    AxisAttribute.RESPIRATORY_PHASE,
                    number(Tag.RESPIRATORY_SYNCHRONIZATION_SEQUENCE, Tag.NOMINAL_PERCENTAGE_OF_RESPIRATORY_PHASE));
            all.put(AxisAttribute.INVERSION_TIME, number(Tag.INVERSION_TIME));
            all.put(
                    AxisAttribute.TEMPORAL_OFFSET,
                    number(Tag.TEMPORAL_POSITION_SEQUENCE, Tag.TEMPORAL_POSITION_TIME_OFFSET));
            all.put(AxisAttribute.TEMPORAL_INDEX, number(Tag.FRAME_CONTENT_SEQUENCE, Tag.TEMPORAL_POSITION_INDEX));
            all.put(AxisAttribute.TEMPORAL_POSITION, integer(Tag.TEMPORAL_POSITION_IDENTIFIER));
            Double delay = number(Tag.CARDIAC_SYNCHRONIZATION_SEQUENCE, Tag.NOMINAL_CARDIAC_TRIGGER_DELAY_TIME);
            all.put(AxisAttribute.TRIGGER_TIME, delay != null ? delay : number(Tag.TRIGGER_TIME));
            all.put(AxisAttribute.FRAME_REFERENCE_TIME, number(Tag.FRAME_REFERENCE_TIME));
            times(all);
            all.put(AxisAttribute.FLIP_ANGLE, flipAngle());
            all.put(AxisAttribute.DIMENSION_INDICES, dimensions());
            all.put(AxisAttribute.INSTANCE_NUMBER, integer(Tag.INSTANCE_NUMBER));
            Double acquisition = number(Tag.FRAME_CONTENT_SEQUENCE, Tag.FRAME_ACQUISITION_NUMBER);
            all.put(
                    AxisAttribute.ACQUISITION_NUMBER,
                    acquisition != null ? acquisition : integer(Tag.ACQUISITION_NUMBER));
        }

        private void diffusion(AxisValues all) {
            Diffusion diffusion = Diffusion.of(groups, frame, findings);
            if (diffusion.bValue().isPresent()) {
                all.put(AxisAttribute.B_VALUE, diffusion.bValue().getAsDouble());
            }
            all.put(
                    AxisAttribute.GRADIENT,
                    diffusion.gradient().map(Reader::direction).orElse(null));
        }

        /** Four decimals: the slices of a volume can have cosines that differ by rounding. */
        private static String direction(Vector3 gradient) {
            double[] numbers = gradient.toArray();
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < numbers.length; i++) {
                double rounded = Math.rint(numbers[i] * 1e4) / 1e4;
                text.append(i == 0 ? "" : "\\").append(rounded == 0 ? 0.0 : rounded);
            }
            return text.toString();
        }

        private void times(AxisValues all) {
            OptionalAttributes top = top();
            OptionalDouble time =
                    DicomTime.ofDateTime(attributes(Tag.FRAME_CONTENT_SEQUENCE).text(Tag.FRAME_ACQUISITION_DATE_TIME));
            if (time.isEmpty()) time = DicomTime.ofDateTime(top.text(Tag.ACQUISITION_DATE_TIME));
            if (time.isEmpty()) time = time(Tag.ACQUISITION_DATE, Tag.ACQUISITION_TIME);
            if (time.isPresent()) all.put(AxisAttribute.ACQUISITION_TIME, time.getAsDouble());
            OptionalDouble made = time(Tag.CONTENT_DATE, Tag.CONTENT_TIME);
            if (made.isPresent()) all.put(AxisAttribute.CONTENT_TIME, made.getAsDouble());
        }

        /** Without a date, as in files whose dates were removed, the time is counted from midnight. */
        private OptionalDouble time(int dateTag, int timeTag) {
            String time = top().text(timeTag);
            OptionalDouble dated = DicomTime.of(top().text(dateTag), time);
            return dated.isPresent() ? dated : DicomTime.ofTime(time);
        }

        private List<String> imageType() {
            for (int sequence : new int[] {
                Tag.MR_IMAGE_FRAME_TYPE_SEQUENCE, Tag.CT_IMAGE_FRAME_TYPE_SEQUENCE, Tag.PET_FRAME_TYPE_SEQUENCE
            }) {
                List<String> own = attributes(sequence).texts(Tag.FRAME_TYPE);
                if (!own.isEmpty()) return own;
            }
            return top().texts(Tag.IMAGE_TYPE);
        }

        private String component(List<String> imageType) {
            String named = attributes(Tag.MR_IMAGE_FRAME_TYPE_SEQUENCE).text(Tag.COMPLEX_IMAGE_COMPONENT);
            if (named.isEmpty()) named = top().text(Tag.COMPLEX_IMAGE_COMPONENT);
            String component = ComplexComponent.ofTerm(named);
            return component != null ? component : ComplexComponent.ofImageType(imageType);
        }

        private Double flipAngle() {
            Double own = number(Tag.MR_TIMING_AND_RELATED_PARAMETERS_SEQUENCE, Tag.FLIP_ANGLE);
            return own != null ? own : number(Tag.FLIP_ANGLE);
        }

        /** Returns Dimension Index Values without those of the dimensions that are positions. */
        private String dimensions() {
            double[] indices = attributes(Tag.FRAME_CONTENT_SEQUENCE).numbers(Tag.DIMENSION_INDEX_VALUES);
            if (indices.length == 0) return null;
            List<DataSet> organization = groups.dataSet().items(Tag.DIMENSION_INDEX_SEQUENCE);
            List<String> others = new ArrayList<>();
            for (int i = 0; i < indices.length && i < organization.size(); i++) {
                if (!isPosition(organization.get(i))) others.add(Long.toString((long) indices[i]));
            }
            return others.isEmpty() ? null : String.join("\\", others);
        }

        private boolean isPosition(DataSet dimension) {
            try {
                long[] pointer = dimension.longs(Tag.DIMENSION_INDEX_POINTER);
                if (pointer.length == 0) return false;
                int tag = (int) pointer[0];
                return tag == Tag.STACK_ID
                        || tag == Tag.IN_STACK_POSITION_NUMBER
                        || tag == Tag.IMAGE_POSITION_PATIENT
                        || tag == Tag.IMAGE_ORIENTATION_PATIENT
                        || tag == Tag.SLICE_LOCATION;
            } catch (DicomException e) {
                return false;
            }
        }

        /** Returns the number of this frame in a vector with a value per frame (PS3.3 C.8.4.8). */
        private Double ofVector(int tag) {
            double[] vector = top().numbers(tag);
            return frame < vector.length ? vector[frame] : null;
        }

        private Double number(int sequence, int tag) {
            OptionalDouble number = groups.macro(frame, sequence)
                    .map(item -> new OptionalAttributes(item, findings).number(tag))
                    .orElse(OptionalDouble.empty());
            return number.isPresent() ? number.getAsDouble() : null;
        }

        private Double number(int tag) {
            OptionalDouble number = top().number(tag);
            return number.isPresent() ? number.getAsDouble() : null;
        }

        private Double integer(int tag) {
            OptionalInt number = top().integer(tag);
            return number.isPresent() ? (double) number.getAsInt() : null;
        }

        private OptionalAttributes attributes(int sequence) {
            return new OptionalAttributes(groups.macro(frame, sequence).orElse(DataSet.EMPTY), findings);
        }

        private OptionalAttributes top() {
            return new OptionalAttributes(groups.dataSet(), findings);
        }
    }
}
