/**
 * The menu commands, one class each. A command reads its options from a {@link hounsfield.command.Form}, runs the
 * operation of the same purpose in {@link hounsfield.imagej.operation} and shows the result.
 */
package hounsfield.command;
