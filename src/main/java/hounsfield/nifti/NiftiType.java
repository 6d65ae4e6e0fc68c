package hounsfield.nifti;

import java.util.Arrays;
import java.util.Optional;

/** The data types of NIfTI-1 that are read; {@link #UINT8}, {@link #INT16}, {@link #UINT16}, {@link #FLOAT32} and {@link #RGB24} are also written. */
public enum NiftiType {
    /** Unsigned bytes. */
    UINT8(2, 1),
    /** Signed 16-bit integers. */
    INT16(4, 2),
    /** Signed 32-bit integers. */
    INT32(8, 4),
    /** 32-bit floats. */
    FLOAT32(16, 4),
    /** 64-bit floats. */
    FLOAT64(64, 8),
    /** Three bytes of color. */
    RGB24(128, 3),
    /** Signed bytes. */
    INT8(256, 1),
    /** Unsigned 16-bit integers. */
    UINT16(512, 2),
    /** Unsigned 32-bit integers. */
    UINT32(768, 4),
    /** Signed 64-bit integers. */
    INT64(1024, 8),
    /** Unsigned 64-bit integers. */
    UINT64(1280, 8),
    /** Three bytes of color and one that is ignored. */
    RGBA32(2304, 4);

    private final int code;
    private final int bytes;

    NiftiType(int code, int bytes) {
        this.code = code;
        this.bytes = bytes;
    }

    /** Returns the number of the type in a header. */
    int code() {
        return code;
    }

    /** {@return bytes per voxel} */
    public int bytes() {
        return bytes;
    }

    /** {@return whether voxels are colors} */
    public boolean isColor() {
        return this == RGB24 || this == RGBA32;
    }

    static Optional<NiftiType> ofCode(int code) {
        return Arrays.stream(values()).filter(type -> type.code == code).findFirst();
    }
}
