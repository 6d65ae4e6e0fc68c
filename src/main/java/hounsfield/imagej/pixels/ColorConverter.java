package hounsfield.imagej.pixels;

import hounsfield.codec.Samples;
import hounsfield.color.RgbConverter;
import hounsfield.frame.FrameRef;
import hounsfield.frame.pixeldata.FrameReader;
import java.io.IOException;

/** Converts color frames: 8-bit samples to one RGB plane, deeper samples to three 16-bit channels. */
public final class ColorConverter implements PixelConverter {
    private final boolean deep;

    /** @param deep whether to make three 16-bit channels */
    public ColorConverter(boolean deep) {
        this.deep = deep;
    }

    @Override
    public int bitDepth() {
        return deep ? 16 : 24;
    }

    @Override
    public int channels() {
        return deep ? 3 : 1;
    }

    @Override
    public Object[] pixels(FrameRef frame, FrameReader reader) throws IOException {
        RgbConverter converter = RgbConverter.of(frame.file(), reader);
        Samples samples = reader.read(frame.frame());
        return deep ? converter.toRgb16(samples) : new Object[] {converter.toRgb(samples)};
    }

    @Override
    public boolean hasValues() {
        return false;
    }
}
