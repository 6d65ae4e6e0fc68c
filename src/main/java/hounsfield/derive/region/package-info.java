/** Regions as new Segmentation and RT Structure Set objects. */
package hounsfield.derive.region;
