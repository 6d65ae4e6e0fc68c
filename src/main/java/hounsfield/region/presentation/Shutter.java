package hounsfield.region.presentation;

import hounsfield.region.GraphicOutline;
import hounsfield.region.Outline;
import java.util.Optional;

/**
 * A shape outside of which an image is covered (PS3.3 C.7.6.11).
 *
 * @param shape RECTANGULAR, CIRCULAR or POLYGONAL
 * @param numbers left, right, upper and lower edge; row and column of the center and radius; or row and column of each vertex
 */
public record Shutter(String shape, int[] numbers) {
    /**
     * Copies the numbers.
     *
     * @param shape RECTANGULAR, CIRCULAR or POLYGONAL
     * @param numbers its numbers
     */
    public Shutter {
        numbers = numbers.clone();
    }

    /** {@return a copy of the numbers} */
    @Override
    public int[] numbers() {
        return numbers.clone();
    }

    /** {@return the shape; empty if numbers are missing} */
    public Optional<Outline> outline() {
        switch (shape) {
            case "RECTANGULAR" -> {
                if (numbers.length < 4) return Optional.empty();
                double left = numbers[0] - 1;
                double top = numbers[2] - 1;
                double[] data = {left, top, numbers[1], top, numbers[1], numbers[3], left, numbers[3]};
                return GraphicOutline.of("POLYGON", data);
            }
            case "CIRCULAR" -> {
                if (numbers.length < 3) return Optional.empty();
                double x = numbers[1] - 0.5;
                double y = numbers[0] - 0.5;
                return GraphicOutline.of("CIRCLE", new double[] {x, y, x + numbers[2], y});
            }
            case "POLYGONAL" -> {
                double[] data = new double[numbers.length / 2 * 2];
                for (int i = 0; i + 1 < numbers.length; i += 2) {
                    data[i] = numbers[i + 1] - 0.5;
                    data[i + 1] = numbers[i] - 0.5;
                }
                return GraphicOutline.of("POLYGON", data);
            }
            default -> {
                return Optional.empty();
            }
        }
    }
}
