/** Presentation states: how images are shown, and what is drawn on them (PS3.3 A.33, C.10 and C.11). */
package hounsfield.region.presentation;
