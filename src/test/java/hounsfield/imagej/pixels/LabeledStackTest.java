package hounsfield.imagej.pixels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.imagej.Hounsfield;
import ij.ImagePlus;
import ij.process.FloatProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabeledStackTest {
    @TempDir
    Path folder;

    private final List<String> written = new ArrayList<>();
    private LabeledStack stack;

    @BeforeEach
    void threeSlices() {
        stack = new LabeledStack(1, 1, List.of(new float[1], new float[1], new float[1]));
        for (int n = 1; n <= 3; n++) {
            String label = "slice " + n;
            stack.setSliceLabelLater(
                    new LazyLabel(label, () -> {
                        written.add(label);
                        return label;
                    }),
                    n);
        }
    }

    @Test
    void namesAreKnownWithoutWritingLabels() {
        stack.deleteSlice(1);
        assertEquals("slice 2", stack.sliceName(1));
        stack.setSliceLabel("other\nheader", 2);
        assertEquals("other\nheader", stack.sliceName(2));
        assertEquals(List.of(), written);
    }

    @Test
    void labelsAreWrittenOnceAndOnRequest() {
        assertEquals(List.of(), written);
        assertEquals("slice 2", stack.getSliceLabel(2));
        assertEquals("slice 2", stack.getShortSliceLabel(2));
        assertEquals(List.of("slice 2"), written);
    }

    @Test
    void labelsFollowTheirSlices() {
        stack.deleteSlice(1);
        assertEquals("slice 2", stack.getSliceLabel(1));
        stack.addSlice("new", new FloatProcessor(1, 1), 0);
        assertEquals("new", stack.getSliceLabel(1));
        assertEquals("slice 3", stack.getSliceLabel(3));
        stack.deleteLastSlice();
        assertEquals("slice 2", stack.getSliceLabel(2));
    }

    @Test
    void labelsStayWhereOtherPixelsCome() {
        Object first = stack.getPixels(1);
        stack.setPixels(stack.getPixels(2), 1);
        stack.setPixels(first, 2);
        stack.setProcessor(new FloatProcessor(1, 1), 3);
        assertArrayEquals(new String[] {"slice 1", "slice 2", "slice 3"}, stack.getSliceLabels());
    }

    @Test
    void labelsOfTheUserCount() {
        stack.setSliceLabel("mine", 1);
        stack.setSliceLabel(null, 2);
        assertEquals("mine", stack.getSliceLabel(1));
        assertNull(stack.getSliceLabel(2));
        assertEquals(List.of(), written);
        assertEquals("slice 3", stack.duplicate().getSliceLabel(3));
    }

    @Test
    void imagesMadeOfItWriteNoLabelEither() {
        ImagePlus image = new ImagePlus("three", stack);
        image.getCalibration().setValueUnit("HU");
        written.clear();
        ImagePlus windowed = Hounsfield.windowApplied(image, "brain");
        ImagePlus again = Hounsfield.rangeMask(windowed, 0, 128);
        ImagePlus channels = Hounsfield.channelsTo(image, "brain, lungs", 0, "composite");
        assertFalse(written.contains("slice 3"), written.toString());
        assertEquals("slice 3", again.getStack().getSliceLabel(3));
        assertEquals("slice 3 lungs", channels.getStack().getSliceLabel(6));
        stack.setSliceLabel("mine", 2);
        assertEquals("slice 2", windowed.getStack().getSliceLabel(2), "as it was when the image was made");
    }

    @Test
    void virtualStacksHandTheirLabelsOn() throws IOException {
        String file = Hounsfield.writeSample("Enhanced CT", folder.toString());
        try (Stream<Path> files = Files.list(Path.of(file))) {
            file = files.findFirst().orElseThrow().toString();
        }
        ImagePlus image = Hounsfield.openVirtual(file);
        ImagePlus windowed = Hounsfield.windowApplied(image, "brain");
        ImagePlus equalized = Hounsfield.equalize(image, 10);
        image.getStack().setSliceLabel("mine", 1);
        for (int n = 2; n <= image.getStackSize(); n++) {
            String label = image.getStack().getSliceLabel(n);
            assertTrue(label.startsWith("frame " + n + "\n"), label);
            assertSame(label, windowed.getStack().getSliceLabel(n), "one text for both");
            assertSame(label, equalized.getStack().getSliceLabel(n));
        }
        assertTrue(windowed.getStack().getSliceLabel(1).startsWith("frame 1\n"));
        assertEquals("mine", image.getStack().getSliceLabel(1));
    }
}
