package hounsfield.codec.jpeg;

import hounsfield.codec.DecodingContext;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;

/** Checks the DNL segment of a stream whose frame header does not contain the number of lines (T.81 B.2.5). */
final class LineCount {
    private LineCount() {}

    /**
     * Compares the number of lines with Rows.
     *
     * @param stream read beyond its first scan
     * @throws DicomException if the numbers differ
     */
    static void check(Codestream stream, DecodingContext context) throws DicomException {
        int rows = stream.frame().rows();
        int lines = stream.dnlLines();
        if (lines == 0) {
            context.warn("a JPEG stream does not contain its number of lines (T.81 B.2.5); Rows is used");
        } else if (lines != rows) {
            throw new MalformedDicomException(
                    "JPEG image has " + lines + " lines, Rows is " + rows, Location.ofOffset(stream.position()));
        }
    }
}
