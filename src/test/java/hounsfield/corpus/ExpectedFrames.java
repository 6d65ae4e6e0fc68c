package hounsfield.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import hounsfield.codec.PixelLayout;
import hounsfield.codec.Samples;
import hounsfield.color.RgbConverter;
import hounsfield.frame.pixeldata.FrameReader;
import hounsfield.parse.DicomFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The values that expected.json has for the frames of a file. */
final class ExpectedFrames {
    private final JsonObject expected;

    ExpectedFrames(Corpus.Entry entry) {
        expected = entry.expected();
    }

    void checkLayout(FrameReader frames) {
        PixelLayout layout = frames.layout();
        assertEquals(integer("rows"), layout.rows(), "rows");
        assertEquals(integer("columns"), layout.columns(), "columns");
        assertEquals(integer("frames"), frames.frameCount(), "frames");
        assertEquals(integer("samplesPerPixel"), layout.samplesPerPixel(), "samples per pixel");
        assertEquals(integer("bitsAllocated"), layout.bitsAllocated(), "bits allocated");
        if (has("bitsStored")) assertEquals(integer("bitsStored"), layout.bitsStored(), "bits stored");
        if (has("highBit")) assertEquals(integer("highBit"), layout.highBit(), "high bit");
        if (has("pixelRepresentation")) assertEquals(integer("pixelRepresentation") == 1, layout.signed(), "signed");
        assertEquals(string("photometricInterpretation"), frames.photometric().term());
    }

    /** All frames: their hashes, or samples within a tolerance; lowest, highest and mean value; the first eight. */
    void checkStored(FrameReader frames) throws IOException {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        double sum = 0;
        long count = 0;
        List<String> hashes = new ArrayList<>();
        for (int frame = 0; frame < frames.frameCount(); frame++) {
            Samples samples = frames.read(frame);
            assertEquals(frames.layout().samples(), samples.length(), "samples of frame " + frame);
            double frameSum = 0;
            for (int i = 0; i < samples.length(); i++) {
                double value = samples.valueAt(i);
                lowest = Math.min(lowest, value);
                highest = Math.max(highest, value);
                frameSum += value;
            }
            sum += frameSum;
            count += samples.length();
            hashes.add(sha256(bytes(samples)));
            checkSamples(frame, samples);
            if (frame == 0) checkFirst(samples);
        }
        // Decoders of lossy streams may round differently: no hash then.
        if (has("frameSha256") && !has("tolerance")) checkHashes(hashes);
        if (expected.has("acceptedAlternatives") || !has("storedMin")) return;
        double mean = sum / count;
        double rangeTolerance = tolerance("minMax", 0);
        assertEquals(expected.get("storedMin").getAsDouble(), lowest, rangeTolerance, "lowest");
        assertEquals(expected.get("storedMax").getAsDouble(), highest, rangeTolerance, "highest");
        double meanTolerance = tolerance("mean", 1e-9 * Math.max(1, Math.abs(mean)));
        assertEquals(expected.get("storedMean").getAsDouble(), mean, meanTolerance, "mean");
    }

    /** The conversion to 8-bit RGB, where there is an expectation of it. */
    void checkRgb(DicomFile file, FrameReader frames) throws IOException {
        if (!hasRgb()) return;
        RgbConverter converter = RgbConverter.of(file, frames);
        List<int[]> images = new ArrayList<>();
        for (int frame = 0; frame < frames.frameCount(); frame++) images.add(converter.toRgb(frames.read(frame)));
        checkRgb(images, frames.layout().columns());
    }

    boolean hasRgb() {
        return has("rgbSha256") || has("rgbSample");
    }

    /** All frames as 0xRRGGBB, whatever is above. */
    void checkRgb(List<int[]> frames, int columns) {
        List<byte[]> images = new ArrayList<>();
        for (int[] rgb : frames) {
            byte[] bytes = new byte[rgb.length * 3];
            for (int i = 0; i < rgb.length; i++) {
                bytes[3 * i] = (byte) (rgb[i] >> 16);
                bytes[3 * i + 1] = (byte) (rgb[i] >> 8);
                bytes[3 * i + 2] = (byte) rgb[i];
            }
            images.add(bytes);
        }
        if (has("rgbSha256")) {
            for (JsonElement one : expected.getAsJsonArray("rgbSha256")) {
                int frame = one.getAsJsonObject().get("frame").getAsInt();
                assertEquals(
                        one.getAsJsonObject().get("sha256").getAsString(),
                        sha256(images.get(frame)),
                        "RGB of frame " + frame);
            }
        }
        if (has("rgbSample")) checkRgbSample(expected.getAsJsonObject("rgbSample"), images, columns);
    }

