package hounsfield.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A test that runs once for each native transfer syntax; its argument is the UID. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest
@ValueSource(
        strings = {DicomBytes.IMPLICIT_LITTLE_ENDIAN, DicomBytes.EXPLICIT_LITTLE_ENDIAN, DicomBytes.EXPLICIT_BIG_ENDIAN
        })
public @interface NativeSyntaxes {}
