package hounsfield.codec.jpegls;

import hounsfield.standard.error.MalformedDicomException;

/** Decodes the lines of a scan. */
interface LineDecoder {
    /**
     * Decodes one line of one component.
     *
     * @param above the previous line of the component: sample x at index x + 1, with the edges of T.87 A.2.1 before and
     *     after
     * @param line receives the samples in the same layout; its edge at index 0 is already set
     * @param width samples in a line
     * @param component index in the scan
     */
    void decode(short[] above, short[] line, int width, int component) throws MalformedDicomException;
}
