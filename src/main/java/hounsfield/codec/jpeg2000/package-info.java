/**
 * Decoder of JPEG 2000 (ITU-T T.800) and High-Throughput JPEG 2000 (T.814), for the transfer syntaxes {@code .4.90},
 * {@code .4.91} and {@code .4.201} to {@code .4.203} of PS3.5 A.4.4 and A.4.12.
 *
 * <p>The stages of the standard and their classes, in the order of decoding:
 * <ol>
 *   <li>{@code Jp2Boxes} finds the codestream if a frame is a JP2 file (T.800 annex I).
 *   <li>{@code CodestreamParser} reads the marker segments (annex A) into {@code ImageSize}, {@code Parameters} and
 *       tile-parts.
 *   <li>{@code Tile}, {@code TileComponent}, {@code Resolution}, {@code Subband}, {@code Precinct} and
 *       {@code CodeBlock} are the partitions of annex B. {@code PacketSequence} is the order of packets (B.12);
 *       {@code PacketReader} reads them with {@code TagTree} (B.10).
 *   <li>{@code MqDecoder} is the arithmetic decoder (annex C). {@code BlockDecoder} decodes the coding passes (annex D)
 *       with {@code ArithmeticPasses} and {@code RawPasses}. {@code HtBlockDecoder} decodes the cleanup pass of T.814
 *       with {@code MelDecoder}, {@code CodeWords} and {@code MagnitudeSigns}; {@code HtRefinement} decodes the
 *       refinement passes.
 *   <li>{@code ReversibleWavelet} and {@code IrreversibleWavelet} are the transforms of annex F, after
 *       {@code Quantization} (annex E). {@code WideWavelet} is both transforms for samples of so many bits that they
 *       are decoded in {@code double}.
 *   <li>{@code ComponentTransform} is annex G. {@code TileDecoder} runs the stages for a tile.
 * </ol>
 *
 * <p>{@link hounsfield.codec.jpeg2000.Jpeg2000} decodes a stream on its own, at full or reduced resolution.
 * {@link hounsfield.codec.jpeg2000.Jpeg2000Decoder} decodes DICOM frames.
 */
package hounsfield.codec.jpeg2000;
