package hounsfield.data;

import com.code_intelligence.jazzer.junit.FuzzTest;
import hounsfield.standard.VR;
import hounsfield.testing.CsaBytes;
import hounsfield.testing.FuzzLimits;
import hounsfield.work.Diagnostics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** A CSA header of Siemens: its values, or a finding that it is damaged. */
class SiemensCsaFuzzTest {
    private static final List<String> NAMES =
            List.of("B_value", "DiffusionGradientDirection", "SliceNormalVector", "NumberOfImagesInMosaic");

    static Stream<byte[]> seeds() {
        return Stream.of(
                CsaBytes.csa2()
                        .entry("B_value", 1, "1000")
                        .entry("DiffusionGradientDirection", 3, "0.5", "-0.5", "0.7")
                        .toBytes(),
                CsaBytes.csa1()
                        .entry("NumberOfImagesInMosaic", 1, "36")
                        .entry("SliceNormalVector", 3, "0", "0", "1")
                        .toBytes(),
                CsaBytes.csa2().toBytes(),
                "SV10".getBytes(StandardCharsets.US_ASCII));
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10m")
    void valuesOrAFinding(byte[] bytes) {
        DataSet.Builder builder = new DataSet.Builder(DataSet.EMPTY.characterSet());
        builder.add(Element.of(0x00290010, VR.LO, "SIEMENS CSA HEADER".getBytes(StandardCharsets.US_ASCII), true));
        builder.add(Element.of(0x00291010, VR.OB, bytes, true));
        DataSet dataSet = builder.build();
        FuzzLimits.check(bytes, () -> {
            Diagnostics findings = new Diagnostics();
            SiemensCsa csa = SiemensCsa.of(dataSet, findings).orElse(null);
            boolean silent = csa == null && bytes.length > 0 && findings.isEmpty();
            if (silent) throw new AssertionError("no header and no finding");
            long numbers = 0;
            for (String name : NAMES) {
                if (csa == null) break;
                if (csa.number(name).isPresent()) numbers++;
                numbers += csa.numbers(name).length;
            }
            return numbers;
        });
    }
}
