/**
 * JPEG 2000 (ITU-T T.800) and High-Throughput JPEG 2000 (T.814), for the transfer syntaxes {@code .4.90}, {@code .4.91} and
 * {@code .4.201} to {@code .4.203} of PS3.5 A.4.4 and A.4.12.
 *
 * <p>The stages of the standard and their files, in the order in which a frame meets them:
 *
 * <ol>
 *   <li>{@code Jp2Boxes} finds the code stream where a frame is a JP2 file (T.800 annex I);
 *   <li>{@code CodestreamParser} reads the marker segments (annex A) into {@code ImageSize}, {@code Parameters} and tile-parts;
 *   <li>{@code Tile}, {@code TileComponent}, {@code Resolution}, {@code Subband}, {@code Precinct}, {@code CodeBlock} are the
 *       partitions of annex B; {@code PacketSequence} is the order of packets (B.12), {@code PacketReader} with
 *       {@code TagTree} reads them (B.10);
 *   <li>{@code MqDecoder} is the arithmetic decoder (annex C), {@code BlockDecoder} with {@code ArithmeticPasses} and
 *       {@code RawPasses} the coding passes (annex D); {@code HtBlockDecoder} is the cleanup pass of T.814, of which
 *       {@code MelDecoder}, {@code CodeWords} and {@code MagnitudeSigns} are the parts, and {@code HtRefinement} the others;
 *   <li>{@code ReversibleWavelet} and {@code IrreversibleWavelet} (annex F), after {@code Quantization} (annex E);
 *       {@code WideWavelet} is both for samples of so many bits that they are decoded in {@code double};
 *   <li>{@code ComponentTransform} (annex G), and {@code TileDecoder} puts a tile together.
 * </ol>
 *
 * <p>{@link hounsfield.codec.jpeg2000.Jpeg2000} decodes a stream by itself, at full or reduced resolution;
 * {@link hounsfield.codec.jpeg2000.Jpeg2000Decoder} is the same behind the seam for DICOM frames.
 */
package hounsfield.codec.jpeg2000;
