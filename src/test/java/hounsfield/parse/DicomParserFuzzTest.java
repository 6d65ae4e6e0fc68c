package hounsfield.parse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import hounsfield.testing.FuzzLimits;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any bytes at all give a {@link hounsfield.standard.error.DicomException} or a Data Set whose values give one or none.
 *
 * <p>The ordinary build runs the seeds only. To fuzz, until something is found:
 *
 * <pre>JAZZER_FUZZ=1 mvn test -Dtest=DicomParserFuzzTest</pre>
 *
 * What is found is kept in {@code src/test/resources/hounsfield/parse/DicomParserFuzzTestInputs} and runs as a seed from
 * then on.
 */
class DicomParserFuzzTest {
    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10m")
    void parse(byte[] bytes) {
        FuzzLimits.check(bytes, () -> {
            ParserFixtures.readAll(bytes);
            return 0;
        });
    }

    static Stream<Arguments> seeds() {
        return ParserFixtures.files().values().stream().map(bytes -> Arguments.of((Object) bytes));
    }
}
