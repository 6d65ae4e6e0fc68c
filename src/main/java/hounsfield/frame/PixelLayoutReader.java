package hounsfield.frame;

import hounsfield.codec.NativeDecoder.SampleType;
import hounsfield.codec.PhotometricInterpretation;
import hounsfield.codec.PixelLayout;
import hounsfield.data.DataSet;
import hounsfield.standard.DicomException;
import hounsfield.standard.Location;
import hounsfield.standard.MalformedDicomException;
import hounsfield.standard.Tag;
import hounsfield.standard.UnsupportedDicomException;
import hounsfield.standard.Warnings;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads the Image Pixel Module (PS3.3 C.7.6.3). Where an attribute is absent it takes what another one or the standard
 * implies, and fails where neither says anything: Rows, Columns, Bits Allocated, and for integers Bits Stored and Pixel
 * Representation have no default.
 */
final class PixelLayoutReader {
    private final DataSet dataSet;
    private final SampleType type;
    private final Warnings warnings;
    private final int rows;
    private final int columns;

    /** @throws DicomException if Rows or Columns is absent: no image then, whatever else is there */
    PixelLayoutReader(DataSet dataSet, SampleType type, Warnings warnings) throws DicomException {
        this.dataSet = dataSet;
        this.type = type;
        this.warnings = warnings;
        rows = require(Tag.ROWS, "Rows");
        columns = require(Tag.COLUMNS, "Columns");
    }

    /**
     * The Photometric Interpretation. ACR-NEMA files may lack it; one sample is then grey and three are red, green and
     * blue.
     */
    PhotometricInterpretation photometric() throws DicomException {
        Optional<String> term = dataSet.findString(Tag.PHOTOMETRIC_INTERPRETATION);
        if (term.isPresent()) {
            Optional<PhotometricInterpretation> known = PhotometricInterpretation.of(term.get());
            if (known.isPresent()) return known.get();
        }
        String what = term.isPresent() ? "no defined term" : "absent";
        OptionalInt samples = dataSet.findInt(Tag.SAMPLES_PER_PIXEL);
        if (samples.isPresent() && (samples.getAsInt() == 1 || samples.getAsInt() == 3)) {
            PhotometricInterpretation assumed =
                    samples.getAsInt() == 1 ? PhotometricInterpretation.MONOCHROME2 : PhotometricInterpretation.RGB;
            warnings.add("Photometric Interpretation (0028,0004) is " + what + ", taken as " + assumed);
            return assumed;
        }
        throw new UnsupportedDicomException(
                "Photometric Interpretation is " + what, Location.ofTag(Tag.PHOTOMETRIC_INTERPRETATION));
    }

    /**
     * The layout, consistent in itself.
     *
     * @param subsampled whether chroma is halved in the decoder's eyes
     */
    PixelLayout layout(PhotometricInterpretation photometric, boolean subsampled) throws DicomException {
        int bitsAllocated = require(Tag.BITS_ALLOCATED, "Bits Allocated");
        int samplesPerPixel = samplesPerPixel(photometric);
        boolean integers = type == SampleType.INTEGER;
        int bitsStored = integers ? require(Tag.BITS_STORED, "Bits Stored") : bitsAllocated;
        PixelLayout layout = new PixelLayout(
                rows,
                columns,
                samplesPerPixel,
                bitsAllocated,
                bitsStored,
                integers ? highBit(bitsAllocated, bitsStored) : bitsAllocated - 1,
                integers ? signed() : true,
                samplesPerPixel > 1 && !subsampled && planar(),
                subsampled && samplesPerPixel == 3);
        layout.check();
        int bits = type == SampleType.FLOAT ? Float.SIZE : type == SampleType.DOUBLE ? Double.SIZE : bitsAllocated;
        if (bits != bitsAllocated) {
            throw new MalformedDicomException(
                    "Bits Allocated is " + bitsAllocated + " where samples have " + bits + " (PS3.3 C.7.6.24)",
                    Location.ofTag(Tag.BITS_ALLOCATED));
        }
        return layout;
    }

    private int samplesPerPixel(PhotometricInterpretation photometric) throws DicomException {
        OptionalInt samples = dataSet.findInt(Tag.SAMPLES_PER_PIXEL);
        int implied = photometric.samplesPerPixel();
        if (samples.isEmpty()) {
            warnings.add("Samples per Pixel (0028,0002) is absent, " + implied + " by Photometric Interpretation");
            return implied;
        }
        if (samples.getAsInt() != implied) {
            throw new MalformedDicomException(
                    "Samples per Pixel is " + samples.getAsInt() + " in an image that is " + photometric,
                    Location.ofTag(Tag.SAMPLES_PER_PIXEL));
        }
        return implied;
    }

    /** High Bit shall be one less than Bits Stored; older files have others, which count as long as they are possible. */
    private int highBit(int bitsAllocated, int bitsStored) throws DicomException {
        OptionalInt highBit = dataSet.findInt(Tag.HIGH_BIT);
        if (highBit.isPresent() && highBit.getAsInt() >= bitsStored - 1 && highBit.getAsInt() < bitsAllocated) {
            return highBit.getAsInt();
        }
        warnings.add("High Bit (0028,0102) is "
                + (highBit.isPresent() ? String.valueOf(highBit.getAsInt()) : "absent")
                + ", taken as Bits Stored - 1, " + (bitsStored - 1));
        return bitsStored - 1;
    }

    private boolean signed() throws DicomException {
        int representation = require(Tag.PIXEL_REPRESENTATION, "Pixel Representation");
        if (representation != 0 && representation != 1) {
            throw new MalformedDicomException(
                    "Pixel Representation is " + representation, Location.ofTag(Tag.PIXEL_REPRESENTATION));
        }
        return representation == 1;
    }

    private boolean planar() throws DicomException {
        OptionalInt configuration = dataSet.findInt(Tag.PLANAR_CONFIGURATION);
        if (configuration.isEmpty()) {
            warnings.add("Planar Configuration (0028,0006) is absent, taken as 0, the samples of a pixel together");
            return false;
        }
        return configuration.getAsInt() == 1;
    }

    private int require(int tag, String name) throws DicomException {
        OptionalInt value = dataSet.findInt(tag);
        if (value.isPresent()) return value.getAsInt();
        throw new MalformedDicomException(name + " is absent or empty, so there is no image", Location.ofTag(tag));
    }
}
