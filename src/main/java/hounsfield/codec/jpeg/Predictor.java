package hounsfield.codec.jpeg;

/**
 * Converts the differences of a row to samples (T.81 H.1.2.1, table H.1). The neighbors of a sample are Ra to its left,
 * Rb above, and Rc above Ra. Sums are modulo 2^16, like {@code short} arithmetic.
 *
 * <p>The loops traverse the row once per sample of a pixel, so that the left neighbor stays in a register.
 */
final class Predictor {
    /** The selection value whose predictor is Ra alone. */
    static final int LEFT = 1;

    private Predictor() {}

    /**
     * Adds predictions to differences in place, except for the first pixel of the row.
     *
     * @param selection 2 to 7
     * @param row differences, replaced by samples; the first {@code step} are already samples
     * @param above the decoded row above
     * @param step samples per pixel, the distance of the left neighbor
     */
    static void undo(int selection, short[] row, short[] above, int step, int length) {
        for (int first = 0; first < step; first++) {
            switch (selection) {
                case 2 -> above(row, above, first, step, length);
                case 3 -> aboveLeft(row, above, first, step, length);
                case 4 -> plane(row, above, first, step, length);
                case 5 -> leftAndHalfGradient(row, above, first, step, length);
                case 6 -> aboveAndHalfGradient(row, above, first, step, length);
                case 7 -> mean(row, above, first, step, length);
                default -> throw new IllegalArgumentException("predictor " + selection);
            }
        }
    }

    /** Returns a single prediction from unsigned neighbors, for scans that are not decoded row by row. */
    static int predict(int selection, int left, int above, int aboveLeft) {
        return switch (selection) {
            case LEFT -> left;
            case 2 -> above;
            case 3 -> aboveLeft;
            case 4 -> left + above - aboveLeft;
            case 5 -> left + ((above - aboveLeft) >> 1);
            case 6 -> above + ((left - aboveLeft) >> 1);
            case 7 -> (left + above) >> 1;
            default -> throw new IllegalArgumentException("predictor " + selection);
        };
    }

    private static void above(short[] row, short[] above, int first, int step, int length) {
        for (int i = first + step; i < length; i += step) row[i] = (short) (row[i] + above[i]);
    }

    private static void aboveLeft(short[] row, short[] above, int first, int step, int length) {
        for (int i = first + step; i < length; i += step) row[i] = (short) (row[i] + above[i - step]);
    }

    private static void plane(short[] row, short[] above, int first, int step, int length) {
        int left = row[first];
        for (int i = first + step; i < length; i += step) {
            left += row[i] + above[i] - above[i - step];
            row[i] = (short) left;
        }
    }

    private static void leftAndHalfGradient(short[] row, short[] above, int first, int step, int length) {
        int left = row[first];
        int aboveLeft = above[first] & 0xFFFF;
        for (int i = first + step; i < length; i += step) {
            int up = above[i] & 0xFFFF;
            left += row[i] + ((up - aboveLeft) >> 1);
            aboveLeft = up;
            row[i] = (short) left;
        }
    }

    private static void aboveAndHalfGradient(short[] row, short[] above, int first, int step, int length) {
        int left = row[first] & 0xFFFF;
        int aboveLeft = above[first] & 0xFFFF;
        for (int i = first + step; i < length; i += step) {
            int up = above[i] & 0xFFFF;
            left = (row[i] + up + ((left - aboveLeft) >> 1)) & 0xFFFF;
            aboveLeft = up;
            row[i] = (short) left;
        }
    }

    private static void mean(short[] row, short[] above, int first, int step, int length) {
        int left = row[first] & 0xFFFF;
        for (int i = first + step; i < length; i += step) {
            left = (row[i] + ((left + (above[i] & 0xFFFF)) >> 1)) & 0xFFFF;
            row[i] = (short) left;
        }
    }
}
