/** The fragments of encapsulated Pixel Data: the offset tables and streams that determine the fragments of a frame (PS3.5 A.4). */
package hounsfield.frame.fragment;
