package hounsfield.codec;

import hounsfield.bytes.ByteSpan;
import hounsfield.codec.rle.RleBytes;
import hounsfield.codec.rle.RleDecoder;
import hounsfield.standard.error.DicomException;
import hounsfield.work.Diagnostics;
import java.util.Random;
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

/** A frame of 512 x 512 pixels from bytes to stored values, beside a copy of its bytes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class NativeDecoderBenchmark {
    /** What the pixels are like. */
    public enum Kind {
        GRAY_8(1, 8, 8, false, false),
        GRAY_16(1, 16, 16, false, false),
        GRAY_12_OF_16(1, 16, 12, false, false),
        SIGNED_12_OF_16(1, 16, 12, true, false),
        RGB(3, 8, 8, false, false),
        RGB_PLANAR(3, 8, 8, false, true),
        SINGLE_BITS(1, 1, 1, false, false);

        final PixelLayout layout;

        Kind(int samples, int allocated, int stored, boolean signed, boolean planar) {
            layout = new PixelLayout(512, 512, samples, allocated, stored, stored - 1, signed, planar, false);
        }
    }

    @Param
    public Kind kind;

    private NativeDecoder decoder;
    private byte[] bytes;
    private byte[] rle;

    @Setup
    public void prepare() throws DicomException {
        decoder = NativeDecoder.ofBytes(kind.layout, new Diagnostics());
        bytes = new byte[decoder.length(0)];
        // A disc with noise on an even ground, as in CT.
        Random random = new Random(1);
        int width = bytes.length / 512;
        for (int i = 0; i < bytes.length; i++) {
            double x = (i % width - width / 2) * 512.0 / width;
            double y = i / width - 256;
            if (x * x + y * y < 200 * 200) bytes[i] = (byte) random.nextInt(64);
        }
        if (kind.layout.bitsAllocated() > 1) {
            rle = RleBytes.encode(decoder.decode(ByteSpan.of(bytes), 0).toInts(), kind.layout);
        } else {
            rle = RleBytes.frame(RleBytes.packBits(bytes));
        }
    }

    @Benchmark
    public byte[] copyOfBytes() {
        return bytes.clone();
    }

    @Benchmark
    public Samples nativeFrame() throws DicomException {
        return decoder.decode(ByteSpan.of(bytes), 0);
    }

    @Benchmark
    public Samples rleFrame() throws DicomException {
        return new RleDecoder().decode(ByteSpan.of(rle), kind.layout, new DecodingContext());
    }
}
