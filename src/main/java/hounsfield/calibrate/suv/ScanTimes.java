package hounsfield.calibrate.suv;

import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * The times to which the values of slices are corrected.
 *
 * @param seconds since 1970, one for each slice
 * @param findings sentences for the log
 */
record ScanTimes(double[] seconds, List<String> findings) {
    /** Tolerance of the comparison, because some times are whole seconds and others have fractions [s]. */
    private static final double SAME_TIME = 1;

    static ScanTimes of(List<PetHeader> headers) throws DicomException {
        if (all(headers, ScanTimes::isSeriesTimeFirst)) {
            return new ScanTimes(seconds(headers, header -> header.series.getAsDouble()), List.of());
        }
        String instead = "Series Time is missing or later than Acquisition Time: SUV with the time of the scan from ";
        if (all(headers, header -> header.vendorScan.isPresent())) {
            return new ScanTimes(
                    seconds(headers, header -> header.vendorScan.getAsDouble()), List.of(instead + "GE's (0009,xx0D)"));
        }
        for (PetHeader header : headers) {
            if (header.acquisition.isEmpty()) {
                throw header.refusal(Tag.ACQUISITION_TIME, "or Acquisition Date is missing or cannot be read");
            }
        }
        if (all(
                headers,
                header -> PetSuv.isPositive(header.frameReference) && PetSuv.isPositive(header.frameDuration))) {
            double[] seconds = new double[headers.size()];
            for (int i = 0; i < seconds.length; i++) seconds[i] = ofFrame(headers.get(i));
            return new ScanTimes(
                    seconds, List.of(instead + "Acquisition Time, Frame Reference Time and Actual Frame Duration"));
        }
        double earliest = headers.stream()
                .mapToDouble(header -> header.acquisition.getAsDouble())
                .min()
                .orElseThrow();
        double[] seconds = new double[headers.size()];
        Arrays.fill(seconds, earliest);
        return new ScanTimes(
                seconds,
                List.of(instead
                        + "the earliest Acquisition Time of this image, which is right if the image has all slices of"
                        + " the series"));
    }

    private static boolean isSeriesTimeFirst(PetHeader header) {
        return header.series.isPresent()
                && header.acquisition.isPresent()
                && header.series.getAsDouble() - header.acquisition.getAsDouble() < SAME_TIME;
    }

    /**
     * Computes the start of the scan from a frame. Frame Reference Time is the time from the start of the scan until
     * the count rate equals its average in the frame. Because of decay, that is before the middle of the frame.
     */
    private static double ofFrame(PetHeader header) throws DicomException {
        double constant = Math.log(2) / header.injection.halfLife();
        double decay = constant * header.frameDuration.getAsDouble();
        double average = Math.log(decay / -Math.expm1(-decay)) / constant;
        return header.acquisition.getAsDouble() - header.frameReference.getAsDouble() + average;
    }

    private static boolean all(List<PetHeader> headers, Predicate<PetHeader> test) {
        return headers.stream().allMatch(test);
    }

    private static double[] seconds(List<PetHeader> headers, ToDoubleFunction<PetHeader> time) {
        return headers.stream().mapToDouble(time).toArray();
    }
}
