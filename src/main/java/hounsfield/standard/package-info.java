/** The standard's vocabulary: tags, value representations, transfer syntaxes, the element dictionary, and what can go wrong. */
package hounsfield.standard;
