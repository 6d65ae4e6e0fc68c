/** The vocabulary of the standard: tags, Value Representations, transfer syntaxes, the element dictionary, and exceptions. */
package hounsfield.standard;
