package hounsfield.codec.jpeg2000;

import com.github.jaiimageio.jpeg2000.impl.J2KImageReaderSpi;
import hounsfield.bytes.ByteSpan;
import hounsfield.codec.DecodingContext;
import hounsfield.codec.PixelLayout;
import hounsfield.codec.Samples;
import hounsfield.standard.error.DicomException;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageReader;
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
 * Decodes one frame of JPEG 2000 (reversible, irreversible) or HTJ2K, on one thread and on two, and with
 * jai-imageio-jpeg2000 as the Java peer, which does not support HTJ2K. {@code src/test/bench/jpeg2000.sh} makes the
 * inputs, runs this benchmark and then OpenJPEG, and prints the ratios.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class Jpeg2000Benchmark {
    /** A codestream in the folder that the system property {@code bench} names: size, bits, kind. */
    @Param({
        "512-8.reversible", "512-12.reversible", "512-16.reversible", "512-rgb.reversible",
        "1024-8.reversible", "1024-12.reversible", "1024-16.reversible", "1024-rgb.reversible",
        "2048-8.reversible", "2048-12.reversible", "2048-16.reversible", "2048-rgb.reversible",
        "512-8.irreversible", "512-12.irreversible", "512-16.irreversible", "512-rgb.irreversible",
        "1024-8.irreversible", "1024-12.irreversible", "1024-16.irreversible", "1024-rgb.irreversible",
        "2048-8.irreversible", "2048-12.irreversible", "2048-16.irreversible", "2048-rgb.irreversible",
        "512-8.ht", "512-12.ht", "512-16.ht", "512-rgb.ht",
        "1024-8.ht", "1024-12.ht", "1024-16.ht", "1024-rgb.ht",
        "2048-8.ht", "2048-12.ht", "2048-16.ht", "2048-rgb.ht",
        "512-16.ht-irreversible", "1024-16.ht-irreversible", "2048-16.ht-irreversible", "1024-rgb.ht-irreversible"
    })
    public String stream;

    private PixelLayout layout;
    private ByteSpan frame;

    @Setup
    public void read() throws IOException {
        frame = ByteSpan.of(Files.readAllBytes(Path.of(System.getProperty("bench"), stream)));
        ImageSize size = CodestreamParser.size(frame);
        int bits = size.components()[0].precision();
        layout = new PixelLayout(
                size.height(),
                size.width(),
                size.components().length,
                bits > 8 ? 16 : 8,
                bits,
                bits - 1,
                false,
                false,
                false);
    }

    @Benchmark
    public Samples oneThread() throws DicomException {
        return new Jpeg2000Decoder().decode(frame, layout, new DecodingContext());
    }

    @Benchmark
    public Samples twoThreads() throws DicomException {
        return new Jpeg2000Decoder(Jpeg2000.Options.DEFAULT.withThreads(2))
                .decode(frame, layout, new DecodingContext());
    }

    @Benchmark
    public Raster jaiImageIo() throws IOException {
        if (stream.contains(".ht")) throw new UnsupportedOperationException("jai-imageio-jpeg2000 has no HTJ2K");
        ImageReader reader = new J2KImageReaderSpi().createReaderInstance();
        ByteArrayInputStream bytes = new ByteArrayInputStream(frame.array());
        try (MemoryCacheImageInputStream input = new MemoryCacheImageInputStream(bytes)) {
            reader.setInput(input, true, true);
            return reader.readRaster(0, null);
        } finally {
            reader.dispose();
        }
    }
}
