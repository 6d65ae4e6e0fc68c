/** The vocabulary of the standard: tags, Value Representations, transfer syntaxes, and the element dictionary. */
package hounsfield.standard;
