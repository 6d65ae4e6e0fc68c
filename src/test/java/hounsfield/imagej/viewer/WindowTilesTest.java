package hounsfield.imagej.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Places of windows without overlap; what is seen of them needs a display. */
class WindowTilesTest {
    private static final Rectangle AREA = new Rectangle(10, 90, 1366, 678);

    private static Optional<List<Point>> places(int... sizes) {
        return WindowTiles.places(sizes(sizes), AREA);
    }

    private static List<Dimension> sizes(int... sizes) {
        Dimension[] all = new Dimension[sizes.length / 2];
        for (int i = 0; i < all.length; i++) all[i] = new Dimension(sizes[2 * i], sizes[2 * i + 1]);
        return List.of(all);
    }

    @Test
    void rowsComeFirst() {
        assertEquals(
                Optional.of(List.of(new Point(10, 90), new Point(410, 90), new Point(910, 90))),
                places(400, 600, 500, 100, 466, 678));
        assertEquals(Optional.empty(), places(700, 300, 667, 100), "a pixel too wide");
        assertEquals(Optional.empty(), places(700, 679, 100, 100), "a pixel too high");
    }

    @Test
    void threeMayStandInTwoRows() {
        assertEquals(
                Optional.of(List.of(new Point(10, 90), new Point(10, 430), new Point(760, 90))),
                places(700, 340, 750, 338, 616, 678));
        assertEquals(Optional.empty(), places(700, 340, 750, 339, 616, 678));
        assertEquals(Optional.empty(), places(700, 340, 750, 338, 617, 678));
    }

    @Test
    void noneCoversAnother() {
        Random random = new Random(7);
        int found = 0;
        for (int n = 0; n < 2000; n++) {
            List<Dimension> sizes = sizes(random.ints(6, 1, 700).toArray());
            Optional<List<Point>> places = WindowTiles.places(sizes, AREA);
            if (places.isEmpty()) continue;
            found++;
            for (int i = 0; i < 3; i++) {
                Rectangle one = new Rectangle(places.get().get(i), sizes.get(i));
                assertTrue(AREA.contains(one), one.toString());
                for (int k = 0; k < i; k++) {
                    assertFalse(one.intersects(new Rectangle(places.get().get(k), sizes.get(k))), one.toString());
                }
            }
        }
        assertTrue(found > 500, found + " places");
    }
}
