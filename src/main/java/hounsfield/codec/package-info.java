/**
 * Decoders of image data: encoded frame and pixel layout in, samples out, independent of Data Sets.
 *
 * <p>A decoder is a {@link hounsfield.codec.FrameDecoder} found through SciJava's plugin index, so that other jars can
 * add or replace decoders. Self-contained streams have a {@link hounsfield.codec.StreamDecoder}, which needs no other
 * library.
 */
package hounsfield.codec;
