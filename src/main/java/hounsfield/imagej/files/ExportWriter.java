package hounsfield.imagej.files;

import hounsfield.dataset.picture.ExportFormat;
import hounsfield.dataset.picture.ExportSettings;
import hounsfield.dataset.picture.Picture;
import hounsfield.dataset.picture.Picture.Channels;
import hounsfield.dataset.picture.Picture.Values;
import hounsfield.dataset.picture.PictureWriter;
import hounsfield.equalize.FullScale;
import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import java.io.IOException;
import java.nio.file.Path;

/** Writes exported frames as PNG and JPEG in gray or color, or as ImageJ TIFF with calibration and no other metadata. */
public final class ExportWriter implements PictureWriter {
    /** The number that represents 0 in ImageJ's signed 16-bit images. */
    private static final int SIGNED_ZERO = 1 << 15;

    @Override
    public void write(Picture picture, ExportSettings settings, Path file) throws IOException {
        if (settings.format() == ExportFormat.PNG) {
            PictureFiles.writePng(file, channels(picture), picture.width(), picture.height());
        } else if (settings.format() == ExportFormat.JPEG) {
            PictureFiles.writeJpeg(file, channels(picture), picture.width(), picture.height(), settings.quality());
        } else {
            PictureFiles.writeTiff(file, image(picture, settings.format() == ExportFormat.TIFF_16));
        }
    }

    private static float[][] channels(Picture picture) {
        if (picture.content() instanceof Channels channels) return channels.channels();
        int[] rgb = ((Picture.Color) picture.content()).rgb();
        float[][] channels = new float[3][rgb.length];
        for (int i = 0; i < rgb.length; i++) {
            channels[0][i] = (rgb[i] >> 16 & 0xFF) / 255f;
            channels[1][i] = (rgb[i] >> 8 & 0xFF) / 255f;
            channels[2][i] = (rgb[i] & 0xFF) / 255f;
        }
        return channels;
    }

    private static ImagePlus image(Picture picture, boolean shorts) {
        ImagePlus image = picture.content() instanceof Channels channels
                ? ofChannels(picture, channels, shorts)
                : ofValues(picture, (Values) picture.content(), shorts);
        Calibration calibration = image.getCalibration();
        calibration.pixelWidth = picture.pixels().column();
        calibration.pixelHeight = picture.pixels().row();
        if (picture.pixels().inMillimeters()) calibration.setUnit("mm");
        return image;
    }

    private static ImagePlus ofChannels(Picture picture, Channels channels, boolean shorts) {
        ImageStack stack = new ImageStack(picture.width(), picture.height());
        for (int i = 0; i < channels.channels().length; i++) {
            float[] channel = channels.channels()[i];
            stack.addSlice(channels.names().get(i), shorts ? FullScale.toShorts(channel) : channel);
        }
        ImagePlus image = new ImagePlus("", stack);
        image.setDimensions(stack.size(), 1, 1);
        double white = shorts ? 65535 : 1;
        if (stack.size() == 1) {
            image.setDisplayRange(0, white);
            return image;
        }
        CompositeImage composite = new CompositeImage(image, CompositeImage.GRAYSCALE);
        for (int channel = 1; channel <= stack.size(); channel++) {
            composite.setPositionWithoutUpdate(channel, 1, 1);
            composite.setDisplayRange(0, white);
        }
        return composite;
    }

    private static ImagePlus ofValues(Picture picture, Values values, boolean shorts) {
        ImageStack stack = new ImageStack(picture.width(), picture.height());
        stack.addSlice("", shorts ? signed(values.values()) : values.values());
        ImagePlus image = new ImagePlus("", stack);
        String unit = values.unit().isEmpty() ? "Gray Value" : values.unit();
        if (shorts) {
            image.getCalibration().setFunction(Calibration.STRAIGHT_LINE, new double[] {-SIGNED_ZERO, 1}, unit);
            image.setDisplayRange(values.low() + SIGNED_ZERO, values.high() + SIGNED_ZERO);
        } else {
            image.getCalibration().setValueUnit(unit);
            image.setDisplayRange(values.low(), values.high());
        }
        return image;
    }

    /** Rounds values to integers and encodes them as ImageJ's signed 16-bit images do, with 32768 for 0. */
    private static short[] signed(float[] values) {
        short[] shorts = new short[values.length];
        for (int i = 0; i < values.length; i++) {
            float value = values[i];
            if (!(value >= Short.MIN_VALUE && value <= Short.MAX_VALUE)) {
                throw new IllegalArgumentException("a value does not fit in 16 bits; use a 32-bit TIFF");
            }
            shorts[i] = (short) (Math.round(value) + SIGNED_ZERO);
        }
        return shorts;
    }
}
