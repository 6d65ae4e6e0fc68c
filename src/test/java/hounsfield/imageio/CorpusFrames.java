package hounsfield.imageio;

import hounsfield.bytes.ByteSource;
import hounsfield.parse.DicomFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Takes encoded frames out of a file by its Items alone (PS3.5 A.4). */
final class CorpusFrames {
    private static final int ITEM = 0xE000FFFE;

    private CorpusFrames() {}

    /** Returns the frames; a Fragment that does not begin as the first one does continues a frame. */
    static List<byte[]> of(DicomFile file, int frames) throws IOException {
        List<byte[]> fragments = fragments(file);
        List<byte[]> found = new ArrayList<>();
        for (byte[] fragment : fragments) {
            boolean begins = found.isEmpty() || frames > 1 && sameStart(fragment, fragments.get(0));
            if (begins) {
                found.add(fragment);
            } else {
                ByteArrayOutputStream joined = new ByteArrayOutputStream();
                joined.write(found.remove(found.size() - 1));
                joined.write(fragment);
                found.add(joined.toByteArray());
            }
        }
        return found;
    }

    private static List<byte[]> fragments(DicomFile file) throws IOException {
        List<byte[]> fragments = new ArrayList<>();
        try (ByteSource source = file.open()) {
            long at = file.pixelData().orElseThrow().bulk().orElseThrow().offset();
            byte[] header = new byte[8];
            for (int item = 0; at + 8 <= source.size(); item++) {
                source.read(at, header, 0, 8);
                ByteBuffer numbers = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
                if (numbers.getInt() != ITEM) break;
                byte[] fragment = new byte[numbers.getInt()];
                source.read(at + 8, fragment, 0, fragment.length);
                if (item > 0) fragments.add(fragment);
                at += 8 + fragment.length;
            }
        }
        return fragments;
    }

    private static boolean sameStart(byte[] one, byte[] other) {
        return one.length > 1 && one[0] == other[0] && one[1] == other[1];
    }
}
