/** Infrastructure for long operations: progress, cancellation, parallel work, and diagnostics. */
package hounsfield.work;
