package hounsfield.series.slice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hounsfield.frame.FunctionalGroups;
import hounsfield.geometry.Vector3;
import hounsfield.standard.Tag;
import hounsfield.testing.BuiltFiles;
import hounsfield.testing.CsaBytes;
import hounsfield.testing.DicomBytes;
import hounsfield.work.Diagnostics;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class DiffusionTest {
    private final Diagnostics findings = new Diagnostics();

    private Diffusion mr(Consumer<DicomBytes> elements) throws IOException {
        return Diffusion.of(
                BuiltFiles.groups(file -> elements.accept(file.text(Tag.MODALITY, "CS", "MR"))), 0, findings);
    }

    private static Diffusion diffusion(double bValue, double x, double y, double z) {
        return new Diffusion(OptionalDouble.of(bValue), Optional.of(new Vector3(x, y, z)));
    }

    private static Diffusion diffusion(double bValue) {
        return new Diffusion(OptionalDouble.of(bValue), Optional.empty());
    }

    @Test
    void frameHasItsOwnDiffusion() throws IOException {
        DicomBytes isotropic = BuiltFiles.item()
                .undefinedSequence(
                        Tag.MR_DIFFUSION_SEQUENCE, BuiltFiles.item().doubles(Tag.DIFFUSION_B_VALUE, "FD", 0));
        DicomBytes directed = BuiltFiles.item()
                .undefinedSequence(
                        Tag.MR_DIFFUSION_SEQUENCE,
                        BuiltFiles.item()
                                .undefinedSequence(
                                        Tag.DIFFUSION_GRADIENT_DIRECTION_SEQUENCE,
                                        BuiltFiles.item()
                                                .doubles(Tag.DIFFUSION_GRADIENT_ORIENTATION, "FD", 0.6, 0, -0.8))
                                .doubles(Tag.DIFFUSION_B_VALUE, "FD", 700));
        FunctionalGroups groups = BuiltFiles.groups(
                file -> file.undefinedSequence(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, isotropic, directed));
        assertEquals(diffusion(0), Diffusion.of(groups, 0, findings));
        assertEquals(diffusion(700, 0.6, 0, -0.8), Diffusion.of(groups, 1, findings));
        assertEquals(Diffusion.NONE, Diffusion.of(groups, 2, findings));
    }

    @Test
    void classicImageMayHaveTheStandardAttributes() throws IOException {
        assertEquals(diffusion(1000, 0, 1, 0), mr(file -> file.doubles(Tag.DIFFUSION_B_VALUE, "FD", 1000)
                .doubles(Tag.DIFFUSION_GRADIENT_ORIENTATION, "FD", 0, 1, 0)));
        assertEquals(
                diffusion(1000),
                mr(file -> file.doubles(Tag.DIFFUSION_B_VALUE, "FD", 1000)
                        .doubles(Tag.DIFFUSION_GRADIENT_ORIENTATION, "FD", 0, 0, 0)),
                "a null vector is no direction");
        assertEquals(Diffusion.NONE, mr(file -> {}));
        assertEquals(Diffusion.NONE, mr(file -> file.doubles(Tag.DIFFUSION_B_VALUE, "FD", -1)));
    }

    @Test
    void siemens() throws IOException {
        assertEquals(diffusion(800, 0.1, 0.2, -0.3), mr(file -> file.text(0x00190012, "LO", "SIEMENS MR HEADER")
                .text(0x0019120C, "IS", "800")
                .doubles(0x0019120E, "FD", 0.1, 0.2, -0.3)));
        byte[] csa = CsaBytes.csa2()
                .entry("B_value", 1, "850")
                .entry("DiffusionGradientDirection", 3, "0.1", "0.2", "-0.3")
                .toBytes();
        assertEquals(diffusion(850, 0.1, 0.2, -0.3), mr(file -> file.text(0x00290010, "LO", "SIEMENS CSA HEADER")
                .bytes(0x00291010, "OB", csa)));
        assertEquals(Diffusion.NONE, mr(file -> file.text(0x00190010, "LO", "SOMEONE ELSE")
                .text(0x0019100C, "IS", "800")));
    }

    @Test
    void ge() throws IOException {
        for (String first : List.of("750", "1000000750")) {
            assertEquals(diffusion(750, 0.5, -0.5, 0.7), mr(file -> file.text(0x00190010, "LO", "GEMS_ACQU_01")
                    .text(0x001910BB, "DS", "0.5")
                    .text(0x001910BC, "DS", "-0.5")
                    .text(0x001910BD, "DS", "0.7")
                    .text(0x00430010, "LO", "GEMS_PARM_01")
                    .text(0x00431039, "IS", first + "\\8\\0\\0")));
        }
        assertEquals(
                Diffusion.NONE,
                Diffusion.of(
                        BuiltFiles.groups(file -> file.text(Tag.MODALITY, "CS", "CT")
                                .text(0x00430010, "LO", "GEMS_PARM_01")
                                .text(0x00431039, "IS", "750")),
                        0,
                        findings),
                "the element has another meaning in CT");
    }

    @Test
    void philips() throws IOException {
        Consumer<DicomBytes> weighted = file -> file.text(0x20010010, "LO", "Philips Imaging DD 001")
                .floats(0x20011003, "FL", 2000)
                .text(0x20050010, "LO", "Philips MR Imaging DD 001")
                .floats(0x200510B0, "FL", 0.25f)
                .floats(0x200510B1, "FL", -0.5f)
                .floats(0x200510B2, "FL", 0.75f);
        assertEquals(diffusion(2000, 0.25, -0.5, 0.75), mr(weighted));
        assertEquals(
                diffusion(1990, 0.25, -0.5, 0.75),
                mr(file -> weighted.accept(file.doubles(Tag.DIFFUSION_B_VALUE, "FD", 1990))),
                "the standard's attribute comes first");
    }

    @Test
    void uih() throws IOException {
        assertEquals(diffusion(928.25, 0.75, -0.5, 0.25), mr(file -> file.text(0x00650010, "LO", "Image Private Header")
                .doubles(0x00651009, "FD", 928.25)
                .doubles(0x00651037, "FD", 0.75, -0.5, 0.25)));
        assertEquals(List.of(), findings.sentences());
        assertEquals(diffusion(1000, 0.75, -0.5, 0.25), mr(file -> file.text(0x00650010, "LO", "Image Private Header")
                .doubles(0x00651009, "FD", 928.25)
                .doubles(0x0065100A, "FD", 1000)
                .doubles(0x00651037, "FD", 0.75, -0.5, 0.25)));
        assertEquals(
                List.of("b-values are the nominal ones of UIH, (0065,100A); (0065,1009) has the actual ones"),
                findings.sentences());
    }
}
