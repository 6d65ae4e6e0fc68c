package hounsfield.standard;

/** Tags from group 0028: pixels, their values and meaning, and the structure of the Data Set. Read them as members of {@link Tag}. */
interface PixelTags {
    /** Samples per Pixel (0028,0002). */
    int SAMPLES_PER_PIXEL = 0x00280002;
    /** Photometric Interpretation (0028,0004). */
    int PHOTOMETRIC_INTERPRETATION = 0x00280004;
    /** Planar Configuration (0028,0006). */
    int PLANAR_CONFIGURATION = 0x00280006;
    /** Number of Frames (0028,0008). */
    int NUMBER_OF_FRAMES = 0x00280008;
    /** Frame Increment Pointer (0028,0009). */
    int FRAME_INCREMENT_POINTER = 0x00280009;
    /** Rows (0028,0010). */
    int ROWS = 0x00280010;
    /** Columns (0028,0011). */
    int COLUMNS = 0x00280011;
    /** Pixel Spacing (0028,0030). */
    int PIXEL_SPACING = 0x00280030;
    /** Pixel Aspect Ratio (0028,0034). */
    int PIXEL_ASPECT_RATIO = 0x00280034;
    /** Corrected Image (0028,0051). */
    int CORRECTED_IMAGE = 0x00280051;
    /** Bits Allocated (0028,0100). */
    int BITS_ALLOCATED = 0x00280100;
    /** Bits Stored (0028,0101). */
    int BITS_STORED = 0x00280101;
    /** High Bit (0028,0102). */
    int HIGH_BIT = 0x00280102;
    /** Pixel Representation (0028,0103). */
    int PIXEL_REPRESENTATION = 0x00280103;
    /** Smallest Image Pixel Value (0028,0106). */
    int SMALLEST_IMAGE_PIXEL_VALUE = 0x00280106;
    /** Pixel Padding Value (0028,0120). */
    int PIXEL_PADDING_VALUE = 0x00280120;
    /** Pixel Padding Range Limit (0028,0121). */
    int PIXEL_PADDING_RANGE_LIMIT = 0x00280121;
    /** Float Pixel Padding Value (0028,0122). */
    int FLOAT_PIXEL_PADDING_VALUE = 0x00280122;
    /** Double Float Pixel Padding Value (0028,0123). */
    int DOUBLE_FLOAT_PIXEL_PADDING_VALUE = 0x00280123;
    /** Float Pixel Padding Range Limit (0028,0124). */
    int FLOAT_PIXEL_PADDING_RANGE_LIMIT = 0x00280124;
    /** Double Float Pixel Padding Range Limit (0028,0125). */
    int DOUBLE_FLOAT_PIXEL_PADDING_RANGE_LIMIT = 0x00280125;
    /** Burned In Annotation (0028,0301). */
    int BURNED_IN_ANNOTATION = 0x00280301;
    /** Window Center (0028,1050). */
    int WINDOW_CENTER = 0x00281050;
    /** Window Width (0028,1051). */
    int WINDOW_WIDTH = 0x00281051;
    /** Rescale Intercept (0028,1052). */
    int RESCALE_INTERCEPT = 0x00281052;
    /** Rescale Slope (0028,1053). */
    int RESCALE_SLOPE = 0x00281053;
    /** Rescale Type (0028,1054). */
    int RESCALE_TYPE = 0x00281054;
    /** Window Center &amp; Width Explanation (0028,1055). */
    int WINDOW_CENTER_WIDTH_EXPLANATION = 0x00281055;
    /** VOI LUT Function (0028,1056). */
    int VOILUT_FUNCTION = 0x00281056;
    /** Red Palette Color Lookup Table Descriptor (0028,1101). */
    int RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR = 0x00281101;
    /** Green Palette Color Lookup Table Descriptor (0028,1102). */
    int GREEN_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR = 0x00281102;
    /** Blue Palette Color Lookup Table Descriptor (0028,1103). */
    int BLUE_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR = 0x00281103;
    /** Red Palette Color Lookup Table Data (0028,1201). */
    int RED_PALETTE_COLOR_LOOKUP_TABLE_DATA = 0x00281201;
    /** Segmented Red Palette Color Lookup Table Data (0028,1221). */
    int SEGMENTED_RED_PALETTE_COLOR_LOOKUP_TABLE_DATA = 0x00281221;
    /** ICC Profile (0028,2000). */
    int ICC_PROFILE = 0x00282000;
    /** Modality LUT Sequence (0028,3000). */
    int MODALITY_LUT_SEQUENCE = 0x00283000;
    /** LUT Descriptor (0028,3002). */
    int LUT_DESCRIPTOR = 0x00283002;
    /** LUT Explanation (0028,3003). */
    int LUT_EXPLANATION = 0x00283003;
    /** Modality LUT Type (0028,3004). */
    int MODALITY_LUT_TYPE = 0x00283004;
    /** LUT Data (0028,3006). */
    int LUT_DATA = 0x00283006;
    /** VOI LUT Sequence (0028,3010). */
    int VOILUT_SEQUENCE = 0x00283010;
    /** Pixel Data Provider URL (0028,7FE0). */
    int PIXEL_DATA_PROVIDER_URL = 0x00287FE0;
    /** Pixel Measures Sequence (0028,9110). */
    int PIXEL_MEASURES_SEQUENCE = 0x00289110;
    /** Frame VOI LUT Sequence (0028,9132). */
    int FRAME_VOILUT_SEQUENCE = 0x00289132;
    /** Pixel Value Transformation Sequence (0028,9145). */
    int PIXEL_VALUE_TRANSFORMATION_SEQUENCE = 0x00289145;
    /** Scheduled Procedure Step Description (0040,0007). */
    int SCHEDULED_PROCEDURE_STEP_DESCRIPTION = 0x00400007;
    /** Request Attributes Sequence (0040,0275). */
    int REQUEST_ATTRIBUTES_SEQUENCE = 0x00400275;
    /** Protocol Context Sequence (0040,0440). */
    int PROTOCOL_CONTEXT_SEQUENCE = 0x00400440;
    /** Content Item Modifier Sequence (0040,0441). */
    int CONTENT_ITEM_MODIFIER_SEQUENCE = 0x00400441;
    /** Acquisition Context Sequence (0040,0555). */
    int ACQUISITION_CONTEXT_SEQUENCE = 0x00400555;
    /** Measurement Units Code Sequence (0040,08EA). */
    int MEASUREMENT_UNITS_CODE_SEQUENCE = 0x004008EA;
    /** Real World Value Mapping Sequence (0040,9096). */
    int REAL_WORLD_VALUE_MAPPING_SEQUENCE = 0x00409096;
    /** Real World Value Last Value Mapped (0040,9211). */
    int REAL_WORLD_VALUE_LAST_VALUE_MAPPED = 0x00409211;
    /** Real World Value LUT Data (0040,9212). */
    int REAL_WORLD_VALUE_LUT_DATA = 0x00409212;
    /** Real World Value First Value Mapped (0040,9216). */
    int REAL_WORLD_VALUE_FIRST_VALUE_MAPPED = 0x00409216;
    /** Real World Value Intercept (0040,9224). */
    int REAL_WORLD_VALUE_INTERCEPT = 0x00409224;
    /** Real World Value Slope (0040,9225). */
    int REAL_WORLD_VALUE_SLOPE = 0x00409225;
    /** Content Sequence (0040,A730). */
    int CONTENT_SEQUENCE = 0x0040A730;
    /** Encapsulated Document (0042,0011). */
    int ENCAPSULATED_DOCUMENT = 0x00420011;
    /** Encapsulated Document Length (0042,0015). */
    int ENCAPSULATED_DOCUMENT_LENGTH = 0x00420015;
    /** Energy Window Vector (0054,0010). */
    int ENERGY_WINDOW_VECTOR = 0x00540010;
    /** Radiopharmaceutical Information Sequence (0054,0016). */
    int RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE = 0x00540016;
    /** Energy Window Number (0054,0308). */
    int ENERGY_WINDOW_NUMBER = 0x00540308;
    /** Units (0054,1001). */
    int UNITS = 0x00541001;
    /** SUV Type (0054,1006). */
    int SUV_TYPE = 0x00541006;
    /** Decay Correction (0054,1102). */
    int DECAY_CORRECTION = 0x00541102;
    /** Frame Reference Time (0054,1300). */
    int FRAME_REFERENCE_TIME = 0x00541300;
    /** Segment Identification Sequence (0062,000A). */
    int SEGMENT_IDENTIFICATION_SEQUENCE = 0x0062000A;
    /** Referenced Segment Number (0062,000B). */
    int REFERENCED_SEGMENT_NUMBER = 0x0062000B;
    /** Point Coordinates Data (0066,0016). */
    int POINT_COORDINATES_DATA = 0x00660016;
    /** Double Point Coordinates Data (0066,0022). */
    int DOUBLE_POINT_COORDINATES_DATA = 0x00660022;
    /** Triangle Point Index List (0066,0023). */
    int TRIANGLE_POINT_INDEX_LIST = 0x00660023;
    /** Long Primitive Point Index List (0066,0040). */
    int LONG_PRIMITIVE_POINT_INDEX_LIST = 0x00660040;
    /** Icon Image Sequence (0088,0200). */
    int ICON_IMAGE_SEQUENCE = 0x00880200;
    /** Presentation LUT Shape (2050,0020). */
    int PRESENTATION_LUT_SHAPE = 0x20500020;
    /** Image Plane Pixel Spacing (3002,0011). */
    int IMAGE_PLANE_PIXEL_SPACING = 0x30020011;
    /** Radiation Machine SAD (3002,0022). */
    int RADIATION_MACHINE_SAD = 0x30020022;
    /** RT Image SID (3002,0026). */
    int RT_IMAGE_SID = 0x30020026;
    /** Dose Units (3004,0002). */
    int DOSE_UNITS = 0x30040002;
    /** Grid Frame Offset Vector (3004,000C). */
    int GRID_FRAME_OFFSET_VECTOR = 0x3004000C;
    /** Dose Grid Scaling (3004,000E). */
    int DOSE_GRID_SCALING = 0x3004000E;
    /** Shared Functional Groups Sequence (5200,9229). */
    int SHARED_FUNCTIONAL_GROUPS_SEQUENCE = 0x52009229;
    /** Per-Frame Functional Groups Sequence (5200,9230). */
    int PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE = 0x52009230;
    /** Overlay Rows (6000,0010). */
    int OVERLAY_ROWS = 0x60000010;
    /** Overlay Columns (6000,0011). */
    int OVERLAY_COLUMNS = 0x60000011;
    /** Number of Frames in Overlay (6000,0015). */
    int NUMBER_OF_FRAMES_IN_OVERLAY = 0x60000015;
    /** Overlay Origin (6000,0050). */
    int OVERLAY_ORIGIN = 0x60000050;
    /** Image Frame Origin (6000,0051). */
    int IMAGE_FRAME_ORIGIN = 0x60000051;
    /** Overlay Activation Layer (6000,1001). */
    int OVERLAY_ACTIVATION_LAYER = 0x60001001;
    /** Overlay Bits Allocated (6000,0100). */
    int OVERLAY_BITS_ALLOCATED = 0x60000100;
    /** Overlay Bit Position (6000,0102). */
    int OVERLAY_BIT_POSITION = 0x60000102;
    /** Overlay Data (6000,3000). */
    int OVERLAY_DATA = 0x60003000;
    /** Extended Offset Table (7FE0,0001). */
    int EXTENDED_OFFSET_TABLE = 0x7FE00001;
    /** Extended Offset Table Lengths (7FE0,0002). */
    int EXTENDED_OFFSET_TABLE_LENGTHS = 0x7FE00002;
    /** Float Pixel Data (7FE0,0008). */
    int FLOAT_PIXEL_DATA = 0x7FE00008;
    /** Double Float Pixel Data (7FE0,0009). */
    int DOUBLE_FLOAT_PIXEL_DATA = 0x7FE00009;
    /** Pixel Data (7FE0,0010). */
    int PIXEL_DATA = 0x7FE00010;
    /** Digital Signatures Sequence (FFFA,FFFA). */
    int DIGITAL_SIGNATURES_SEQUENCE = 0xFFFAFFFA;
    /** Data Set Trailing Padding (FFFC,FFFC). */
    int DATA_SET_TRAILING_PADDING = 0xFFFCFFFC;
    /** Item (FFFE,E000). */
    int ITEM = 0xFFFEE000;
    /** Item Delimitation Item (FFFE,E00D). */
    int ITEM_DELIMITATION_ITEM = 0xFFFEE00D;
    /** Sequence Delimitation Item (FFFE,E0DD). */
    int SEQUENCE_DELIMITATION_ITEM = 0xFFFEE0DD;
}
