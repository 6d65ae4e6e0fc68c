package hounsfield.spark;

/**
 * A file of the input.
 *
 * @param name path below the input folder, separated by {@code /}
 * @param path in Hadoop's form, with the scheme
 * @param size number of bytes
 * @param reason why it cannot be listed, such as a folder without permission; empty for a file
 */
record FoundFile(String name, String path, long size, String reason) {}
