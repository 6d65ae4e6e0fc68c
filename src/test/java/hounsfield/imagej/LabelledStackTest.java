package hounsfield.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import ij.process.FloatProcessor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LabelledStackTest {
    private final List<String> written = new ArrayList<>();
    private LabelledStack stack;

    @BeforeEach
    void threeSlices() {
        stack = new LabelledStack(1, 1, List.of(new float[1], new float[1], new float[1]));
        for (int n = 1; n <= 3; n++) {
            String label = "slice " + n;
            stack.setSliceLabelLater(
                    () -> {
                        written.add(label);
                        return label;
                    },
                    n);
        }
    }

    @Test
    void labelsAreWrittenWhenAskedForAndOnce() {
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
}
