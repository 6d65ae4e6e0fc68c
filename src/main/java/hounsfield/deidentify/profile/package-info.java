/** The rules of PS3.15 annex E for each attribute: table E.1-1, its options, and the safe private elements. */
package hounsfield.deidentify.profile;
