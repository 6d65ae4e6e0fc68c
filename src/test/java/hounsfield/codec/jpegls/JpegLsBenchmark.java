package hounsfield.codec.jpegls;

import hounsfield.bytes.ByteSpan;
import hounsfield.codec.DecodingContext;
import hounsfield.codec.FrameDecoder;
import hounsfield.codec.PixelLayout;
import hounsfield.codec.Samples;
import hounsfield.frame.pixeldata.FrameReader;
import hounsfield.parse.DicomFile;
import hounsfield.standard.error.DicomException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
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
 * Decodes one frame of JPEG-LS on one thread. {@code src/test/bench/jpegls.sh} makes the inputs, runs this benchmark
 * and then GDCM, whose JPEG-LS decoder is CharLS, and prints the ratios.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class JpegLsBenchmark {
    /** A file without {@code .dcm} in the folder that the system property {@code bench} names. */
    @Param({
        "ct-512-16.jls",
        "ct-1024-16.jls",
        "ct-2048-16.jls",
        "drawn-512-8.jls",
        "drawn-512-12.jls",
        "drawn-512-16.jls",
        "drawn-1024-8.jls",
        "drawn-1024-12.jls",
        "drawn-1024-16.jls",
        "drawn-2048-8.jls",
        "drawn-2048-12.jls",
        "drawn-2048-16.jls",
        "drawn-1024-rgb.jls",
        "drawn-1024-rgb.line",
        "drawn-1024-rgb.sample",
        "drawn-1024-8.near",
        "drawn-1024-12.near",
        "drawn-1024-16.near"
    })
    public String file;

    private final FrameDecoder decoder = new JpegLsDecoder();
    private PixelLayout layout;
    private ByteSpan frame;

    @Setup
    public void read() throws IOException {
        Path path = Path.of(System.getProperty("bench"), file + ".dcm");
        try (FrameReader frames = FrameReader.open(DicomFile.read(path))) {
            layout = frames.layout();
        }
        frame = EncapsulatedFrame.of(Files.readAllBytes(path));
    }

    @Benchmark
    public Samples hounsfield() throws DicomException {
        return decoder.decode(frame, layout, new DecodingContext());
    }
}
