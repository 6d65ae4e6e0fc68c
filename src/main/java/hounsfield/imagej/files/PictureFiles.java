package hounsfield.imagej.files;

import hounsfield.dataset.csv.AtomicFile;
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
 * Writes picture files: PNG and JPEG of channels, TIFF of ImageJ images. A file gets its name when it is complete and
 * replaces an existing one. A missing folder causes an {@link IllegalArgumentException}. Safe for many threads that write
 * different files.
 */
public final class PictureFiles {
    private static final String JPEG_METADATA = "javax_imageio_jpeg_image_1.0";

    private PictureFiles() {}

    /** A writer of a file's bytes. */
    @FunctionalInterface
    private interface Content {
        void write(OutputStream out) throws IOException;
    }

    /**
     * Writes an 8-bit gray or RGB PNG.
     *
     * @param file the target
     * @param channels one or three channels of 0..1, row by row
     * @param width columns
     * @param height rows
     * @throws IllegalArgumentException for another number of channels or pixels
     * @throws IOException if the file cannot be written
     */
    public static void writePng(Path file, float[][] channels, int width, int height) throws IOException {
        if (channels.length != 1 && channels.length != 3) {
            throw new IllegalArgumentException(channels.length + " channels; a PNG has one or three");
        }
        BufferedImage picture = picture(channels, width, height);
        write(file, out -> encode("png", out, writer -> writer.write(picture)));
    }

    /**
     * Writes an 8-bit JPEG: gray, RGB without chroma subsampling, or CMYK. CMYK channels are stored inverted, as readers
     * expect.
     *
     * @param file the target
     * @param channels one, three or four channels of 0..1, row by row
     * @param width columns
     * @param height rows
     * @param quality 1 to 100
     * @throws IllegalArgumentException for another number of channels or pixels, or another quality
     * @throws IOException if the file cannot be written
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

    /**
     * Writes all slices of an image with calibration, Info, labels and properties, as ImageJ's own Save does.
     *
     * @param file the target
     * @param image any image
     * @throws IOException if the file cannot be written
     */
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

    /** A use of an ImageIO writer. */
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

    /** Disables chroma subsampling, which would mix and blur channels that are independent images. */
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
        boolean gray = channels.length == 1;
        BufferedImage picture =
                new BufferedImage(width, height, gray ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
        if (gray) picture.getRaster().setDataElements(0, 0, width, height, bytes(channels[0], width, height));
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

    /**
     * Packs three channels into the color pixels of ImageJ and AWT.
     *
     * @param channels red, green and blue of 0..1, row by row
     * @param width columns
     * @param height rows
     * @return one {@code 0xFFRRGGBB} per pixel
     */
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
