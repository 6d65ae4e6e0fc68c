package hounsfield.imagej.pixels;

import hounsfield.calibrate.ValueSource;
import hounsfield.codec.Samples;
import hounsfield.frame.FrameRef;
import hounsfield.frame.pixeldata.FrameReader;
import java.io.IOException;

/** Converts stored values that need more than 16 bits, integer or floating point, to floats without rescale. */
public final class StoredFloatConverter implements PixelConverter {
    @Override
    public int bitDepth() {
        return 32;
    }

    @Override
    public Object[] pixels(FrameRef frame, FrameReader reader) throws IOException {
        Samples samples = reader.read(frame.frame());
        float[] pixels = new float[samples.length()];
        for (int i = 0; i < pixels.length; i++) pixels[i] = (float) samples.valueAt(i);
        return new Object[] {pixels};
    }

    @Override
    public ValueSource source() {
        return ValueSource.STORED;
    }
}
