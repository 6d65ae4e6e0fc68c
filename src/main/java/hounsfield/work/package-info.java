/** Long operations: progress, cancellation, parallel work, and what is worth a line in the log. */
package hounsfield.work;
