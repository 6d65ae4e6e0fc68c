package hounsfield.codec.jpeg;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import hounsfield.bytes.ByteSpan;
import hounsfield.codec.DecodingContext;
import hounsfield.codec.FrameDecoder;
import hounsfield.codec.PixelLayout;
import hounsfield.codec.Samples;
import hounsfield.frame.pixeldata.FrameReader;
import hounsfield.parse.DicomFile;
import hounsfield.standard.error.DicomException;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Decoding one frame, on one thread: this decoder against TwelveMonkeys. {@code src/test/bench/jpeg.sh} makes the inputs,
 * runs this and GDCM one after the other, and prints the ratios.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class JpegBenchmark {
    /** A file in the folder that the system property {@code bench} names, without {@code .dcm}. */
    @Param({
        "ct-512-16.lossless-1",
        "drawn-512-8.lossless-1",
        "drawn-512-12.lossless-1",
        "drawn-512-16.lossless-1",
        "drawn-512-16.lossless-6",
        "drawn-512-rgb.lossless-1",
        "drawn-1024-8.lossless-1",
        "drawn-1024-12.lossless-1",
        "drawn-1024-16.lossless-1",
        "drawn-2048-8.lossless-1",
        "drawn-2048-12.lossless-1",
        "drawn-2048-16.lossless-1",
        "drawn-512-12.extended",
        "drawn-1024-12.extended",
        "drawn-2048-12.extended",
        "drawn-512-8.baseline",
        "drawn-1024-8.baseline",
        "drawn-2048-8.baseline",
        "drawn-1024-rgb.baseline"
    })
    public String file;

    private final FrameDecoder decoder = new JpegFrameDecoder();
    /** From the registry, which connects it to the JDK's reader that it uses. */
    private final ImageReaderSpi twelveMonkeys =
            IIORegistry.getDefaultInstance().getServiceProviderByClass(JPEGImageReaderSpi.class);

    private PixelLayout layout;
    private byte[] frame;

    @Setup
    public void read() throws IOException {
        DicomFile dicom = DicomFile.read(Path.of(System.getProperty("bench"), file + ".dcm"));
        try (FrameReader frames = FrameReader.open(dicom)) {
            layout = frames.layout();
        }
        long offset = dicom.pixelData().orElseThrow().bulk().orElseThrow().offset();
        frame = firstFrame(Files.readAllBytes(Path.of(System.getProperty("bench"), file + ".dcm")), (int) offset);
    }

    @Benchmark
    public Samples hounsfield() throws DicomException {
        return decoder.decode(ByteSpan.of(frame), layout, new DecodingContext());
    }

    @Benchmark
    public Raster twelveMonkeys() throws IOException {
        ImageReader reader = twelveMonkeys.createReaderInstance();
        try (MemoryCacheImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(frame))) {
            reader.setInput(input, true, true);
            return reader.readRaster(0, null);
        } finally {
            reader.dispose();
        }
    }

    /** All Fragments of a file with one frame, joined (PS3.5 A.4). */
    private static byte[] firstFrame(byte[] file, int offset) {
        ByteBuffer items = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).position(offset);
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (int item = 0; items.getInt() == 0xE000FFFE; item++) {
            int length = items.getInt();
            if (item > 0) joined.write(file, items.position(), length);
            items.position(items.position() + length);
        }
        return joined.toByteArray();
    }
}
