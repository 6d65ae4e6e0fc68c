package hounsfield.series.slice;

import hounsfield.data.DataSet;
import hounsfield.data.OptionalAttributes;
import hounsfield.data.PrivateBlock;
import hounsfield.data.SiemensCsa;
import hounsfield.frame.FunctionalGroups;
import hounsfield.geometry.Vector3;
import hounsfield.standard.Tag;
import hounsfield.standard.VR;
import hounsfield.work.Diagnostics;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The diffusion weighting of an MR image: from the standard's attributes (PS3.3 C.8.13.5.9), otherwise from the private
 * elements of Siemens, GE, Philips and United Imaging (UIH).
 *
 * @param bValue strength of the weighting, 0 without [s/mm2]
 * @param gradient direction of the gradient; empty for b = 0 and for isotropic weighting. In patient coordinates,
 *     except from GE's private elements, which contain frequency, phase and slice direction
 */
record Diffusion(OptionalDouble bValue, Optional<Vector3> gradient) {
    /** An image without diffusion attributes. */
    static final Diffusion NONE = new Diffusion(OptionalDouble.empty(), Optional.empty());

    /** Larger b-values are invalid [s/mm2]; MR scanners reach some 10,000. */
    private static final double LARGEST = 1e6;

    /** GE adds this number to b-values to flag a way to compute them. */
    private static final double GE_FLAG = 1e9;

    /**
     * Reads the diffusion attributes of a frame.
     *
     * @param groups of the image
     * @param frame index from 0
     * @param findings receives a sentence for each unreadable attribute
     */
    static Diffusion of(FunctionalGroups groups, int frame, Diagnostics findings) {
        Diffusion standard = ofStandard(groups, frame, findings);
        DataSet dataSet = groups.dataSet();
        if (!new OptionalAttributes(dataSet, findings).text(Tag.MODALITY).equals("MR")) return standard;
        Diffusion all = standard;
        if (!all.isComplete()) all = all.or(ofSiemens(dataSet, findings));
        if (!all.isComplete()) all = all.or(ofPhilips(dataSet, findings));
        if (!all.isComplete()) all = all.or(ofUih(dataSet, findings));
        if (!all.isComplete()) all = all.or(ofGe(dataSet, findings));
        return all;
    }

    private static Diffusion ofStandard(FunctionalGroups groups, int frame, Diagnostics findings) {
        Diffusion all = NONE;
        for (DataSet level : groups.levels(frame, Tag.MR_DIFFUSION_SEQUENCE)) {
            OptionalAttributes attributes = new OptionalAttributes(level, findings);
            DataSet direction =
                    level.item(Tag.DIFFUSION_GRADIENT_DIRECTION_SEQUENCE).orElse(level);
            double[] gradient = new OptionalAttributes(direction, findings).numbers(Tag.DIFFUSION_GRADIENT_ORIENTATION);
            all = all.or(of(attributes.number(Tag.DIFFUSION_B_VALUE), gradient));
        }
        return all;
    }

    /** Reads the elements of a classic image, or the CSA header of older software. */
    private static Diffusion ofSiemens(DataSet dataSet, Diagnostics findings) {
        Optional<PrivateBlock> block = PrivateBlock.of(dataSet, 0x0019, "SIEMENS MR HEADER", findings);
        if (block.isPresent())
            return of(block.get().number(0x0C, VR.IS), block.get().numbers(0x0E, VR.FD));
        return SiemensCsa.of(dataSet, findings)
                .map(csa -> of(csa.number("B_value"), csa.numbers("DiffusionGradientDirection")))
                .orElse(NONE);
    }

    private static Diffusion ofPhilips(DataSet dataSet, Diagnostics findings) {
        OptionalDouble bValue = PrivateBlock.of(dataSet, 0x2001, "Philips Imaging DD 001", findings)
                .map(block -> block.number(0x03, VR.FL))
                .orElse(OptionalDouble.empty());
        double[] gradient = PrivateBlock.of(dataSet, 0x2005, "Philips MR Imaging DD 001", findings)
                .map(block -> vector(block, 0xB0, VR.FL))
                .orElse(new double[0]);
        return of(bValue, gradient);
    }

    /**
     * Reads the nominal b-value, which is also that of the standard's attribute, otherwise the actual one. The actual
     * one includes the effect of all gradients, so an image without weighting has a b-value above 0.
     */
    private static Diffusion ofUih(DataSet dataSet, Diagnostics findings) {
        Optional<PrivateBlock> block = PrivateBlock.of(dataSet, 0x0065, "Image Private Header", findings);
        if (block.isEmpty()) return NONE;
        OptionalDouble actual = block.get().number(0x09, VR.FD);
        OptionalDouble nominal = block.get().number(0x0A, VR.FD);
        if (nominal.isPresent() && actual.isPresent() && nominal.getAsDouble() != actual.getAsDouble()) {
            findings.add("b-values are the nominal ones of UIH, (0065,100A); (0065,1009) has the actual ones");
        }
        return of(nominal.isPresent() ? nominal : actual, block.get().numbers(0x37, VR.FD));
    }

    /** Reads the first of four integers: in diffusion images of GE it is the b-value, in others something else. */
    private static Diffusion ofGe(DataSet dataSet, Diagnostics findings) {
        OptionalDouble bValue = PrivateBlock.of(dataSet, 0x0043, "GEMS_PARM_01", findings)
                .map(block -> block.number(0x39, VR.IS))
                .orElse(OptionalDouble.empty());
        if (bValue.isPresent()) bValue = OptionalDouble.of(bValue.getAsDouble() % GE_FLAG);
        double[] gradient = PrivateBlock.of(dataSet, 0x0019, "GEMS_ACQU_01", findings)
                .map(block -> vector(block, 0xBB, VR.DS))
                .orElse(new double[0]);
        return of(bValue, gradient);
    }

    /** Reads a vector from three elements with consecutive numbers. */
    private static double[] vector(PrivateBlock block, int first, VR vr) {
        double[] vector = new double[3];
        for (int i = 0; i < 3; i++) {
            OptionalDouble number = block.number(first + i, vr);
            if (number.isEmpty()) return new double[0];
            vector[i] = number.getAsDouble();
        }
        return vector;
    }

    /** Checks the values. A null vector is not a direction. */
    private static Diffusion of(OptionalDouble bValue, double[] gradient) {
        boolean valid = bValue.isPresent() && bValue.getAsDouble() >= 0 && bValue.getAsDouble() <= LARGEST;
        Vector3 direction = gradient.length < 3 ? new Vector3(0, 0, 0) : Vector3.of(gradient, 0);
        return new Diffusion(
                valid ? bValue : OptionalDouble.empty(),
                direction.length() > 0 ? Optional.of(direction) : Optional.empty());
    }

    /** Returns whether no other source is needed. */
    private boolean isComplete() {
        return bValue.isPresent() && (bValue.getAsDouble() == 0 || gradient.isPresent());
    }

    private Diffusion or(Diffusion other) {
        return new Diffusion(bValue.isPresent() ? bValue : other.bValue, gradient.or(() -> other.gradient));
    }
}
