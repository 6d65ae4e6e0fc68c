/**
 * Decoder of JPEG-LS (ITU-T T.87, ISO/IEC 14495-1), lossless and near-lossless, as used in DICOM (PS3.5 8.2.3 and
 * A.4.3).
 *
 * <p>Each stage of the standard has its own class: {@link hounsfield.codec.jpegls.MarkerReader marker segments} (annex
 * C), {@link hounsfield.codec.jpegls.CodingParameters coding parameters} (C.2.4.1.1),
 * {@link hounsfield.codec.jpegls.ScanBits the bits of a scan} (A.5.3, C.1), {@link hounsfield.codec.jpegls.ContextModel
 * the context model} (A.3, A.6), the regular mode ({@link hounsfield.codec.jpegls.LosslessLine},
 * {@link hounsfield.codec.jpegls.SmoothLine} and {@link hounsfield.codec.jpegls.NearLosslessLine}, A.4, A.5),
 * {@link hounsfield.codec.jpegls.RunMode the run mode} (A.7), and {@link hounsfield.codec.jpegls.ScanDecoder the scan}
 * with its interleaving and restart intervals (annex B).
 */
package hounsfield.codec.jpegls;
