package hounsfield.codec.jpeg;

/**
 * A color component of a frame (T.81 B.2.2).
 *
 * @param id the identifier in scan headers, C
 * @param h horizontal sampling factor, 1 to 4
 * @param v vertical sampling factor, 1 to 4
 * @param quantization index of the quantization table, Tq
 */
record Component(int id, int h, int v, int quantization) {}
