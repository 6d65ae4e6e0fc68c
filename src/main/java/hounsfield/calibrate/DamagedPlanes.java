package hounsfield.calibrate;

import hounsfield.codec.PixelLayout;
import hounsfield.frame.Attempt;
import hounsfield.frame.ReadableFrames;
import hounsfield.standard.error.DicomException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Creates planes of NaN for the frames of an image that cannot be read. */
final class DamagedPlanes {
    /**
     * Largest number of NaN planes per intact plane, so that a wrong header cannot require more memory than a small
     * multiple of the data present.
     */
    private static final int MOST_FOR_ONE = 64;

    private DamagedPlanes() {}

    /**
     * Returns a plane for each frame. Planes of NaN have the unit and padding of the first intact plane, so that they
     * do not change the properties of the image.
     *
     * @throws DicomException the failure of the first frame, if no frame could be read, or only very few
     */
    static List<CalibratedPlane> fill(List<Attempt<CalibratedPlane>> attempts) throws DicomException {
        List<CalibratedPlane> read = attempts.stream()
                .filter(attempt -> !attempt.failed())
                .map(Attempt::result)
                .toList();
        int failed = attempts.size() - read.size();
        if (failed == 0) return read;
        DicomException failure = attempts.stream()
                .filter(Attempt::failed)
                .findFirst()
                .orElseThrow()
                .failure();
        if (read.isEmpty()) throw failure;
        if (failed / MOST_FOR_ONE >= read.size()) throw failure.adding(ReadableFrames.words(attempts));
        CalibratedPlane like = read.get(0);
        return attempts.stream()
                .map(attempt -> attempt.failed() ? nanPlane(attempt.failure(), like) : attempt.result())
                .toList();
    }

    private static CalibratedPlane nanPlane(DicomException failure, CalibratedPlane like) {
        Optional<Damage> damage = Optional.of(new Damage(failure, 0));
        float[] values = nanValues(like.width(), like.height());
        return new CalibratedPlane(
                like.width(), like.height(), values, like.unit(), like.padding(), like.scaled(), List.of(), damage);
    }

    /** Creates a plane of NaN. */
    static CalibratedPlane nanPlane(DicomException failure, PixelLayout layout) {
        int width = layout.columns();
        int height = layout.rows();
        Optional<Damage> damage = Optional.of(new Damage(failure, 0));
        float[] values = nanValues(width, height);
        return new CalibratedPlane(width, height, values, "", Optional.empty(), true, List.of(), damage);
    }

    private static float[] nanValues(int width, int height) {
        float[] values = new float[Math.multiplyExact(width, height)];
        Arrays.fill(values, Float.NaN);
        return values;
    }
}
