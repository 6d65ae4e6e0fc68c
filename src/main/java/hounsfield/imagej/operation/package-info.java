/**
 * One class per command, named by a verb: its typed options with defaults, and a static {@code run} that returns the result
 * and shows nothing. Menu commands, macros and the script facade all end here.
 */
package hounsfield.imagej.operation;
