package hounsfield.data;

import hounsfield.standard.Tag;
import hounsfield.standard.VR;
import hounsfield.standard.error.DicomException;
import hounsfield.work.Diagnostics;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The private elements of one creator in an odd group. The creator's name in (gggg,00xx) reserves the elements
 * (gggg,xx00) to (gggg,xxFF), and xx differs between files (PS3.5 7.8.1). Like {@link OptionalAttributes}, this throws
 * nothing: an unreadable element is absent and is reported.
 */
public final class PrivateBlock {
    private static final int FIRST_BLOCK = 0x10;
    private static final int LAST_BLOCK = 0xFF;

    private final DataSet dataSet;
    private final int group;
    private final int block;
    private final Diagnostics findings;

    private PrivateBlock(DataSet dataSet, int group, int block, Diagnostics findings) {
        this.dataSet = dataSet;
        this.group = group;
        this.block = block;
        this.findings = findings;
    }

    /**
     * Finds the elements of a creator.
     *
     * @param dataSet contains the elements
     * @param group an odd number
     * @param creator value of the Private Creator element
     * @param findings receives sentences for the log
     * @return the first block of the creator, if any
     */
    public static Optional<PrivateBlock> of(DataSet dataSet, int group, String creator, Diagnostics findings) {
        int base = group << 16;
        for (Element element : dataSet.between(base | FIRST_BLOCK, base | LAST_BLOCK)) {
            if (creator.equals(text(dataSet, element))) {
                return Optional.of(new PrivateBlock(dataSet, group, element.tag() & 0xFF, findings));
            }
        }
        return Optional.empty();
    }

    /** Returns the name of a creator; an empty string if it cannot be read. */
    private static String text(DataSet dataSet, Element element) {
        try {
            List<String> texts = Values.strings(element, dataSet.characterSet());
            return texts.isEmpty() ? "" : texts.get(0);
        } catch (DicomException e) {
            return "";
        }
    }

    /**
     * {@return the tag of an element in this file}
     *
     * @param element the lower byte of its number, 0 to FF
     */
    public int tag(int element) {
        return group << 16 | block << 8 | element;
    }

    /**
     * Returns numbers. An element of VR UN, as in files of implicit VR, is read as the VR that its creator writes.
     *
     * @param element the lower byte of its number
     * @param vr the VR in files of explicit VR
     * @return the values; empty if absent or if one is not a finite number
     */
    public double[] numbers(int element, VR vr) {
        Optional<Element> found = dataSet.find(tag(element));
        if (found.isEmpty()) return new double[0];
        try {
            if (found.get().vr() != VR.UN || vr.isText()) return attributes().numbers(tag(element));
            Element known = Element.of(
                    tag(element), vr, found.get().bytes(), found.get().littleEndian());
            DataSet typed =
                    new DataSet.Builder(dataSet.characterSet()).add(known).build();
            return new OptionalAttributes(typed, findings).numbers(tag(element));
        } catch (DicomException e) {
            findings.add(unreadable(element));
            return new double[0];
        }
    }

    /**
     * Returns the first number.
     *
     * @param element the lower byte of its number
     * @param vr the VR in files of explicit VR
     * @return the number, if any
     */
    public OptionalDouble number(int element, VR vr) {
        double[] numbers = numbers(element, vr);
        return numbers.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(numbers[0]);
    }

    /**
     * Returns the Items of a sequence.
     *
     * @param element the lower byte of its number
     * @return the Items; empty if it is absent or not a sequence
     */
    public List<DataSet> items(int element) {
        return dataSet.items(tag(element));
    }

    /**
     * Returns the bytes of a value.
     *
     * @param element the lower byte of its number
     * @return the bytes, not to be changed; empty if the element is absent, empty or unreadable
     */
    public byte[] bytes(int element) {
        Optional<Element> found = dataSet.find(tag(element));
        try {
            return found.isPresent() ? found.get().bytes() : new byte[0];
        } catch (DicomException e) {
            findings.add(unreadable(element));
            return new byte[0];
        }
    }

    private OptionalAttributes attributes() {
        return new OptionalAttributes(dataSet, findings);
    }

    private String unreadable(int element) {
        return Tag.toString(tag(element)) + " cannot be read and is ignored";
    }
}
