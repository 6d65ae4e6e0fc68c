/** Data Sets of dcm4che 5 as those of this project, and back. */
package hounsfield.dcm4che;
