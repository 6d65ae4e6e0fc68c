/** Folders of DICOM files without what identifies patients (PS3.15 annex E). */
package hounsfield.deidentify;
