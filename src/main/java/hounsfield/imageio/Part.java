package hounsfield.imageio;

import hounsfield.codec.StreamHeader;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import javax.imageio.IIOException;
import javax.imageio.ImageReadParam;

/**
 * The pixels of an image that an {@link ImageReadParam} selects.
 *
 * @param region in the image, subsampling offsets applied
 * @param stepX columns from one pixel to the next
 * @param stepY rows from one pixel to the next
 * @param bands of the image, in their order
 */
record Part(Rectangle region, int stepX, int stepY, int[] bands) {
    /**
     * Returns the part of a read.
     *
     * @param param null for the whole image
     * @param region as {@code ImageReader} derives it from {@code param}
     * @param components of the image
     * @throws IllegalArgumentException if a band is not among them
     */
    static Part of(ImageReadParam param, Rectangle region, int components) {
        int[] bands = param == null ? null : param.getSourceBands();
        if (bands == null) {
            bands = new int[components];
            for (int i = 0; i < components; i++) bands[i] = i;
        }
        for (int band : bands) {
            if (band >= components) throw new IllegalArgumentException("band " + band + " of " + components);
        }
        return param == null
                ? new Part(region, 1, 1, bands)
                : new Part(region, param.getSourceXSubsampling(), param.getSourceYSubsampling(), bands);
    }

    /** Returns whether a read requests a new image of all pixels. */
    static boolean isPlain(ImageReadParam param) {
        return param.getSourceRegion() == null
                && param.getSourceXSubsampling() == 1
                && param.getSourceYSubsampling() == 1
                && param.getSourceBands() == null
                && param.getDestinationBands() == null
                && param.getDestination() == null
                && param.getDestinationType() == null
                && param.getDestinationOffset().equals(new Point());
    }

    /** Rejects a destination whose samples cannot represent the values. */
    static void checkRoom(SampleFormat format, Raster target, ImageReadParam param) throws IIOException {
        int[] bands = param.getDestinationBands();
        int count = bands != null ? bands.length : target.getNumBands();
        for (int i = 0; i < count; i++) {
            int band = bands != null ? bands[i] : i;
            int bits = target.getSampleModel().getSampleSize(band);
            if (bits < format.header().precision()) {
                throw new IIOException("the destination has " + bits + " bits per sample, the image "
                        + format.header().precision());
            }
        }
        int type = target.getSampleModel().getDataType();
        if (format.header().signed() && type != format.dataType() && type < DataBuffer.TYPE_SHORT) {
            throw new IIOException("the destination has unsigned samples, the image signed ones");
        }
    }

    boolean isAllOf(StreamHeader header) {
        if (bands.length != header.components()) return false;
        for (int i = 0; i < bands.length; i++) if (bands[i] != i) return false;
        return stepX == 1 && stepY == 1 && region.equals(new Rectangle(header.columns(), header.rows()));
    }

    int width() {
        return (region.width + stepX - 1) / stepX;
    }

    int height() {
        return (region.height + stepY - 1) / stepY;
    }

    /** Returns the bands of a destination that are written. */
    WritableRaster destination(WritableRaster target, ImageReadParam param) {
        int[] written = param.getDestinationBands();
        if (written == null) return target;
        return target.createWritableChild(
                target.getMinX(),
                target.getMinY(),
                target.getWidth(),
                target.getHeight(),
                target.getMinX(),
                target.getMinY(),
                written);
    }

    /** Returns a raster at the destination offset of a read. */
    WritableRaster moved(WritableRaster raster, ImageReadParam param) {
        if (param == null || param.getDestinationOffset().equals(new Point())) return raster;
        return raster.createWritableTranslatedChild(param.getDestinationOffset().x, param.getDestinationOffset().y);
    }

    /**
     * Copies the part.
     *
     * @param image all of it
     * @param target has as many bands as the part
     * @param to upper left corner in the target; pixels beyond its right and lower edges are left out
     */
    void copy(Raster image, WritableRaster target, Point to) {
        Raster source = image.createChild(0, 0, image.getWidth(), image.getHeight(), 0, 0, bands);
        int width = Math.min(width(), target.getMinX() + target.getWidth() - to.x);
        int height = Math.min(height(), target.getMinY() + target.getHeight() - to.y);
        int span = (width - 1) * stepX + 1;
        int[] row = new int[span * bands.length];
        for (int y = 0; y < height; y++) {
            source.getPixels(region.x, region.y + y * stepY, span, 1, row);
            if (stepX > 1) thin(row, width);
            target.setPixels(to.x, to.y + y, width, 1, row);
        }
    }

    private void thin(int[] row, int width) {
        int pixel = bands.length;
        for (int x = 1; x < width; x++) System.arraycopy(row, x * stepX * pixel, row, x * pixel, pixel);
    }
}
