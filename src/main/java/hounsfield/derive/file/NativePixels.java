package hounsfield.derive.file;

import hounsfield.bytes.ByteSource;
import hounsfield.data.BulkData;
import hounsfield.data.Element;
import hounsfield.derive.NewImage;
import hounsfield.derive.PixelType;
import java.io.IOException;
import java.util.Objects;

/** All frames as the value of Pixel Data. They are made when they are written, so that memory holds one frame. */
final class NativePixels implements ByteSource {
    private final FramePixels pixels;
    private final long length;
    private final long size;
    private int current = -1;
    private byte[] frame = new byte[0];

    private NativePixels(NewImage image, FramePixels pixels) {
        this.pixels = pixels;
        length = (long) image.columns() * image.rows() * image.type().bytes();
        size = length * image.frames().size();
    }

    /**
     * Returns the element of the pixels.
     *
     * @throws IllegalArgumentException if the frames are longer than the 32-bit length field of an element allows
     */
    static Element of(NewImage image, FramePixels pixels) {
        NativePixels source = new NativePixels(image, pixels);
        if (source.size > 0xFFFFFFFEL - 1) {
            throw new IllegalArgumentException("the frames have " + source.size
                    + " bytes, but one file holds at most 4 GiB; save them as a series");
        }
        PixelType type = image.type();
        return Element.bulk(type.tag(), type.vr(), new BulkData(source, 0, source.size), true);
    }

    @Override
    public String name() {
        return "new frames";
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public void read(long position, byte[] target, int offset, int count) throws IOException {
        Objects.checkFromIndexSize(offset, count, target.length);
        int done = 0;
        while (done < count) {
            long at = position + done;
            int index = (int) (at / length);
            int start = (int) (at % length);
            int piece = (int) Math.min(length - start, count - done);
            if (index != current) {
                frame = pixels.of(index);
                current = index;
            }
            System.arraycopy(frame, start, target, offset + done, piece);
            done += piece;
        }
    }
}
