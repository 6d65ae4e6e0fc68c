/** Standardized uptake values of PET: activity per volume, divided by the injected dose per body weight or another measure of the body. */
package hounsfield.calibrate.suv;
