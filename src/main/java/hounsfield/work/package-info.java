/** Infrastructure for long operations: progress, cancellation, parallel work, and warnings for the log. */
package hounsfield.work;
