/**
 * One class per command, named by a verb, with typed options, their defaults and a static {@code run} that returns the
 * result and shows nothing. Menu commands, macros and the script facade call these classes.
 */
package hounsfield.imagej.operation;
