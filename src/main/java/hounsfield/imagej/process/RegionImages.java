package hounsfield.imagej.process;

import hounsfield.imagej.memory.ImageRecord;
import hounsfield.region.PlacedRegion;
import hounsfield.region.PlacedRegions;
import hounsfield.region.PlaneMask;
import hounsfield.region.Region;
import hounsfield.standard.error.Memory;
import hounsfield.work.Progress;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/** Makes images of regions: masks and labels. They have a slice for each z position of the image, at the same place in the patient. */
public final class RegionImages {
    private RegionImages() {}

    /**
     * Makes a mask of each region.
     *
     * @param image the image whose slices are the target of the regions
     * @param placed the regions
     * @param progress reports and cancels
     * @return 8-bit images, 255 inside and 0 outside; of a fractional segmentation 32-bit images from 0 to 1
     */
    public static List<ImagePlus> masks(ImagePlus image, PlacedRegions placed, Progress progress) {
        long pixels = (long) image.getWidth() * image.getHeight();
        boolean fractional = placed.regions().stream().anyMatch(PlacedRegion::isFractional);
        long planes = (long) placed.regions().size() * image.getNSlices();
        Memory.require("the masks", new Memory.Need(planes, fractional ? Float.BYTES * pixels : pixels), List.of());
        List<ImagePlus> masks = new ArrayList<>();
        for (PlacedRegion region : placed.regions()) {
            progress.check();
            progress.update(masks.size(), placed.regions().size());
            ImagePlus mask = image(
                    image,
                    region.region().name() + " of " + image.getTitle(),
                    slice -> mask(image, region, placed.target().placeOf(slice)));
            mask.setDisplayRange(0, region.isFractional() ? 1 : 255);
            masks.add(mask);
        }
        progress.update(1, 1);
        return masks;
    }

    private static ImageProcessor mask(ImagePlus image, PlacedRegion region, int place) {
        int columns = image.getWidth();
        int rows = image.getHeight();
        PlaneMask mask = region.masks().get(place);
        if (!region.isFractional()) {
            byte[] pixels = region.pixels(place, rows, columns);
            for (int i = 0; i < pixels.length; i++) pixels[i] = (byte) -pixels[i];
            return new ByteProcessor(columns, rows, pixels);
        }
        float[] fractions = new float[columns * rows];
        byte[] values = mask == null ? new byte[fractions.length] : mask.toBytes(rows, columns);
        for (int i = 0; i < values.length; i++) fractions[i] = (values[i] & 0xFF) / (float) region.maximum();
        return new FloatProcessor(columns, rows, fractions);
    }

    /**
     * Makes an image of labels: the number of its region at each pixel, 0 outside. Its lookup table has the regions' colors,
     * and its properties their names.
     *
     * @param image the image whose slices are the target of the regions
     * @param placed the regions
     * @param progress reports and cancels
     * @return an 8-bit image, or a 16-bit one if a number is above 255
     * @throws IllegalArgumentException if regions overlap, so that a pixel would need several labels; or if a number is above 65535
     */
    public static ImagePlus labels(ImagePlus image, PlacedRegions placed, Progress progress) {
        long overlapping = placed.overlappingPixels();
        if (overlapping > 0) {
            throw new IllegalArgumentException("regions overlap in " + overlapping
                    + " pixels, which would need several labels; choose segments that do not overlap, or make masks");
        }
        int[] numbers = numbers(placed);
        int highest = 0;
        for (int number : numbers) highest = Math.max(highest, number);
        if (highest > 0xFFFF) throw new IllegalArgumentException("more than 65535 regions; choose some of them");
        boolean bytes = highest <= 0xFF;
        long pixels = (long) image.getWidth() * image.getHeight();
        Memory.require("the labels", new Memory.Need(image.getNSlices(), bytes ? pixels : 2 * pixels), List.of());
        ImagePlus labels = image(image, "Labels of " + image.getTitle(), slice -> {
            progress.check();
            progress.update(slice, image.getNSlices());
            return labels(placed.labels(placed.target().placeOf(slice)), numbers, image, bytes);
        });
        labels.setLut(lut(placed, numbers, bytes));
        labels.setDisplayRange(0, bytes ? 255 : highest);
        for (int i = 0; i < numbers.length; i++) {
            labels.setProp(
                    "Label " + numbers[i], placed.regions().get(i).region().name());
        }
        progress.update(1, 1);
        return labels;
    }

    /** Returns the numbers of the regions or, if these cannot be labels, numbers from 1. */
    private static int[] numbers(PlacedRegions placed) {
        int[] numbers = placed.regions().stream()
                .map(PlacedRegion::region)
                .mapToInt(Region::number)
                .toArray();
        Set<Integer> different = new HashSet<>();
        boolean labels = true;
        for (int number : numbers) labels &= number > 0 && number <= 0xFFFF && different.add(number);
        if (!labels) for (int i = 0; i < numbers.length; i++) numbers[i] = i + 1;
        return numbers;
    }

    private static ImageProcessor labels(int[] indexes, int[] numbers, ImagePlus image, boolean bytes) {
        ImageProcessor labels = bytes
                ? new ByteProcessor(image.getWidth(), image.getHeight())
                : new ShortProcessor(image.getWidth(), image.getHeight());
        for (int i = 0; i < indexes.length; i++) if (indexes[i] > 0) labels.set(i, numbers[indexes[i] - 1]);
        return labels;
    }

    /**
     * Returns a lookup table with black for 0 and the color of each region at its number. Regions without a color get distinct colors.
     */
    private static LUT lut(PlacedRegions placed, int[] numbers, boolean bytes) {
        byte[][] channels = new byte[3][256];
        for (int i = 1; i < 256; i++) set(channels, i, java.awt.Color.HSBtoRGB(i * 0.381966f, 0.75f, 1));
        for (int i = 0; bytes && i < numbers.length; i++) {
            int number = numbers[i];
            placed.regions().get(i).region().color().ifPresent(rgb -> set(channels, number, rgb));
        }
        return new LUT(channels[0], channels[1], channels[2]);
    }

    private static void set(byte[][] channels, int index, int rgb) {
        for (int channel = 0; channel < 3; channel++) channels[channel][index] = (byte) (rgb >> 16 - 8 * channel);
    }

    private static ImagePlus image(ImagePlus image, String title, IntFunction<ImageProcessor> planes) {
        ImageStack stack = new ImageStack(image.getWidth(), image.getHeight());
        for (int z = 1; z <= image.getNSlices(); z++) {
            String label = image.getStack().getSliceLabel(image.getStackIndex(1, z, 1));
            stack.addSlice(label, planes.apply(z - 1));
        }
        ImagePlus result = new ImagePlus(title, stack);
        Calibration calibration = image.getCalibration().copy();
        calibration.disableDensityCalibration();
        calibration.setValueUnit("Gray Value");
        result.setCalibration(calibration);
        ImageRecord.copyPlaceTo(image, result, List.of());
        Object info = image.getProperty("Info");
        if (info != null) result.setProperty("Info", info);
        return result;
    }
}
