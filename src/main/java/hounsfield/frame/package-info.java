/** Frames of an image, whichever files hold them: their Pixel Data, and their functional groups (PS3.3 C.7.6.16). */
package hounsfield.frame;
