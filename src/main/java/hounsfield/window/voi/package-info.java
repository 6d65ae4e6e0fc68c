/** VOI transforms of files: windows, lookup tables and functions from calibrated values to gray (PS3.3 C.11.2). */
package hounsfield.window.voi;
