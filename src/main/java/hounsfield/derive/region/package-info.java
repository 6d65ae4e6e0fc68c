/** Makes new Segmentation and RT Structure Set objects from regions. */
package hounsfield.derive.region;
