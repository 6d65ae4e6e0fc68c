/**
 * The menu: one class a command, each a {@link hounsfield.command.Form} of options and a call beneath the script facade.
 */
package hounsfield.command;
