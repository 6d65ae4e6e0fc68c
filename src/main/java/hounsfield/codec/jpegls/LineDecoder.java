package hounsfield.codec.jpegls;

import hounsfield.standard.MalformedDicomException;

/** Decodes the lines of a scan whose components are not interleaved, or by line. */
interface LineDecoder {
    /**
     * Decodes one line of one component.
     *
     * @param above the component's previous line: sample x at index x + 1, before and behind them the edges of T.87 A.2.1
     * @param line takes the samples, laid out alike; its edge at index 0 is set already
     * @param width samples in a line
     * @param component which of the scan's components
     */
    void decode(short[] above, short[] line, int width, int component) throws MalformedDicomException;
}
