package hounsfield.nifti;

import hounsfield.bytes.BinaryNumbers;
import hounsfield.geometry.Vector3;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;
import hounsfield.standard.error.UnsupportedDicomException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The 348 bytes of a NIfTI-1 header.
 *
 * @param header the decoded header
 * @param littleEndian byte order of header and voxels
 * @param offset of the first voxel in its file
 * @param pair whether the voxels are in a separate file
 * @see <a href="https://nifti.nimh.nih.gov/nifti-1">NIfTI-1</a>
 */
record HeaderBytes(NiftiHeader header, boolean littleEndian, long offset, boolean pair) {
    static final int LENGTH = 348;
    /** Offset of the voxels in a written file, after the header and four bytes for "no extension". */
    static final int BEGIN = 352;

    private static final int NIFTI_2_LENGTH = 540;
    private static final int DIM = 40;
    private static final int DATATYPE = 70;
    private static final int BITPIX = 72;
    private static final int PIXDIM = 76;
    private static final int VOX_OFFSET = 108;
    private static final int SCL_SLOPE = 112;
    private static final int SCL_INTER = 116;
    private static final int XYZT_UNITS = 123;
    private static final int CAL_MAX = 124;
    private static final int CAL_MIN = 128;
    private static final int DESCRIP = 148;
    private static final int DESCRIP_LENGTH = 80;
    private static final int QFORM_CODE = 252;
    private static final int SFORM_CODE = 254;
    private static final int QUATERN = 256;
    private static final int QOFFSET = 268;
    private static final int SROW = 280;
    private static final int MAGIC = 344;
    private static final int MILLIMETERS = 2;
    private static final int SECONDS = 8;
    /** The code for scanner coordinates in qform_code and sform_code. */
    private static final int SCANNER = 1;

    /** Returns the bytes of a header and of "no extension", little endian. */
    static byte[] encode(NiftiHeader header) {
        byte[] bytes = new byte[BEGIN];
        VolumeShape shape = header.shape();
        VoxelPlace place = header.place();
        putInt(bytes, 0, LENGTH);
        // Analyze 7.5 has this letter here; old readers check it.
        bytes[38] = 'r';
        int dimensions = shape.channels() > 1 ? 5 : shape.times() > 1 ? 4 : 3;
        int[] dim = {dimensions, shape.columns(), shape.rows(), shape.slices(), shape.times(), shape.channels(), 1, 1};
        for (int i = 0; i < dim.length; i++) putShort(bytes, DIM + 2 * i, dim[i]);
        putShort(bytes, DATATYPE, header.type().code());
        putShort(bytes, BITPIX, header.type().bytes() * Byte.SIZE);
        double seconds = place.seconds().orElse(0);
        double handedness = place.affine().map(RasAffine::handedness).orElse(1);
        double[] pixdim = {handedness, place.width(), place.height(), place.depth(), seconds, 0, 0, 0};
        for (int i = 0; i < pixdim.length; i++) putFloat(bytes, PIXDIM + 4 * i, pixdim[i]);
        putFloat(bytes, VOX_OFFSET, BEGIN);
        putFloat(bytes, SCL_SLOPE, header.slope());
        putFloat(bytes, SCL_INTER, header.intercept());
        int units = (place.millimeters() ? MILLIMETERS : 0) | (place.seconds().isPresent() ? SECONDS : 0);
        bytes[XYZT_UNITS] = (byte) units;
        if (header.low() < header.high()) {
            putFloat(bytes, CAL_MAX, header.high());
            putFloat(bytes, CAL_MIN, header.low());
        }
        byte[] text = header.description().getBytes(StandardCharsets.UTF_8);
        System.arraycopy(text, 0, bytes, DESCRIP, Math.min(text.length, DESCRIP_LENGTH - 1));
        place.affine().ifPresent(affine -> putAffine(bytes, affine));
        System.arraycopy("n+1".getBytes(StandardCharsets.US_ASCII), 0, bytes, MAGIC, 3);
        return bytes;
    }

    private static void putAffine(byte[] bytes, RasAffine affine) {
        putShort(bytes, QFORM_CODE, SCANNER);
        putShort(bytes, SFORM_CODE, SCANNER);
        float[] quaternion = affine.quaternion();
        double[] origin = affine.origin().toArray();
        double[][] columns = {
            affine.right().toArray(), affine.up().toArray(), affine.next().toArray(), origin
        };
        for (int i = 0; i < 3; i++) {
            putFloat(bytes, QUATERN + 4 * i, quaternion[i]);
            putFloat(bytes, QOFFSET + 4 * i, origin[i]);
            for (int j = 0; j < 4; j++) putFloat(bytes, SROW + 16 * i + 4 * j, columns[j][i]);
        }
    }

    private static void putShort(byte[] bytes, int at, int value) {
        bytes[at] = (byte) value;
        bytes[at + 1] = (byte) (value >> 8);
    }

    private static void putInt(byte[] bytes, int at, int value) {
        putShort(bytes, at, value);
        putShort(bytes, at + 2, value >> 16);
    }

    private static void putFloat(byte[] bytes, int at, double value) {
        putInt(bytes, at, Float.floatToIntBits((float) value));
    }

    /**
     * Reads a header.
     *
     * @param bytes at least the {@value #LENGTH} bytes of the header
     * @throws DicomException if the bytes are not a NIfTI-1 header, or its numbers are invalid; the message does not name the file
     */
    static HeaderBytes decode(byte[] bytes) throws DicomException {
        int little = BinaryNumbers.integer(bytes, 0, true);
        int big = BinaryNumbers.integer(bytes, 0, false);
        if (little == NIFTI_2_LENGTH || big == NIFTI_2_LENGTH)
            throw new UnsupportedDicomException(
                    "is a NIfTI-2 file, which is not supported; save it as NIfTI-1", Location.ofOffset(0));
        if (little != LENGTH && big != LENGTH)
            throw new MalformedDicomException("is not a NIfTI-1 file", Location.ofOffset(0));
        return new Decoder(bytes, little == LENGTH).decode();
    }

