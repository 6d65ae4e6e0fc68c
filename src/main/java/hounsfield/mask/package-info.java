/** Blurs, masks, boxes, crops and zooms of single planes. Pure functions of arrays. */
package hounsfield.mask;
