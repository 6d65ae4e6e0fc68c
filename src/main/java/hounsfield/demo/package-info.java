/**
 * A demonstration of the whole program in one command, with its own phantom or the user's data, through the script
 * calls.
 */
package hounsfield.demo;
