package hounsfield.imagej.memory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.calibrate.PixelPadding;
import hounsfield.frame.pixeldata.Tile;
import hounsfield.geometry.PlaneGeometry;
import hounsfield.geometry.Vector3;
import ij.IJ;
import ij.ImagePlus;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A record is the same after it was stored in an image and read again. */
class RecordCodecTest {
    private static final Optional<PixelPadding> AIR = Optional.of(new PixelPadding(-2000, -1999.5f));

    private static PlaneGeometry plane(double z) {
        return new PlaneGeometry(
                new Vector3(-100.25, 0.1, z), new Vector3(1, 0, 0), new Vector3(0, 0.8, 0.6), 0.5, 1 / 3.0);
    }

    private static SliceTable table() {
        return new SliceTable(
                List.of(
                        new SliceTable.Slice(
                                "a",
                                "sub/a\\n\nb",
                                0,
                                Optional.of(new Tile(64, 128, 32, 16, 7)),
                                "mrad",
                                Optional.of(plane(1e-7))),
                        new SliceTable.Slice(
                                "frame 2", "", 1, Optional.of(new Tile(0, 0, 1, 1, 0)), "", Optional.empty()),
                        new SliceTable.Slice("\u00e9", "c", 2, Optional.empty(), "HU", Optional.of(plane(Math.PI)))),
                3,
                true,
                List.of("brain", "bone"));
    }

    private static ImageRecord record(List<Optional<PixelPadding>> paddings) {
        ValueRecord values = new ValueRecord(
                ValueRecord.Origin.CHANGED,
                16,
                true,
                hounsfield.calibrate.ValueSource.REAL_WORLD,
                "a: b\nc",
                32767,
                paddings,
                List.of(2, 0));
        return new ImageRecord(
                values,
                table(),
                "/x: y\\n\n/z/",
                false,
                Optional.of(new ImageRecord.ShownArea(0.1, 2, 1 / 3.0, 4, 5, 6)),
                Optional.of(new ImageRecord.ShownCurve(true, -5)));
    }

    private static ImagePlus stored(ImageRecord record) {
        ImagePlus image = IJ.createImage("i", "16-bit black", 2, 2, 3);
        record.writeTo(image);
        return image;
    }

    @Test
    void everyFactIsReadAsItWasWritten() {
        for (List<Optional<PixelPadding>> paddings :
                List.of(List.of(AIR), List.of(AIR, AIR, Optional.<PixelPadding>empty()))) {
            ImageRecord record = record(paddings);
            ImagePlus image = stored(record);
            // Another table in between, since the last one is kept.
            stored(record.with(table().with(List.of(table().slices().get(0))), ""));
            assertEquals(record, ImageRecord.read(image));
            assertEquals(List.of(0, 2), ImageRecord.read(image).values().damaged());
        }
    }

    @Test
    void nothingIsStoredForNothing() {
        ImagePlus image = stored(record(List.of(AIR)));
        ImageRecord.NONE.writeTo(image);
        assertNull(image.getProp(RecordCodec.KEY));
        assertNull(image.getProp(RecordCodec.SLICES));
        assertNull(image.getCalibration().info);
        assertEquals(ImageRecord.NONE, ImageRecord.read(image));
    }

