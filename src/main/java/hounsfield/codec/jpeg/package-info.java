/**
 * JPEG, from ITU-T T.81: sequential DCT of 8 and 12 bits, and lossless coding.
 *
 * <p>{@link hounsfield.codec.jpeg.JpegFrameDecoder} is the door. Behind it {@code CodeStream} walks the segments,
 * {@code LosslessDecoder} or {@code DctDecoder} goes from scan to scan, {@code LosslessScan} or {@code DctScan} decodes one,
 * and {@code StoredValues} says what the samples mean. {@code PlatformJpeg} has the JDK decode what it can.
 */
package hounsfield.codec.jpeg;
