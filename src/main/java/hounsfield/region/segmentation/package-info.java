/** Segmentations: frames of segments and label maps, placed on slices (PS3.3 A.51, A.103 and C.8.20). */
package hounsfield.region.segmentation;
