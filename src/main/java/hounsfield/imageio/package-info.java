/**
 * Readers for {@code javax.imageio} over the decoders of {@link hounsfield.codec}: JPEG Lossless and 12-bit JPEG, JPEG-LS,
 * JPEG 2000 and High-Throughput JPEG 2000.
 *
 * <p>{@code ImageIO} finds the three providers in {@code META-INF/services}. They accept a stream by its markers, so that
 * other streams stay with the readers that read them now; the JDK keeps JPEG of 8 bits.
 */
package hounsfield.imageio;
