/** The fragments of encapsulated Pixel Data: the offset tables and streams that say which fragments a frame has (PS3.5 A.4). */
package hounsfield.frame.fragment;
