package hounsfield.cache;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedPlanesTest {
    private static final int LENGTH = 3000;
    private static final long BYTES = LENGTH * Float.BYTES;

    /** Every value of 16 bits, in planes whose length is not a multiple of a block. */
    @Test
    void wholeNumbersTakeHalfTheRoomAndComeBack() {
        for (int first = Short.MIN_VALUE; first <= Short.MAX_VALUE; first += LENGTH) {
            float[] plane = new float[LENGTH];
            for (int i = 0; i < LENGTH; i++) plane[i] = Math.min(first + i, Short.MAX_VALUE);
            Object kept = PackedPlanes.pack(plane);
            assertEquals(BYTES / 2, PackedPlanes.bytes(kept, BYTES));
            float[] unpacked = (float[]) PackedPlanes.unpack(kept);
            assertNotSame(plane, unpacked);
            assertArrayEquals(plane, unpacked);
        }
    }

    @ParameterizedTest
    @ValueSource(
            floats = {
                -0f,
                0.5f,
                -1024.25f,
                Float.NaN,
                Float.POSITIVE_INFINITY,
                Float.NEGATIVE_INFINITY,
                32768,
                -32769,
                65536,
                1 << 22,
                1 << 24,
                1e30f,
                -1e30f,
                Float.MIN_VALUE
            })
    void aPlaneWithAnotherValueIsKeptAsItIs(float other) {
        for (int at : new int[] {0, 1023, 1024, LENGTH - 1}) {
            float[] plane = new float[LENGTH];
            plane[at] = other;
            Object kept = PackedPlanes.pack(plane);
            assertSame(plane, kept);
            assertSame(plane, PackedPlanes.unpack(kept));
            assertEquals(BYTES, PackedPlanes.bytes(kept, BYTES));
        }
    }

    @Test
    void channelsArePackedEachForItself() {
        float[] whole = {1, -2, 3};
        float[] broken = {1, 0.5f, 3};
        Object kept = PackedPlanes.pack(new Object[] {whole, broken});
        assertEquals(6 + 12, PackedPlanes.bytes(kept, 24));
        Object[] channels = (Object[]) PackedPlanes.unpack(kept);
        assertArrayEquals(whole, (float[]) channels[0]);
        assertSame(broken, channels[1]);
    }

    @Test
    void otherPlanesAreKeptAsTheyAre() {
        short[] shorts = {1, 2};
        Object[] channels = {new byte[2], shorts};
        assertSame(shorts, PackedPlanes.pack(shorts));
        assertSame(channels, PackedPlanes.pack(channels));
        assertSame(channels, PackedPlanes.unpack(channels));
        assertEquals(4, PackedPlanes.bytes(shorts, 4));
        float[] none = new float[0];
        assertSame(none, PackedPlanes.pack(none));
    }

    /** 3 planes of 4 MiB fit into 8 MiB only when packed as whole numbers; 2 fit unpacked. */
    @Test
    void onlyAnImageThatDoesNotFitIsPacked() {
        PlaneCache cache = new PlaneCache(8 << 20);
        for (int count = 2; count <= 3; count++) {
            PlaneCache.Owner owner = cache.owner(this);
            for (int plane = 0; plane < count; plane++) {
                float[] values = new float[1 << 20];
                values[7] = plane - 1000;
                cache.put(owner, plane, values, count, 4 << 20);
            }
            assertEquals(count == 2 ? 8 << 20 : 6 << 20, cache.size());
            for (int plane = 0; plane < count; plane++) {
                assertEquals(plane - 1000, ((float[]) cache.get(owner, plane))[7]);
            }
            cache.clear();
        }
    }
}
