/** Access to ImageJ: progress, messages, tables, the command table. */
package hounsfield.imagej.host;
