package hounsfield.frame.pixeldata;

import hounsfield.codec.NativeDecoder.SampleType;
import hounsfield.codec.PhotometricInterpretation;
import hounsfield.codec.PixelLayout;
import hounsfield.data.DataSet;
import hounsfield.data.OptionalAttributes;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;
import hounsfield.standard.error.UnsupportedDicomException;
import hounsfield.work.Diagnostics;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads the Image Pixel Module (PS3.3 C.7.6.3). Rows, Columns and Bits Allocated are required. Any other attribute that
 * is absent, unreadable or impossible is derived from another one, with a warning.
 */
final class PixelLayoutReader {
    private final DataSet dataSet;
    private final SampleType type;
    private final Diagnostics diagnostics;
    private final OptionalAttributes optional;
    private final int rows;
    private final int columns;

    /** @throws DicomException if Rows or Columns is absent, because there is no image then */
    PixelLayoutReader(DataSet dataSet, SampleType type, Diagnostics diagnostics) throws DicomException {
        this.dataSet = dataSet;
        this.type = type;
        this.diagnostics = diagnostics;
        optional = new OptionalAttributes(dataSet, diagnostics);
        rows = require(Tag.ROWS, "Rows");
        columns = require(Tag.COLUMNS, "Columns");
    }

    /**
     * Returns the Photometric Interpretation. It may be absent in ACR-NEMA files; then one sample is grayscale and
     * three are RGB. If Samples per Pixel is also absent, there is one sample.
     */
    PhotometricInterpretation photometric() throws DicomException {
        String term = optional.text(Tag.PHOTOMETRIC_INTERPRETATION);
        Optional<PhotometricInterpretation> known = PhotometricInterpretation.of(term);
        if (known.isPresent()) return known.get();
        OptionalInt samples = optional.integer(Tag.SAMPLES_PER_PIXEL);
        boolean described = !term.isEmpty();
        if (samples.isPresent() ? samples.getAsInt() != 1 && samples.getAsInt() != 3 : described) {
            throw new UnsupportedDicomException(
                    "Photometric Interpretation is " + (described ? "not a defined term" : "absent"),
                    Location.ofTag(Tag.PHOTOMETRIC_INTERPRETATION));
        }
        PhotometricInterpretation assumed =
                samples.orElse(1) == 1 ? PhotometricInterpretation.MONOCHROME2 : PhotometricInterpretation.RGB;
        diagnostics.add("Photometric Interpretation (0028,0004) is " + (described ? "not a defined term" : "absent")
                + ", taken as " + assumed);
        return assumed;
    }

    /**
     * Returns a consistent layout.
     *
     * @param subsampled whether chroma in the input of the decoder is subsampled horizontally
     */
    PixelLayout layout(PhotometricInterpretation photometric, boolean subsampled) throws DicomException {
        int bitsAllocated = require(Tag.BITS_ALLOCATED, "Bits Allocated");
        int samplesPerPixel = samplesPerPixel(photometric);
        boolean integers = type == SampleType.INTEGER;
        if (!integers && samplesPerPixel != 1) {
            throw new MalformedDicomException(
                    "Samples per Pixel is " + samplesPerPixel + " where pixels are floating point (PS3.3 C.7.6.24)",
                    Location.ofTag(Tag.SAMPLES_PER_PIXEL));
        }
        int bitsStored = integers ? bitsStored(bitsAllocated) : bitsAllocated;
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
        OptionalInt samples = optional.integer(Tag.SAMPLES_PER_PIXEL);
        int implied = photometric.samplesPerPixel();
        if (samples.isEmpty()) {
            diagnostics.add("Samples per Pixel (0028,0002) is absent, " + implied + " by Photometric Interpretation");
            return implied;
        }
        if (samples.getAsInt() != implied) {
            throw new MalformedDicomException(
                    "Samples per Pixel is " + samples.getAsInt() + " in an image that is " + photometric,
                    Location.ofTag(Tag.SAMPLES_PER_PIXEL));
        }
        return implied;
    }

    /** Returns Bits Stored if valid, otherwise Bits Allocated. */
    private int bitsStored(int bitsAllocated) {
        OptionalInt stored = optional.integer(Tag.BITS_STORED);
        if (stored.isPresent() && stored.getAsInt() > 0 && stored.getAsInt() <= bitsAllocated) return stored.getAsInt();
        diagnostics.add("Bits Stored (0028,0101) is " + words(stored) + ", taken as Bits Allocated, " + bitsAllocated);
        return bitsAllocated;
    }

    /** Returns High Bit. It shall be one less than Bits Stored, but old files have other values, which are used if possible. */
    private int highBit(int bitsAllocated, int bitsStored) {
        OptionalInt highBit = optional.integer(Tag.HIGH_BIT);
        if (highBit.isPresent() && highBit.getAsInt() >= bitsStored - 1 && highBit.getAsInt() < bitsAllocated) {
            return highBit.getAsInt();
        }
        diagnostics.add(
                "High Bit (0028,0102) is " + words(highBit) + ", taken as Bits Stored - 1, " + (bitsStored - 1));
        return bitsStored - 1;
    }

    /** Returns whether Pixel Representation is 1. */
    private boolean signed() {
        OptionalInt representation = optional.integer(Tag.PIXEL_REPRESENTATION);
        if (representation.isPresent() && (representation.getAsInt() & 1) == representation.getAsInt()) {
            return representation.getAsInt() == 1;
        }
        diagnostics.add("Pixel Representation (0028,0103) is " + words(representation) + ", taken as 0, unsigned");
        return false;
    }

    private boolean planar() {
        OptionalInt configuration = optional.integer(Tag.PLANAR_CONFIGURATION);
        if (configuration.isEmpty()) {
            diagnostics.add("Planar Configuration (0028,0006) is absent, taken as 0, the samples of a pixel together");
            return false;
        }
        return configuration.getAsInt() == 1;
    }

    private static String words(OptionalInt value) {
        return value.isPresent() ? String.valueOf(value.getAsInt()) : "absent";
    }

    private int require(int tag, String name) throws DicomException {
        OptionalInt value = dataSet.findInt(tag);
        if (value.isPresent()) return value.getAsInt();
        throw new MalformedDicomException(name + " is absent or empty, so there is no image", Location.ofTag(tag));
    }
}