    @Test
    void otherPluginsKeepTheirInfo() {
        ImagePlus image = IJ.createImage("i", "16-bit black", 2, 2, 3);
        image.getCalibration().info = "theirs";
        record(List.of(AIR)).writeTo(image);
        assertEquals("theirs", image.getCalibration().info);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "version 2\nvalues: file",
                "version 1\nvalues: nothing",
                "version 1\nbits: 16",
                "version 1\nvalues: file\npadding: 1",
                "version 1\nvalues: file\npadding: 2 1",
                "version 1\nvalues: file\npadding: none*999999999",
                "version 1\nvalues: file\npadding: none*-1",
                "version 1\nvalues: file\ndamaged: x",
                "version 1\nvalues: file\ncurve: true",
                "version 1\nvalues: file\narea: 1 2 3",
                "version 1\nvalues: file\narea: 1 2 3 NaN 5 6",
                "version 1\nvalues: file\nsource: guess"
            })
    void textsOfOtherOriginAreIgnored(String text) {
        ImagePlus image = stored(ImageRecord.NONE);
        image.setProp(RecordCodec.KEY, text);
        assertEquals(ImageRecord.NONE, ImageRecord.read(image));
    }

    @Test
    void damagedTablesAreIgnored() {
        String text = SliceCodec.encode(table());
        assertEquals(Optional.of(table()), SliceCodec.decode(text));
        for (int length = 0; length < text.length() - 8; length++) {
            assertEquals(Optional.empty(), SliceCodec.decode(text.substring(0, length)), "cut to " + length);
        }
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        Random random = new Random(1);
        for (int i = 0; i < 2000; i++) {
            byte[] other = bytes.clone();
            other[2 + random.nextInt(other.length - 2)] = (byte) ('A' + random.nextInt(26));
            SliceCodec.decode(new String(other, StandardCharsets.US_ASCII));
        }
    }

    /** Reslice and Z Project copy the calibration alone. */
    @Test
    void calibrationHasWhatRemainsTrue() {
        ImagePlus image = IJ.createImage("i", "16-bit black", 2, 2, 3);
        image.setCalibration(stored(record(List.of(AIR))).getCalibration());
        ImageRecord record = ImageRecord.read(image);
        assertEquals(ValueRecord.Origin.DERIVED, record.values().origin());
        assertEquals(32767, record.values().zero());
        assertFalse(record.depthKnown());
        assertEquals(List.of(AIR, AIR, AIR), record.paddings(image));
        assertFalse(RecordCodec.isPaddingLost(image));
        ImagePlus bytes = IJ.createImage("i", "8-bit black", 2, 2, 1);
        bytes.setCalibration(image.getCalibration());
        assertEquals(List.of(Optional.empty()), ImageRecord.read(bytes).paddings(bytes), "8 bits hold other values");
        image.setCalibration(stored(record(List.of(AIR, AIR, Optional.<PixelPadding>empty())))
                .getCalibration());
        assertEquals(
                Collections.nCopies(3, Optional.empty()),
                ImageRecord.read(image).paddings(image));
        assertTrue(RecordCodec.isPaddingLost(image));
    }

    @Test
    void slicesAreFoundByTheirNames() {
        ImagePlus image = stored(record(List.of(AIR, Optional.<PixelPadding>empty(), AIR)));
        SliceTable table = ImageRecord.read(image).slices();
        assertArrayEquals(new int[] {0, 1, 2}, table.indexes(image), "by place");
        image.getStack().setSliceLabel("\u00e9 (damaged)\nDamaged: why\n0002,0010  x: y", 1);
        assertArrayEquals(new int[] {2, -1, -1}, table.indexes(image));
        image.getStack().setSliceLabel("a bone\n0002,0010  x: y", 2);
        image.getStack().setSliceLabel("frame 2 bone brain", 3);
        assertArrayEquals(new int[] {2, 0, 1}, table.indexes(image));
        assertEquals(0, table.index(image, 2));
        assertEquals(
                List.of(AIR, AIR, Optional.<PixelPadding>empty()),
                ImageRecord.read(image).paddings(image));
        image.getStack().deleteSlice(1);
        image.setStack(image.getStack());
        assertArrayEquals(new int[] {0, 1}, table.indexes(image));
        image.getStack().setSliceLabel(null, 1);
        assertArrayEquals(new int[] {-1, 1}, table.indexes(image));
        image.getStack().setSliceLabel("other", 2);
        assertArrayEquals(new int[] {-1, -1}, table.indexes(image), "two of three");
    }

    @Test
    void namesThatSeveralSlicesHaveAreOfTheSlicesInPlace() {
        SliceTable.Slice one = new SliceTable.Slice("a").in("x/a");
        SliceTable table = SliceTable.EMPTY.with(List.of(one, one.in("y/a"), new SliceTable.Slice("b").in("b")));
        ImagePlus image = IJ.createImage("i", "16-bit black", 2, 2, 3);
        for (int n = 1; n <= 3; n++) image.getStack().setSliceLabel(n < 3 ? "a" : "b", n);
        assertArrayEquals(new int[] {0, 1, 2}, table.indexes(image));
        image.getStack().deleteSlice(1);
        image.setStack(image.getStack());
        assertArrayEquals(new int[] {-1, 2}, table.indexes(image));
    }
}