    private void checkRgbSample(JsonObject sample, List<byte[]> images, int columns) {
        JsonArray positions = sample.getAsJsonArray("positions");
        double tolerance = sample.get("tolerance").getAsDouble();
        assertTrue(positions.size() > 0);
        for (int i = 0; i < positions.size(); i++) {
            JsonArray at = positions.get(i).getAsJsonArray();
            int index = (at.get(1).getAsInt() * columns + at.get(2).getAsInt()) * 3
                    + at.get(3).getAsInt();
            int value = images.get(at.get(0).getAsInt())[index] & 0xFF;
            assertEquals(sample.getAsJsonArray("values").get(i).getAsInt(), value, tolerance, "RGB at " + at);
        }
    }

    /** Whether there are hashes of the stored integers of frames. */
    boolean hasHashes() {
        return has("frameSha256") && !has("tolerance");
    }

    /** All frames, as {@link #checkStored}, by their hashes alone. */
    void checkIntegers(List<int[]> frames) {
        checkHashes(frames.stream()
                .map(values -> {
                    ByteBuffer buffer = ByteBuffer.allocate(values.length * Integer.BYTES);
                    buffer.order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().put(values);
                    return sha256(buffer.array());
                })
                .toList());
    }

    private void checkHashes(List<String> hashes) {
        if (has("acceptedAlternatives")) {
            for (JsonElement one : expected.getAsJsonArray("acceptedAlternatives")) {
                JsonElement alternative = one.getAsJsonObject().get("frameSha256");
                if (alternative != null && matches(alternative.getAsJsonArray(), hashes)) return;
            }
        }
        for (JsonElement one : expected.getAsJsonArray("frameSha256")) {
            int frame = one.getAsJsonObject().get("frame").getAsInt();
            assertEquals(one.getAsJsonObject().get("sha256").getAsString(), hashes.get(frame), "frame " + frame);
        }
    }

    private static boolean matches(JsonArray expectedHashes, List<String> hashes) {
        for (JsonElement one : expectedHashes) {
            int frame = one.getAsJsonObject().get("frame").getAsInt();
            if (!one.getAsJsonObject().get("sha256").getAsString().equals(hashes.get(frame))) return false;
        }
        return true;
    }

    private void checkSamples(int frame, Samples samples) {
        if (!has("sample") || has("frameSha256")) return;
        JsonObject sample = expected.getAsJsonObject("sample");
        JsonArray positions = sample.getAsJsonArray("positions");
        double tolerance = sample.has("tolerance") ? sample.get("tolerance").getAsDouble() : 0;
        int columns = integer("columns");
        int perPixel = integer("samplesPerPixel");
        for (int i = 0; i < positions.size(); i++) {
            JsonArray at = positions.get(i).getAsJsonArray();
            if (at.get(0).getAsInt() != frame) continue;
            int index = (at.get(1).getAsInt() * columns + at.get(2).getAsInt()) * perPixel;
            if (at.size() > 3) index += at.get(3).getAsInt();
            double value = sample.getAsJsonArray("values").get(i).getAsDouble();
            assertEquals(value, samples.valueAt(index), tolerance, "sample at " + at);
        }
    }

    private void checkFirst(Samples samples) {
        if (has("sample") && !has("frameSha256") || expected.has("acceptedAlternatives")) return;
        if (!has("firstPixels")) return;
        JsonArray first = expected.getAsJsonArray("firstPixels");
        double[] wanted = new double[first.size()];
        double[] got = new double[first.size()];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = first.get(i).getAsDouble();
            got[i] = samples.valueAt(i);
        }
        assertArrayEquals(wanted, got, "first samples");
    }

    private double tolerance(String key, double exact) {
        if (has("tolerance")) return expected.get("tolerance").getAsDouble();
        if (!has("storedTolerance")) return exact;
        return expected.getAsJsonObject("storedTolerance").get(key).getAsDouble();
    }

    private static byte[] bytes(Samples samples) {
        int width = samples instanceof Samples.Doubles ? Double.BYTES : Integer.BYTES;
        ByteBuffer buffer = ByteBuffer.allocate(samples.length() * width).order(ByteOrder.LITTLE_ENDIAN);
        if (samples instanceof Samples.Doubles doubles) buffer.asDoubleBuffer().put(doubles.values());
        else if (samples instanceof Samples.Floats floats)
            buffer.asFloatBuffer().put(floats.values());
        else buffer.asIntBuffer().put(samples.toInts());
        return buffer.array();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private boolean has(String key) {
        return expected.has(key) && !expected.get(key).isJsonNull();
    }

    private int integer(String key) {
        return expected.get(key).getAsInt();
    }

    private String string(String key) {
        return expected.get(key).getAsString();
    }
}
