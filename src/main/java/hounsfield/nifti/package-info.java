/** NIfTI-1 files: volumes with their place in the patient, and their side files. */
package hounsfield.nifti;