    /** Reads the numbers of a header in one byte order. */
    private record Decoder(byte[] bytes, boolean little) {
        HeaderBytes decode() throws DicomException {
            String magic = text(MAGIC, 3);
            boolean pair = magic.equals("ni1");
            if (!pair && !magic.equals("n+1"))
                throw new UnsupportedDicomException(
                        "has a header of Analyze 7.5 instead of NIfTI-1", Location.ofOffset(MAGIC));
            VolumeShape shape = shape();
            int code = integer(DATATYPE);
            NiftiType type = NiftiType.ofCode(code)
                    .orElseThrow(() -> new UnsupportedDicomException(
                            "the NIfTI data type " + code + " is not supported", Location.ofOffset(DATATYPE)));
            double offset = number(VOX_OFFSET);
            double least = pair ? 0 : LENGTH;
            // Some programs write zero for "after the header".
            if (!pair && offset == 0) offset = BEGIN;
            if (!(offset >= least) || offset > Long.MAX_VALUE / 2)
                throw new MalformedDicomException(
                        "the voxels begin at byte " + offset + ", in the header", Location.ofOffset(VOX_OFFSET));
            double slope = number(SCL_SLOPE);
            double intercept = number(SCL_INTER);
            boolean scaled = slope != 0 && Double.isFinite(slope) && !type.isColor();
            NiftiHeader header = new NiftiHeader(
                    shape,
                    type,
                    scaled ? slope : 1,
                    scaled && Double.isFinite(intercept) ? intercept : 0,
                    place(),
                    number(CAL_MIN),
                    number(CAL_MAX),
                    text(DESCRIP, DESCRIP_LENGTH));
            return new HeaderBytes(header, little, (long) offset, pair);
        }

        private VolumeShape shape() throws DicomException {
            int dimensions = integer(DIM);
            if (dimensions < 1 || dimensions > 7)
                throw new MalformedDicomException(
                        "the image has " + dimensions + " dimensions, not 1 to 7", Location.ofOffset(DIM));
            int[] dim = new int[8];
            Arrays.fill(dim, 1);
            for (int i = 1; i <= dimensions; i++) {
                int size = integer(DIM + 2 * i);
                // Some programs write 0 for an absent axis.
                if (size < (i <= 2 ? 1 : 0))
                    throw new MalformedDicomException(
                            "dimension " + i + " is " + size, Location.ofOffset(DIM + 2L * i));
                dim[i] = Math.max(1, size);
            }
            // The product has at most 45 bits. Multiplied by slices and times it may overflow a long, so the check is
            // in floating point.
            long channels = (long) dim[5] * dim[6] * dim[7];
            if ((double) channels * dim[3] * dim[4] > Integer.MAX_VALUE)
                throw new MalformedDicomException("there are more than 2147483647 slices", Location.ofOffset(DIM));
            return new VolumeShape(dim[1], dim[2], dim[3], dim[4], (int) channels);
        }

        private VoxelPlace place() {
            int units = bytes[XYZT_UNITS] & 0x3F;
            double length =
                    switch (units & 7) {
                        case 1 -> 1000;
                        case 3 -> 0.001;
                        default -> 1;
                    };
            double time =
                    switch (units & 0x38) {
                        case SECONDS -> 1;
                        case 16 -> 1e-3;
                        case 24 -> 1e-6;
                        default -> 0;
                    };
            double seconds = number(PIXDIM + 16) * time;
            double[] spacing = new double[3];
            for (int i = 0; i < 3; i++) {
                double size = Math.abs(number(PIXDIM + 4 + 4 * i));
                spacing[i] = size > 0 && Double.isFinite(size) ? size * length : 1;
            }
            Optional<RasAffine> affine = affine(spacing, length);
            boolean sized = (units & 7) != 0 || affine.isPresent();
            return new VoxelPlace(
                    spacing[0],
                    spacing[1],
                    spacing[2],
                    sized,
                    seconds > 0 && Double.isFinite(seconds) ? OptionalDouble.of(seconds) : OptionalDouble.empty(),
                    affine);
        }

        /** Returns the transform of the matrix (sform) or, if it is absent, that of the quaternion (qform). */
        private Optional<RasAffine> affine(double[] spacing, double length) {
            if (integer(SFORM_CODE) > 0) {
                return Optional.of(new RasAffine(column(0), column(1), column(2), column(3)).times(length));
            }
            if (integer(QFORM_CODE) <= 0) return Optional.empty();
            double[] quaternion = {number(QUATERN), number(QUATERN + 4), number(QUATERN + 8)};
            Vector3 origin = new Vector3(number(QOFFSET), number(QOFFSET + 4), number(QOFFSET + 8)).times(length);
            return Optional.of(RasAffine.ofQuaternion(quaternion, spacing, number(PIXDIM) < 0 ? -1 : 1, origin));
        }

        private Vector3 column(int column) {
            int at = SROW + 4 * column;
            return new Vector3(number(at), number(at + 16), number(at + 32));
        }

        private int integer(int at) {
            return (short) BinaryNumbers.unsignedShort(bytes, at, little);
        }

        private double number(int at) {
            return Float.intBitsToFloat(BinaryNumbers.integer(bytes, at, little));
        }

        private String text(int at, int length) {
            int end = at;
            while (end < at + length && bytes[end] != 0) end++;
            return new String(bytes, at, end - at, StandardCharsets.UTF_8).strip();
        }
    }
}
