/**
 * JPEG, from ITU-T T.81: sequential and progressive DCT of 8 and 12 bits, and lossless coding.
 *
 * <p>{@link hounsfield.codec.jpeg.JpegFrameDecoder} is the door. Behind it {@code CodeStream} walks the segments,
 * {@code LosslessDecoder}, {@code DctDecoder} or {@code ProgressiveDecoder} goes from scan to scan, {@code LosslessScan},
 * {@code DctScan} or {@code ProgressiveScan} decodes one, and {@code StoredValues} says what the samples mean. {@code PlatformJpeg} has the JDK decode what it can.
 */
package hounsfield.codec.jpeg;
