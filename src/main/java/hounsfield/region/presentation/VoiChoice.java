package hounsfield.region.presentation;

import java.util.List;

/**
 * The VOI windows of a presentation state for some images (PS3.3 C.11.8).
 *
 * @param images SOP Instance UIDs of the images to which they apply; empty for all images that the state names
 * @param centers Window Center (0028,1050) of each window
 * @param widths Window Width (0028,1051) of each window
 * @param function VOI LUT Function (0028,1056); may be empty
 */
public record VoiChoice(List<String> images, List<Double> centers, List<Double> widths, String function) {}
