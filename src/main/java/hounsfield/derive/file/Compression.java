package hounsfield.derive.file;

import hounsfield.standard.Labeled;
import hounsfield.standard.TransferSyntax;

/** Lossless ways to store a new file. */
public enum Compression implements Labeled {
    /** Native pixels. */
    NONE("none", TransferSyntax.EXPLICIT_LITTLE_ENDIAN),
    /** RLE Lossless (PS3.5 annex G), frame by frame. */
    RLE("RLE", TransferSyntax.RLE_LOSSLESS),
    /** The whole Data Set deflated (PS3.5 A.5). */
    DEFLATED("deflated", TransferSyntax.DEFLATED_EXPLICIT_LITTLE_ENDIAN);

    private final String label;
    private final TransferSyntax syntax;

    Compression(String label, TransferSyntax syntax) {
        this.label = label;
        this.syntax = syntax;
    }

    @Override
    public String label() {
        return label;
    }

    /** {@return the transfer syntax of the file} */
    public TransferSyntax syntax() {
        return syntax;
    }
}
