/** Measurement reports: groups of measurements with their regions (PS3.16 TID 1500). */
package hounsfield.region.report;
