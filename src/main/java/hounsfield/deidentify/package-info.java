/** De-identification of folders of DICOM files (PS3.15 annex E). */
package hounsfield.deidentify;
