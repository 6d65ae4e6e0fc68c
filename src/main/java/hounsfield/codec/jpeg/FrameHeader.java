package hounsfield.codec.jpeg;

import hounsfield.standard.error.MalformedDicomException;
import java.util.ArrayList;
import java.util.List;

/**
 * A frame header (T.81 B.2.2).
 *
 * @param process code of the SOF marker, which selects the coding process
 * @param precision bits per sample, P
 * @param rows number of lines, Y; 0 if a DNL segment follows the first scan (B.2.5)
 * @param columns samples per line, X
 * @param components in the order of the samples of a pixel
 */
record FrameHeader(int process, int precision, int rows, int columns, List<Component> components) {
    FrameHeader {
        components = List.copyOf(components);
    }

    static FrameHeader read(int process, Segment segment) throws MalformedDicomException {
        int precision = segment.u8();
        int rows = segment.u16();
        int columns = segment.u16();
        if (columns == 0) throw segment.fault("has no columns (T.81 B.2.2)");
        int count = segment.u8();
        if (count == 0) throw segment.fault("has no components (T.81 B.2.2)");
        List<Component> components = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int id = segment.u8();
            int sampling = segment.u8();
            int h = sampling >> 4;
            int v = sampling & 15;
            if (h < 1 || h > 4 || v < 1 || v > 4) {
                throw segment.fault("has the sampling factors " + h + " x " + v + ", outside 1 to 4 (T.81 B.2.2)");
            }
            components.add(new Component(id, h, v, segment.u8()));
        }
        return new FrameHeader(process, precision, rows, columns, components);
    }

    boolean lossless() {
        return process == Marker.SOF3;
    }

    /** Returns the largest horizontal sampling factor. */
    int maxH() {
        return components.stream().mapToInt(Component::h).max().orElseThrow();
    }

    /** Returns the largest vertical sampling factor. */
    int maxV() {
        return components.stream().mapToInt(Component::v).max().orElseThrow();
    }

    /** Returns whether a component has fewer samples than another. */
    boolean subsampled() {
        return components.stream().anyMatch(c -> c.h() != maxH() || c.v() != maxV());
    }

    /** Returns the same frame with another number of lines. */
    FrameHeader withRows(int lines) {
        return new FrameHeader(process, precision, lines, columns, components);
    }

    /** Returns the name of the coding process, for messages (table B.1). */
    String processName() {
        return switch (process) {
            case Marker.SOF0 -> "Baseline DCT (SOF0)";
            case Marker.SOF1 -> "Extended sequential DCT (SOF1)";
            case Marker.SOF2 -> "Progressive DCT (SOF2)";
            case Marker.SOF3 -> "Lossless (SOF3)";
            case 0xC5, 0xC6, 0xC7, 0xCD, 0xCE, 0xCF -> "hierarchical coding (SOF" + (process - Marker.SOF0) + ")";
            default -> "arithmetic coding (SOF" + (process - Marker.SOF0) + ")";
        };
    }
}
