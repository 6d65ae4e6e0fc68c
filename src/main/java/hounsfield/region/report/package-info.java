/** Measurement reports: groups of measurements and their regions (PS3.16 TID 1500). */
package hounsfield.region.report;
