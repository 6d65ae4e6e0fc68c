package hounsfield.derive.file;

import hounsfield.bytes.ByteSource;
import hounsfield.bytes.FileByteSource;
import hounsfield.data.BulkData;
import hounsfield.data.Element;
import hounsfield.derive.MultiFrameObject;
import hounsfield.derive.NewImage;
import hounsfield.derive.PixelType;
import hounsfield.derive.SingleFrameObject;
import hounsfield.standard.Tag;
import hounsfield.standard.VR;
import hounsfield.work.Progress;
import hounsfield.write.DicomWriter;
import hounsfield.write.EncapsulatedPixelData;
import hounsfield.write.RleEncoder;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes new images to files. */
public final class NewFile {
    private static final int BUFFER = 1 << 16;

    private NewFile() {}

    /**
     * Writes one frame as a single-frame object. Memory holds the frame.
     *
     * @param image the image; its kind must be a single-frame object
     * @param index the frame, from 0
     * @param pixels the pixels of all frames of the image
     * @param compression of the file
     * @param target an existing file is replaced
     * @throws IOException if a frame cannot be read, or the file cannot be written
     */
    public static void writeFrame(NewImage image, int index, FramePixels pixels, Compression compression, Path target)
            throws IOException {
        byte[] bytes = pixels.of(index);
        Element element = compression == Compression.RLE
                ? EncapsulatedPixelData.of(List.of(encode(image, bytes)))
                : Element.of(Tag.PIXEL_DATA, image.type().vr(), bytes, true);
        DicomWriter.write(target, compression.syntax(), SingleFrameObject.of(image, index, element));
    }

    /**
     * Writes all frames as one object. Memory holds one frame; RLE frames go to a temporary file first.
     *
     * @param image the image; its kind must be a multi-frame object
     * @param pixels the pixels of its frames
     * @param compression of the file; RLE is not possible for floats
     * @param target an existing file is replaced
     * @param spool a temporary file for RLE frames, which the caller removes
     * @param progress reports and cancels
     * @throws IllegalArgumentException if one file cannot hold the frames
     * @throws IOException if a frame cannot be read, or the file cannot be written
     */
    public static void writeAll(
            NewImage image, FramePixels pixels, Compression compression, Path target, Path spool, Progress progress)
            throws IOException {
        int count = image.frames().size();
        FramePixels counted = index -> {
            progress.check();
            progress.update(index, count);
            return pixels.of(index);
        };
        if (compression != Compression.RLE) {
            DicomWriter.write(
                    target, compression.syntax(), MultiFrameObject.of(image, NativePixels.of(image, counted)));
            return;
        }
        if (image.type() == PixelType.FLOAT)
            throw new IllegalArgumentException(
                    "floats cannot be compressed with RLE; choose compress=none or compress=deflated");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(spool), BUFFER)) {
            EncapsulatedPixelData.writeWithoutOffsets(count, index -> encode(image, counted.of(index)), out);
        }
        try (ByteSource frames = new FileByteSource(spool).open()) {
            BulkData bulk = new BulkData(frames, 0, BulkData.UNDEFINED);
            Element element = Element.bulk(Tag.PIXEL_DATA, VR.OB, bulk, true);
            DicomWriter.write(target, compression.syntax(), MultiFrameObject.of(image, element));
        }
    }

    private static byte[] encode(NewImage image, byte[] bytes) {
        PixelType type = image.type();
        return RleEncoder.encode(bytes, image.rows(), image.columns(), type.samples(), type.bits() / Byte.SIZE);
    }
}
