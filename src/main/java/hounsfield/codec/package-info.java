/**
 * Decoders of image data: one encoded frame and a pixel layout in, samples out. Nothing here knows a Data Set.
 *
 * <p>A decoder is a {@link hounsfield.codec.FrameDecoder} found through SciJava's plugin index, so another jar can bring a
 * further or a faster one.
 * Streams that make sense on their own have a {@link hounsfield.codec.StreamDecoder}, which needs no other library.
 */
package hounsfield.codec;
