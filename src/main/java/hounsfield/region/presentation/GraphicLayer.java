package hounsfield.region.presentation;

import java.util.OptionalInt;

/**
 * A layer of graphics (PS3.3 C.10.7).
 *
 * @param name Graphic Layer (0070,0002)
 * @param order Graphic Layer Order (0070,0062); higher layers are in front
 * @param color recommended color, {@code 0xRRGGBB}, if any
 */
public record GraphicLayer(String name, int order, OptionalInt color) {}
