package hounsfield.codec.jpeg2000;

import hounsfield.bytes.ByteSpan;
import hounsfield.codec.StreamHeader.Color;
import hounsfield.standard.error.MalformedDicomException;

/** Reads the color of an image from the JP2 Header box (T.800 I.5.3). */
final class Jp2Color {
    private static final long HEADER = 0x6A703268; // "jp2h"
    private static final long COLOR_SPECIFICATION = 0x636F6C72; // "colr"
    private static final long PALETTE = 0x70636C72; // "pclr"
    private static final long CHANNEL_DEFINITION = 0x63646566; // "cdef"

    /** Values of METH (table I.9). */
    private static final int ENUMERATED = 1;

    /** Values of EnumCS (table I.10). */
    private static final int SRGB = 16;

    private static final int GRAYSCALE = 17;
    private static final int SYCC = 18;

    private final int components;
    private Color color;
    private boolean specified;

    private Jp2Color(ImageSize.Component[] each) {
        components = each.length;
        boolean chroma = components == 3 && !isSubsampled(each[0]) && isSubsampled(each[1]) && isSubsampled(each[2]);
        color = Color.of(components, chroma ? Color.YBR_FULL : Color.RGB);
    }

    private static boolean isSubsampled(ImageSize.Component component) {
        return component.dx() > 1 || component.dy() > 1;
    }

    /**
     * Returns the color of an image.
     *
     * @param stream a codestream or a JP2 file, in which a codestream was found
     * @return {@link Color#OTHER} if the samples are not colors as they are decoded: entries of a palette, opacity,
     *     channels in another order, an enumerated color space other than sRGB, gray and sYCC, or a damaged box
     */
    static Color of(ByteSpan stream, ImageSize.Component[] components) throws MalformedDicomException {
        Jp2Color found = new Jp2Color(components);
        SegmentReader in = new SegmentReader(stream, 0, Jp2Boxes.findCodestream(stream));
        while (in.remaining() >= Jp2Boxes.HEADER_LENGTH) {
            Jp2Boxes.Box box = Jp2Boxes.next(in);
            if (box.type() == HEADER) found.read(box.content());
        }
        return found.color;
    }

    private void read(SegmentReader header) {
        try {
            while (header.remaining() >= Jp2Boxes.HEADER_LENGTH) {
                Jp2Boxes.Box box = Jp2Boxes.next(header);
                if (box.type() == PALETTE) color = Color.OTHER;
                else if (box.type() == CHANNEL_DEFINITION) channelDefinition(box.content());
                else if (box.type() == COLOR_SPECIFICATION && !specified) colorSpecification(box.content());
            }
        } catch (MalformedDicomException damaged) {
            color = Color.OTHER; // the codestream does not depend on these boxes
        }
    }

    /** A reader that knows one method only uses the first box (I.5.3.3). */
    private void colorSpecification(SegmentReader in) throws MalformedDicomException {
        specified = true;
        int method = in.u8();
        in.u16(); // PREC and APPROX
        if (method != ENUMERATED || color == Color.OTHER) return;
        long space = in.u32();
        if (space == SYCC && components == 3) color = Color.YBR_FULL;
        else if (space == SRGB && components == 3) color = Color.RGB;
        else if (space != GRAYSCALE || components != 1) color = Color.OTHER;
    }

    /** Channels must be colors in the order of the components (I.5.3.6). */
    private void channelDefinition(SegmentReader in) throws MalformedDicomException {
        int count = in.u16();
        for (int i = 0; i < count; i++) {
            int channel = in.u16();
            int type = in.u16();
            int association = in.u16();
            if (type != 0 || association != 0 && association != channel + 1) color = Color.OTHER;
        }
    }
}
