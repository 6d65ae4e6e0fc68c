package hounsfield.codec.jpeg2000;

import hounsfield.standard.error.DicomException;

/**
 * The progression orders, in the order of their codes (T.800 table A.16, B.12.1): L is layer, R resolution, C
 * component, P position.
 */
enum ProgressionOrder {
    LRCP,
    RLCP,
    RPCL,
    PCRL,
    CPRL;

    private static final ProgressionOrder[] BY_CODE = values();

    static ProgressionOrder read(SegmentReader in) throws DicomException {
        int code = in.u8();
        if (code >= BY_CODE.length) throw in.malformed("the progression order is " + code);
        return BY_CODE[code];
    }
}
