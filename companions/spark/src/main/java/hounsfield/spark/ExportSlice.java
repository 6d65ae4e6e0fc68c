package hounsfield.spark;

import java.io.Serializable;
import java.util.List;

/**
 * The files of a part of an export.
 *
 * @param slice the files
 * @param names of their pictures, without an extension
 */
record ExportSlice(Slice slice, List<String> names) implements Serializable {}
