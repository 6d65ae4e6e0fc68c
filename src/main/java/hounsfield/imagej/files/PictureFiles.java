package hounsfield.imagej.files;

import hounsfield.dataset.AtomicFile;
import hounsfield.equalize.FullScale;
import ij.ImagePlus;
import ij.ImageStack;
import ij.VirtualStack;
import ij.io.FileInfo;
import ij.io.FileSaver;
import ij.io.TiffEncoder;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.w3c.dom.NodeList;

/**
 * Pictures as files: PNG and JPEG of channels, TIFF of ImageJ images. A file has its name only when it is complete; one of
 * that name is replaced. A folder that is not there is an {@link IllegalArgumentException}. All calls may come from many
 * threads, each for a file of its own.
 */
public final class PictureFiles {
    private static final String JPEG_METADATA = "javax_imageio_jpeg_image_1.0";

    private PictureFiles() {}

    /** Writes a file's bytes. */
    @FunctionalInterface
    private interface Content {
        void write(OutputStream out) throws IOException;
    }

    /**
     * Writes 8-bit grey or RGB.
     *
     * @param channels one or three of 0..1, row by row
     * @throws IllegalArgumentException for another number of channels
     */
    public static void writePng(Path file, float[][] channels, int width, int height) throws IOException {
        if (channels.length != 1 && channels.length != 3) {
            throw new IllegalArgumentException(channels.length + " channels; a PNG has one or three");
        }
        BufferedImage picture = picture(channels, width, height);
        write(file, out -> encode("png", out, writer -> writer.write(picture)));
    }

    /**
     * Writes 8-bit grey, RGB without subsampled colour, or CMYK. The four channels of CMYK are stored inverted, as
     * programs expect that read them.
     *
     * @param channels one, three or four of 0..1, row by row
     * @param quality 1 to 100
     * @throws IllegalArgumentException for another number of channels, or another quality
     */
    public static void writeJpeg(Path file, float[][] channels, int width, int height, int quality) throws IOException {
        if (channels.length != 1 && channels.length != 3 && channels.length != 4) {
            throw new IllegalArgumentException(channels.length + " channels; a JPEG has one, three or four");
        }
        if (quality < 1 || quality > 100) {
            throw new IllegalArgumentException("the JPEG quality is " + quality + ", not 1 to 100");
        }
        write(
                file,
                out -> encode("jpeg", out, writer -> {
                    ImageWriteParam settings = writer.getDefaultWriteParam();
                    settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                    settings.setCompressionQuality(quality / 100f);
                    writer.write(null, jpeg(writer, settings, channels, width, height), settings);
                }));
    }

    /** Writes an image, all its slices, with calibration, Info, labels and properties, as ImageJ's own Save does. */
    public static void writeTiff(Path file, ImagePlus image) throws IOException {
        FileInfo info = image.getFileInfo();
        FileSaver saver = new FileSaver(image);
        info.description = saver.getDescriptionString();
        info.info = (String) image.getProperty("Info");
        info.properties = image.getPropertiesAsArray();
        ImageStack stack = image.getStack();
        if (stack.size() > 1) {
            if (stack instanceof VirtualStack slices) info.virtualStack = slices;
            info.sliceLabels = stack.getSliceLabels();
            if (info.sliceLabels != null) info.sliceLabels = Arrays.copyOf(info.sliceLabels, stack.size());
        }
        if (image.isComposite()) saver.saveDisplayRangesAndLuts(image, info);
        write(file, out -> new TiffEncoder(info).write(new DataOutputStream(out)));
    }

    /** What a writer of the JDK is told to do. */
    @FunctionalInterface
    private interface Encoding {
        void by(ImageWriter writer) throws IOException;
    }

    private static void encode(String format, OutputStream out, Encoding encoding) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        try (MemoryCacheImageOutputStream target = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(target);
            encoding.by(writer);
        } finally {
            writer.dispose();
        }
    }

    private static IIOImage jpeg(
            ImageWriter writer, ImageWriteParam settings, float[][] channels, int width, int height) {
        if (channels.length == 4) return new IIOImage(inverted(channels, width, height), null, null);
        BufferedImage picture = picture(channels, width, height);
        if (channels.length == 1) return new IIOImage(picture, null, null);
        IIOMetadata metadata =
                writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(picture), settings);
        return new IIOImage(picture, null, withoutSubsampling(metadata));
    }

    /** Channels are images of their own, which halved chroma would mix and blur. */
    private static IIOMetadata withoutSubsampling(IIOMetadata metadata) {
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(JPEG_METADATA);
        NodeList components = root.getElementsByTagName("componentSpec");
        for (int i = 0; i < components.getLength(); i++) {
            IIOMetadataNode component = (IIOMetadataNode) components.item(i);
            component.setAttribute("HsamplingFactor", "1");
            component.setAttribute("VsamplingFactor", "1");
        }
        try {
            metadata.setFromTree(JPEG_METADATA, root);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return metadata;
    }

    private static BufferedImage picture(float[][] channels, int width, int height) {
        boolean grey = channels.length == 1;
        BufferedImage picture =
                new BufferedImage(width, height, grey ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
        if (grey) picture.getRaster().setDataElements(0, 0, width, height, bytes(channels[0], width, height));
        else picture.getRaster().setDataElements(0, 0, width, height, rgb(channels, width, height));
        return picture;
    }

    private static byte[] bytes(float[] channel, int width, int height) {
        if (channel.length != Math.multiplyExact(width, height)) {
            throw new IllegalArgumentException(
                    "a channel of " + channel.length + " pixels, not " + width + " x " + height);
        }
        return FullScale.toBytes(channel);
    }

    /** Three channels of 0..1 as ImageJ and AWT have colours: red, green and blue in an int. */
    public static int[] rgb(float[][] channels, int width, int height) {
        byte[] red = bytes(channels[0], width, height);
        byte[] green = bytes(channels[1], width, height);
        byte[] blue = bytes(channels[2], width, height);
        int[] colors = new int[red.length];
        for (int i = 0; i < colors.length; i++) {
            colors[i] = 0xFF << 24 | (red[i] & 0xFF) << 16 | (green[i] & 0xFF) << 8 | blue[i] & 0xFF;
        }
        return colors;
    }

    private static Raster inverted(float[][] channels, int width, int height) {
        WritableRaster raster = Raster.createBandedRaster(DataBuffer.TYPE_BYTE, width, height, channels.length, null);
        for (int band = 0; band < channels.length; band++) {
            byte[] bytes = bytes(channels[band], width, height);
            int[] samples = new int[bytes.length];
            for (int i = 0; i < samples.length; i++) samples[i] = 255 - (bytes[i] & 0xFF);
            raster.setSamples(0, 0, width, height, band, samples);
        }
        return raster;
    }

    private static void write(Path file, Content content) throws IOException {
        AtomicFile.write(file, part -> {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
                content.write(out);
            }
        });
    }
}
