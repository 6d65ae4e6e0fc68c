/** Structure sets of radiotherapy: contours in the patient, placed on slices and filled (PS3.3 C.8.8.5 and C.8.8.6). */
package hounsfield.region.structure;
