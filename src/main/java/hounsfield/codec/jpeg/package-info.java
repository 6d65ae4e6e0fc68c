/**
 * Decodes JPEG (ITU-T T.81): sequential and progressive DCT of 8 and 12 bits, and lossless coding.
 *
 * <p>{@link hounsfield.codec.jpeg.JpegFrameDecoder} is the entry point. {@code Codestream} reads the segments, {@code
 * LosslessDecoder}, {@code DctDecoder} and {@code ProgressiveDecoder} decode all scans of a frame, {@code
 * LosslessScan}, {@code DctScan} and {@code ProgressiveScan} decode one scan, and {@code StoredValues} adapts samples
 * to the layout. {@code PlatformJpeg} uses the decoder of the JDK where possible.
 */
package hounsfield.codec.jpeg;
