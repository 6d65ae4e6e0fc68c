package hounsfield.codec.deflate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.bytes.ByteSpan;
import hounsfield.codec.DecoderSuite;
import hounsfield.codec.DecodingContext;
import hounsfield.codec.FrameDecoder;
import hounsfield.standard.TransferSyntax;
import hounsfield.standard.error.MalformedDicomException;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

class DeflatedFrameDecoderTest extends DecoderSuite {
    private static final TransferSyntax DEFLATED = TransferSyntax.DEFLATED_IMAGE_FRAME;

    @Override
    protected FrameDecoder decoder() {
        return new DeflatedFrameDecoder();
    }

    @Override
    protected List<Known> known() {
        return List.of(
                Known.lossless("8 bits", DEFLATED, gray(2, 3, 8, 8), deflate(1, 2, 3, 4, 5, 200), 1, 2, 3, 4, 5, 200),
                Known.lossless("16 bits", DEFLATED, gray(1, 3, 16, 16), deflate(1, 0, 0, 1, 255, 255), 1, 256, 65535),
                Known.lossless("planar", DEFLATED, color(1, 2, 8, true), deflate(1, 2, 3, 4, 5, 6), 1, 3, 5, 2, 4, 6),
                Known.lossless(
                        "single bits",
                        DEFLATED,
                        gray(2, 5, 1, 1),
                        deflate(0b10110, 0b11),
                        0,
                        1,
                        1,
                        0,
                        1,
                        0,
                        0,
                        0,
                        1,
                        1));
    }

    @Test
    void shortFrameReportsTheMissingLength() {
        byte[] frame = deflate(1, 2, 3);
        MalformedDicomException e = assertThrows(MalformedDicomException.class, () -> decoder()
                .decode(ByteSpan.of(frame), gray(2, 4, 8, 8), new DecodingContext()));
        assertTrue(e.getMessage().contains("ends 5 bytes early"), e.getMessage());
        assertEquals(frame.length, e.location().offset());
    }

    private static byte[] deflate(int... bytes) {
        byte[] plain = new byte[bytes.length];
        for (int i = 0; i < plain.length; i++) plain[i] = (byte) bytes[i];
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(plain);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] part = new byte[256];
        while (!deflater.finished()) out.write(part, 0, deflater.deflate(part));
        deflater.end();
        return out.toByteArray();
    }
}
