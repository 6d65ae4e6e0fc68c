package hounsfield.region.presentation;

import hounsfield.data.OptionalAttributes;
import hounsfield.region.CieLab;
import hounsfield.standard.Tag;
import hounsfield.work.Diagnostics;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Reads the Display Shutter and Bitmap Display Shutter Modules (PS3.3 C.7.6.11 and C.7.6.15). */
final class ShutterReader {
    private static final String BITMAP = "BITMAP";

    private final OptionalAttributes attributes;
    private final Diagnostics findings;

    ShutterReader(OptionalAttributes attributes, Diagnostics findings) {
        this.attributes = attributes;
        this.findings = findings;
    }

    /** Returns all shutters except a bitmap. */
    List<Shutter> shutters() {
        List<Shutter> shutters = new ArrayList<>();
        for (String shape : attributes.texts(Tag.SHUTTER_SHAPE)) {
            if (shape.equals(BITMAP)) continue;
            int[] numbers = IntStream.of(tags(shape))
                    .flatMap(tag -> DoubleStream.of(attributes.numbers(tag)).mapToInt(number -> (int) number))
                    .toArray();
            Shutter shutter = new Shutter(shape, numbers);
            if (shutter.outline().isPresent()) shutters.add(shutter);
            else findings.add("a shutter is not shown, because its shape is unknown or its numbers are missing");
        }
        return shutters;
    }

    private static int[] tags(String shape) {
        return switch (shape) {
            case "RECTANGULAR" ->
                new int[] {
                    Tag.SHUTTER_LEFT_VERTICAL_EDGE,
                    Tag.SHUTTER_RIGHT_VERTICAL_EDGE,
                    Tag.SHUTTER_UPPER_HORIZONTAL_EDGE,
                    Tag.SHUTTER_LOWER_HORIZONTAL_EDGE
                };
            case "CIRCULAR" -> new int[] {Tag.CENTER_OF_CIRCULAR_SHUTTER, Tag.RADIUS_OF_CIRCULAR_SHUTTER};
            case "POLYGONAL" -> new int[] {Tag.VERTICES_OF_THE_POLYGONAL_SHUTTER};
            default -> new int[0];
        };
    }

    /** Returns the group of the overlay whose bits are covered, if there is a bitmap shutter. */
    OptionalInt group() {
        boolean bitmap = attributes.texts(Tag.SHUTTER_SHAPE).contains(BITMAP);
        OptionalInt group = bitmap ? attributes.integer(Tag.SHUTTER_OVERLAY_GROUP) : OptionalInt.empty();
        if (bitmap && group.isEmpty()) findings.add("a bitmap shutter is not shown, because it names no overlay");
        return group;
    }

    /** Returns the color of the covered area, {@code 0xRRGGBB}; black if the state declares none. */
    int color() {
        double[] lab = attributes.numbers(Tag.SHUTTER_PRESENTATION_COLOR_CIE_LAB_VALUE);
        return lab.length >= 3
                ? CieLab.toRgb((int) lab[0], (int) lab[1], (int) lab[2])
                : CieLab.gray(attributes.integer(Tag.SHUTTER_PRESENTATION_VALUE).orElse(0));
    }
}
