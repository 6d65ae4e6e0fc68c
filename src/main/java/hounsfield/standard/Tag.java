package hounsfield.standard;

import hounsfield.standard.error.Location;
/**
 * Data Element tags as {@code int}s, with the group in the upper half. The names are the keywords of PS3.6. The class has
 * the tags that this code and its tests use; {@link Dictionary} has all.
 */
public final class Tag {
    /** File Meta Information Group Length (0002,0000). */
    public static final int FILE_META_INFORMATION_GROUP_LENGTH = 0x00020000;
    /** File Meta Information Version (0002,0001). */
    public static final int FILE_META_INFORMATION_VERSION = 0x00020001;
    /** Media Storage SOP Class UID (0002,0002). */
    public static final int MEDIA_STORAGE_SOP_CLASS_UID = 0x00020002;
    /** Media Storage SOP Instance UID (0002,0003). */
    public static final int MEDIA_STORAGE_SOP_INSTANCE_UID = 0x00020003;
    /** Transfer Syntax UID (0002,0010). */
    public static final int TRANSFER_SYNTAX_UID = 0x00020010;
    /** Implementation Class UID (0002,0012). */
    public static final int IMPLEMENTATION_CLASS_UID = 0x00020012;
    /** Implementation Version Name (0002,0013). */
    public static final int IMPLEMENTATION_VERSION_NAME = 0x00020013;
    /** File-set ID (0004,1130). */
    public static final int FILE_SET_ID = 0x00041130;
    /** Offset of the First Directory Record of the Root Directory Entity (0004,1200). */
    public static final int OFFSET_OF_THE_FIRST_DIRECTORY_RECORD_OF_THE_ROOT_DIRECTORY_ENTITY = 0x00041200;
    /** Directory Record Sequence (0004,1220). */
    public static final int DIRECTORY_RECORD_SEQUENCE = 0x00041220;
    /** Directory Record Type (0004,1430). */
    public static final int DIRECTORY_RECORD_TYPE = 0x00041430;
    /** Length to End (0008,0001). */
    public static final int LENGTH_TO_END = 0x00080001;
    /** Specific Character Set (0008,0005). */
    public static final int SPECIFIC_CHARACTER_SET = 0x00080005;
    /** Image Type (0008,0008). */
    public static final int IMAGE_TYPE = 0x00080008;
    /** Recognition Code (0008,0010). */
    public static final int RECOGNITION_CODE = 0x00080010;
    /** SOP Class UID (0008,0016). */
    public static final int SOP_CLASS_UID = 0x00080016;
    /** SOP Instance UID (0008,0018). */
    public static final int SOP_INSTANCE_UID = 0x00080018;
    /** Series Date (0008,0021). */
    public static final int SERIES_DATE = 0x00080021;
    /** Acquisition Date (0008,0022). */
    public static final int ACQUISITION_DATE = 0x00080022;
    /** Content Date (0008,0023). */
    public static final int CONTENT_DATE = 0x00080023;
    /** Acquisition DateTime (0008,002A). */
    public static final int ACQUISITION_DATE_TIME = 0x0008002A;
    /** Series Time (0008,0031). */
    public static final int SERIES_TIME = 0x00080031;
    /** Acquisition Time (0008,0032). */
    public static final int ACQUISITION_TIME = 0x00080032;
    /** Content Time (0008,0033). */
    public static final int CONTENT_TIME = 0x00080033;
    /** Accession Number (0008,0050). */
    public static final int ACCESSION_NUMBER = 0x00080050;
    /** Modality (0008,0060). */
    public static final int MODALITY = 0x00080060;
    /** Institution Name (0008,0080). */
    public static final int INSTITUTION_NAME = 0x00080080;
    /** Code Value (0008,0100). */
    public static final int CODE_VALUE = 0x00080100;
    /** Code Meaning (0008,0104). */
    public static final int CODE_MEANING = 0x00080104;
    /** Long Code Value (0008,0119). */
    public static final int LONG_CODE_VALUE = 0x00080119;
    /** Timezone Offset From UTC (0008,0201). */
    public static final int TIMEZONE_OFFSET_FROM_UTC = 0x00080201;
    /** Series Description (0008,103E). */
    public static final int SERIES_DESCRIPTION = 0x0008103E;
    /** Referenced Series Sequence (0008,1115). */
    public static final int REFERENCED_SERIES_SEQUENCE = 0x00081115;
    /** Referenced Image Sequence (0008,1140). */
    public static final int REFERENCED_IMAGE_SEQUENCE = 0x00081140;
    /** Referenced SOP Instance UID (0008,1155). */
    public static final int REFERENCED_SOP_INSTANCE_UID = 0x00081155;
    /** Referenced SOP Sequence (0008,1199). */
    public static final int REFERENCED_SOP_SEQUENCE = 0x00081199;
    /** Source Image Sequence (0008,2112). */
    public static final int SOURCE_IMAGE_SEQUENCE = 0x00082112;
    /** Recommended Display Frame Rate (0008,2144). */
    public static final int RECOMMENDED_DISPLAY_FRAME_RATE = 0x00082144;
    /** Frame Type (0008,9007). */
    public static final int FRAME_TYPE = 0x00089007;
    /** Complex Image Component (0008,9208). */
    public static final int COMPLEX_IMAGE_COMPONENT = 0x00089208;
    /** Derivation Code Sequence (0008,9215). */
    public static final int DERIVATION_CODE_SEQUENCE = 0x00089215;
    /** Patient's Name (0010,0010). */
    public static final int PATIENT_NAME = 0x00100010;
    /** Patient ID (0010,0020). */
    public static final int PATIENT_ID = 0x00100020;
    /** Patient's Sex (0010,0040). */
    public static final int PATIENT_SEX = 0x00100040;
    /** Patient's Size (0010,1020). */
    public static final int PATIENT_SIZE = 0x00101020;
    /** Patient's Weight (0010,1030). */
    public static final int PATIENT_WEIGHT = 0x00101030;
    /** Body Part Examined (0018,0015). */
    public static final int BODY_PART_EXAMINED = 0x00180015;
    /** Scanning Sequence (0018,0020). */
    public static final int SCANNING_SEQUENCE = 0x00180020;
    /** Cine Rate (0018,0040). */
    public static final int CINE_RATE = 0x00180040;
    /** Slice Thickness (0018,0050). */
    public static final int SLICE_THICKNESS = 0x00180050;
    /** KVP (0018,0060). */
    public static final int KVP = 0x00180060;
    /** Repetition Time (0018,0080). */
    public static final int REPETITION_TIME = 0x00180080;
    /** Echo Time (0018,0081). */
    public static final int ECHO_TIME = 0x00180081;
    /** Inversion Time (0018,0082). */
    public static final int INVERSION_TIME = 0x00180082;
    /** Echo Number(s) (0018,0086). */
    public static final int ECHO_NUMBERS = 0x00180086;
    /** Spacing Between Slices (0018,0088). */
    public static final int SPACING_BETWEEN_SLICES = 0x00180088;
    /** Trigger Time (0018,1060). */
    public static final int TRIGGER_TIME = 0x00181060;
    /** Frame Time (0018,1063). */
    public static final int FRAME_TIME = 0x00181063;
    /** Frame Time Vector (0018,1065). */
    public static final int FRAME_TIME_VECTOR = 0x00181065;
    /** Radiopharmaceutical Start Time (0018,1072). */
    public static final int RADIOPHARMACEUTICAL_START_TIME = 0x00181072;
    /** Radionuclide Total Dose (0018,1074). */
    public static final int RADIONUCLIDE_TOTAL_DOSE = 0x00181074;
    /** Radionuclide Half Life (0018,1075). */
    public static final int RADIONUCLIDE_HALF_LIFE = 0x00181075;
    /** Radiopharmaceutical Start DateTime (0018,1078). */
    public static final int RADIOPHARMACEUTICAL_START_DATE_TIME = 0x00181078;
    /** Estimated Radiographic Magnification Factor (0018,1114). */
    public static final int ESTIMATED_RADIOGRAPHIC_MAGNIFICATION_FACTOR = 0x00181114;
    /** Imager Pixel Spacing (0018,1164). */
    public static final int IMAGER_PIXEL_SPACING = 0x00181164;
    /** Convolution Kernel (0018,1210). */
    public static final int CONVOLUTION_KERNEL = 0x00181210;
    /** Actual Frame Duration (0018,1242). */
    public static final int ACTUAL_FRAME_DURATION = 0x00181242;
    /** Flip Angle (0018,1314). */
    public static final int FLIP_ANGLE = 0x00181314;
    /** Nominal Scanned Pixel Spacing (0018,2010). */
    public static final int NOMINAL_SCANNED_PIXEL_SPACING = 0x00182010;
    /** Sequence of Ultrasound Regions (0018,6011). */
    public static final int SEQUENCE_OF_ULTRASOUND_REGIONS = 0x00186011;
    /** Region Spatial Format (0018,6012). */
    public static final int REGION_SPATIAL_FORMAT = 0x00186012;
    /** Region Location Min X0 (0018,6018). */
    public static final int REGION_LOCATION_MIN_X0 = 0x00186018;
    /** Reference Pixel X0 (0018,6020). */
    public static final int REFERENCE_PIXEL_X0 = 0x00186020;
    /** Physical Units X Direction (0018,6024). */
    public static final int PHYSICAL_UNITS_X_DIRECTION = 0x00186024;
    /** Physical Units Y Direction (0018,6026). */
    public static final int PHYSICAL_UNITS_Y_DIRECTION = 0x00186026;
    /** Physical Delta X (0018,602C). */
    public static final int PHYSICAL_DELTA_X = 0x0018602C;
    /** Physical Delta Y (0018,602E). */
    public static final int PHYSICAL_DELTA_Y = 0x0018602E;
    /** Echo Planar Pulse Sequence (0018,9018). */
    public static final int ECHO_PLANAR_PULSE_SEQUENCE = 0x00189018;
    /** Frame Acquisition DateTime (0018,9074). */
    public static final int FRAME_ACQUISITION_DATE_TIME = 0x00189074;
    /** Diffusion Gradient Direction Sequence (0018,9076). */
    public static final int DIFFUSION_GRADIENT_DIRECTION_SEQUENCE = 0x00189076;
    /** Effective Echo Time (0018,9082). */
    public static final int EFFECTIVE_ECHO_TIME = 0x00189082;
    /** Diffusion b-value (0018,9087). */
    public static final int DIFFUSION_B_VALUE = 0x00189087;
    /** Diffusion Gradient Orientation (0018,9089). */
    public static final int DIFFUSION_GRADIENT_ORIENTATION = 0x00189089;
    /** MR Timing and Related Parameters Sequence (0018,9112). */
    public static final int MR_TIMING_AND_RELATED_PARAMETERS_SEQUENCE = 0x00189112;
    /** MR Echo Sequence (0018,9114). */
    public static final int MR_ECHO_SEQUENCE = 0x00189114;
    /** MR Diffusion Sequence (0018,9117). */
    public static final int MR_DIFFUSION_SEQUENCE = 0x00189117;
    /** Cardiac Synchronization Sequence (0018,9118). */
    public static final int CARDIAC_SYNCHRONIZATION_SEQUENCE = 0x00189118;
    /** MR Image Frame Type Sequence (0018,9226). */
    public static final int MR_IMAGE_FRAME_TYPE_SEQUENCE = 0x00189226;
    /** Gradient Echo Train Length (0018,9241). */
    public static final int GRADIENT_ECHO_TRAIN_LENGTH = 0x00189241;
    /** CT X-Ray Details Sequence (0018,9325). */
    public static final int CTX_RAY_DETAILS_SEQUENCE = 0x00189325;
    /** CT Image Frame Type Sequence (0018,9329). */
    public static final int CT_IMAGE_FRAME_TYPE_SEQUENCE = 0x00189329;
    /** Calcium Scoring Mass Factor Device (0018,9352). */
    public static final int CALCIUM_SCORING_MASS_FACTOR_DEVICE = 0x00189352;
    /** PET Frame Type Sequence (0018,9751). */
    public static final int PET_FRAME_TYPE_SEQUENCE = 0x00189751;
    /** Study Instance UID (0020,000D). */
    public static final int STUDY_INSTANCE_UID = 0x0020000D;
    /** Series Instance UID (0020,000E). */
    public static final int SERIES_INSTANCE_UID = 0x0020000E;
    /** Series Number (0020,0011). */
    public static final int SERIES_NUMBER = 0x00200011;
    /** Acquisition Number (0020,0012). */
    public static final int ACQUISITION_NUMBER = 0x00200012;
    /** Instance Number (0020,0013). */
    public static final int INSTANCE_NUMBER = 0x00200013;
    /** Image Position (Patient) (0020,0032). */
    public static final int IMAGE_POSITION_PATIENT = 0x00200032;
    /** Image Orientation (Patient) (0020,0037). */
    public static final int IMAGE_ORIENTATION_PATIENT = 0x00200037;
    /** Frame of Reference UID (0020,0052). */
    public static final int FRAME_OF_REFERENCE_UID = 0x00200052;
    /** Temporal Position Identifier (0020,0100). */
    public static final int TEMPORAL_POSITION_IDENTIFIER = 0x00200100;
    /** Slice Location (0020,1041). */
    public static final int SLICE_LOCATION = 0x00201041;
    /** Image Comments (0020,4000). */
    public static final int IMAGE_COMMENTS = 0x00204000;
    /** Stack ID (0020,9056). */
    public static final int STACK_ID = 0x00209056;
    /** In-Stack Position Number (0020,9057). */
    public static final int IN_STACK_POSITION_NUMBER = 0x00209057;
    /** Frame Content Sequence (0020,9111). */
    public static final int FRAME_CONTENT_SEQUENCE = 0x00209111;
    /** Plane Position Sequence (0020,9113). */
    public static final int PLANE_POSITION_SEQUENCE = 0x00209113;
    /** Plane Orientation Sequence (0020,9116). */
    public static final int PLANE_ORIENTATION_SEQUENCE = 0x00209116;
    /** Temporal Position Index (0020,9128). */
    public static final int TEMPORAL_POSITION_INDEX = 0x00209128;
    /** Nominal Cardiac Trigger Delay Time (0020,9153). */
    public static final int NOMINAL_CARDIAC_TRIGGER_DELAY_TIME = 0x00209153;
    /** Frame Acquisition Number (0020,9156). */
    public static final int FRAME_ACQUISITION_NUMBER = 0x00209156;
    /** Dimension Index Values (0020,9157). */
    public static final int DIMENSION_INDEX_VALUES = 0x00209157;
    /** Concatenation UID (0020,9161). */
    public static final int CONCATENATION_UID = 0x00209161;
    /** Dimension Index Pointer (0020,9165). */
    public static final int DIMENSION_INDEX_POINTER = 0x00209165;
    /** Dimension Index Sequence (0020,9222). */
    public static final int DIMENSION_INDEX_SEQUENCE = 0x00209222;
    /** Nominal Percentage of Cardiac Phase (0020,9241). */
    public static final int NOMINAL_PERCENTAGE_OF_CARDIAC_PHASE = 0x00209241;
    /** Nominal Percentage of Respiratory Phase (0020,9245). */
    public static final int NOMINAL_PERCENTAGE_OF_RESPIRATORY_PHASE = 0x00209245;
    /** Respiratory Synchronization Sequence (0020,9253). */
    public static final int RESPIRATORY_SYNCHRONIZATION_SEQUENCE = 0x00209253;
    /** Temporal Position Time Offset (0020,930D). */
    public static final int TEMPORAL_POSITION_TIME_OFFSET = 0x0020930D;
    /** Temporal Position Sequence (0020,9310). */
    public static final int TEMPORAL_POSITION_SEQUENCE = 0x00209310;
    /** Samples per Pixel (0028,0002). */
    public static final int SAMPLES_PER_PIXEL = 0x00280002;
    /** Photometric Interpretation (0028,0004). */
    public static final int PHOTOMETRIC_INTERPRETATION = 0x00280004;
    /** Planar Configuration (0028,0006). */
    public static final int PLANAR_CONFIGURATION = 0x00280006;
    /** Number of Frames (0028,0008). */
    public static final int NUMBER_OF_FRAMES = 0x00280008;
    /** Frame Increment Pointer (0028,0009). */
    public static final int FRAME_INCREMENT_POINTER = 0x00280009;
    /** Rows (0028,0010). */
    public static final int ROWS = 0x00280010;
    /** Columns (0028,0011). */
    public static final int COLUMNS = 0x00280011;
    /** Pixel Spacing (0028,0030). */
    public static final int PIXEL_SPACING = 0x00280030;
    /** Pixel Aspect Ratio (0028,0034). */
    public static final int PIXEL_ASPECT_RATIO = 0x00280034;
    /** Corrected Image (0028,0051). */
    public static final int CORRECTED_IMAGE = 0x00280051;
    /** Bits Allocated (0028,0100). */
    public static final int BITS_ALLOCATED = 0x00280100;
    /** Bits Stored (0028,0101). */
    public static final int BITS_STORED = 0x00280101;
    /** High Bit (0028,0102). */
    public static final int HIGH_BIT = 0x00280102;
    /** Pixel Representation (0028,0103). */
    public static final int PIXEL_REPRESENTATION = 0x00280103;
    /** Smallest Image Pixel Value (0028,0106). */
    public static final int SMALLEST_IMAGE_PIXEL_VALUE = 0x00280106;
    /** Pixel Padding Value (0028,0120). */
    public static final int PIXEL_PADDING_VALUE = 0x00280120;
    /** Pixel Padding Range Limit (0028,0121). */
    public static final int PIXEL_PADDING_RANGE_LIMIT = 0x00280121;
    /** Float Pixel Padding Value (0028,0122). */
    public static final int FLOAT_PIXEL_PADDING_VALUE = 0x00280122;
    /** Double Float Pixel Padding Value (0028,0123). */
    public static final int DOUBLE_FLOAT_PIXEL_PADDING_VALUE = 0x00280123;
    /** Float Pixel Padding Range Limit (0028,0124). */
    public static final int FLOAT_PIXEL_PADDING_RANGE_LIMIT = 0x00280124;
    /** Double Float Pixel Padding Range Limit (0028,0125). */
    public static final int DOUBLE_FLOAT_PIXEL_PADDING_RANGE_LIMIT = 0x00280125;
    /** Burned In Annotation (0028,0301). */
    public static final int BURNED_IN_ANNOTATION = 0x00280301;
    /** Window Center (0028,1050). */
    public static final int WINDOW_CENTER = 0x00281050;
    /** Window Width (0028,1051). */
    public static final int WINDOW_WIDTH = 0x00281051;
    /** Rescale Intercept (0028,1052). */
    public static final int RESCALE_INTERCEPT = 0x00281052;
    /** Rescale Slope (0028,1053). */
    public static final int RESCALE_SLOPE = 0x00281053;
    /** Rescale Type (0028,1054). */
    public static final int RESCALE_TYPE = 0x00281054;
    /** Window Center &amp; Width Explanation (0028,1055). */
    public static final int WINDOW_CENTER_WIDTH_EXPLANATION = 0x00281055;
    /** VOI LUT Function (0028,1056). */
    public static final int VOILUT_FUNCTION = 0x00281056;
    /** Red Palette Color Lookup Table Descriptor (0028,1101). */
    public static final int RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR = 0x00281101;
    /** Green Palette Color Lookup Table Descriptor (0028,1102). */
    public static final int GREEN_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR = 0x00281102;
    /** Blue Palette Color Lookup Table Descriptor (0028,1103). */
    public static final int BLUE_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR = 0x00281103;
    /** Red Palette Color Lookup Table Data (0028,1201). */
    public static final int RED_PALETTE_COLOR_LOOKUP_TABLE_DATA = 0x00281201;
    /** Segmented Red Palette Color Lookup Table Data (0028,1221). */
    public static final int SEGMENTED_RED_PALETTE_COLOR_LOOKUP_TABLE_DATA = 0x00281221;
    /** Modality LUT Sequence (0028,3000). */
    public static final int MODALITY_LUT_SEQUENCE = 0x00283000;
    /** LUT Descriptor (0028,3002). */
    public static final int LUT_DESCRIPTOR = 0x00283002;
    /** LUT Explanation (0028,3003). */
    public static final int LUT_EXPLANATION = 0x00283003;
    /** Modality LUT Type (0028,3004). */
    public static final int MODALITY_LUT_TYPE = 0x00283004;
    /** LUT Data (0028,3006). */
    public static final int LUT_DATA = 0x00283006;
    /** VOI LUT Sequence (0028,3010). */
    public static final int VOILUT_SEQUENCE = 0x00283010;
    /** Pixel Data Provider URL (0028,7FE0). */
    public static final int PIXEL_DATA_PROVIDER_URL = 0x00287FE0;
    /** Pixel Measures Sequence (0028,9110). */
    public static final int PIXEL_MEASURES_SEQUENCE = 0x00289110;
    /** Frame VOI LUT Sequence (0028,9132). */
    public static final int FRAME_VOILUT_SEQUENCE = 0x00289132;
    /** Pixel Value Transformation Sequence (0028,9145). */
    public static final int PIXEL_VALUE_TRANSFORMATION_SEQUENCE = 0x00289145;
    /** Scheduled Procedure Step Description (0040,0007). */
    public static final int SCHEDULED_PROCEDURE_STEP_DESCRIPTION = 0x00400007;
    /** Request Attributes Sequence (0040,0275). */
    public static final int REQUEST_ATTRIBUTES_SEQUENCE = 0x00400275;
    /** Protocol Context Sequence (0040,0440). */
    public static final int PROTOCOL_CONTEXT_SEQUENCE = 0x00400440;
    /** Content Item Modifier Sequence (0040,0441). */
    public static final int CONTENT_ITEM_MODIFIER_SEQUENCE = 0x00400441;
    /** Acquisition Context Sequence (0040,0555). */
    public static final int ACQUISITION_CONTEXT_SEQUENCE = 0x00400555;
    /** Measurement Units Code Sequence (0040,08EA). */
    public static final int MEASUREMENT_UNITS_CODE_SEQUENCE = 0x004008EA;
    /** Real World Value Mapping Sequence (0040,9096). */
    public static final int REAL_WORLD_VALUE_MAPPING_SEQUENCE = 0x00409096;
    /** Real World Value Last Value Mapped (0040,9211). */
    public static final int REAL_WORLD_VALUE_LAST_VALUE_MAPPED = 0x00409211;
    /** Real World Value LUT Data (0040,9212). */
    public static final int REAL_WORLD_VALUE_LUT_DATA = 0x00409212;
    /** Real World Value First Value Mapped (0040,9216). */
    public static final int REAL_WORLD_VALUE_FIRST_VALUE_MAPPED = 0x00409216;
    /** Real World Value Intercept (0040,9224). */
    public static final int REAL_WORLD_VALUE_INTERCEPT = 0x00409224;
    /** Real World Value Slope (0040,9225). */
    public static final int REAL_WORLD_VALUE_SLOPE = 0x00409225;
    /** Content Sequence (0040,A730). */
    public static final int CONTENT_SEQUENCE = 0x0040A730;
    /** Encapsulated Document (0042,0011). */
    public static final int ENCAPSULATED_DOCUMENT = 0x00420011;
    /** Encapsulated Document Length (0042,0015). */
    public static final int ENCAPSULATED_DOCUMENT_LENGTH = 0x00420015;
    /** Energy Window Vector (0054,0010). */
    public static final int ENERGY_WINDOW_VECTOR = 0x00540010;
    /** Radiopharmaceutical Information Sequence (0054,0016). */
    public static final int RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE = 0x00540016;
    /** Energy Window Number (0054,0308). */
    public static final int ENERGY_WINDOW_NUMBER = 0x00540308;
    /** Units (0054,1001). */
    public static final int UNITS = 0x00541001;
    /** SUV Type (0054,1006). */
    public static final int SUV_TYPE = 0x00541006;
    /** Decay Correction (0054,1102). */
    public static final int DECAY_CORRECTION = 0x00541102;
    /** Frame Reference Time (0054,1300). */
    public static final int FRAME_REFERENCE_TIME = 0x00541300;
    /** Segment Identification Sequence (0062,000A). */
    public static final int SEGMENT_IDENTIFICATION_SEQUENCE = 0x0062000A;
    /** Referenced Segment Number (0062,000B). */
    public static final int REFERENCED_SEGMENT_NUMBER = 0x0062000B;
    /** Point Coordinates Data (0066,0016). */
    public static final int POINT_COORDINATES_DATA = 0x00660016;
    /** Double Point Coordinates Data (0066,0022). */
    public static final int DOUBLE_POINT_COORDINATES_DATA = 0x00660022;
    /** Triangle Point Index List (0066,0023). */
    public static final int TRIANGLE_POINT_INDEX_LIST = 0x00660023;
    /** Long Primitive Point Index List (0066,0040). */
    public static final int LONG_PRIMITIVE_POINT_INDEX_LIST = 0x00660040;
    /** Icon Image Sequence (0088,0200). */
    public static final int ICON_IMAGE_SEQUENCE = 0x00880200;
    /** Presentation LUT Shape (2050,0020). */
    public static final int PRESENTATION_LUT_SHAPE = 0x20500020;
    /** Image Plane Pixel Spacing (3002,0011). */
    public static final int IMAGE_PLANE_PIXEL_SPACING = 0x30020011;
    /** Radiation Machine SAD (3002,0022). */
    public static final int RADIATION_MACHINE_SAD = 0x30020022;
    /** RT Image SID (3002,0026). */
    public static final int RT_IMAGE_SID = 0x30020026;
    /** Dose Units (3004,0002). */
    public static final int DOSE_UNITS = 0x30040002;
    /** Grid Frame Offset Vector (3004,000C). */
    public static final int GRID_FRAME_OFFSET_VECTOR = 0x3004000C;
    /** Dose Grid Scaling (3004,000E). */
    public static final int DOSE_GRID_SCALING = 0x3004000E;
    /** Shared Functional Groups Sequence (5200,9229). */
    public static final int SHARED_FUNCTIONAL_GROUPS_SEQUENCE = 0x52009229;
    /** Per-Frame Functional Groups Sequence (5200,9230). */
    public static final int PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE = 0x52009230;
    /** Extended Offset Table (7FE0,0001). */
    public static final int EXTENDED_OFFSET_TABLE = 0x7FE00001;
    /** Extended Offset Table Lengths (7FE0,0002). */
    public static final int EXTENDED_OFFSET_TABLE_LENGTHS = 0x7FE00002;
    /** Float Pixel Data (7FE0,0008). */
    public static final int FLOAT_PIXEL_DATA = 0x7FE00008;
    /** Double Float Pixel Data (7FE0,0009). */
    public static final int DOUBLE_FLOAT_PIXEL_DATA = 0x7FE00009;
    /** Pixel Data (7FE0,0010). */
    public static final int PIXEL_DATA = 0x7FE00010;
    /** Digital Signatures Sequence (FFFA,FFFA). */
    public static final int DIGITAL_SIGNATURES_SEQUENCE = 0xFFFAFFFA;
    /** Data Set Trailing Padding (FFFC,FFFC). */
    public static final int DATA_SET_TRAILING_PADDING = 0xFFFCFFFC;
    /** Item (FFFE,E000). */
    public static final int ITEM = 0xFFFEE000;
    /** Item Delimitation Item (FFFE,E00D). */
    public static final int ITEM_DELIMITATION_ITEM = 0xFFFEE00D;
    /** Sequence Delimitation Item (FFFE,E0DD). */
    public static final int SEQUENCE_DELIMITATION_ITEM = 0xFFFEE0DD;

    private Tag() {}

    /**
     * Combines group and element.
     *
     * @param group 0 to 0xFFFF
     * @param element 0 to 0xFFFF
     * @return the tag
     */
    public static int of(int group, int element) {
        return group << 16 | element & 0xFFFF;
    }

    /**
     * Returns the group of a tag.
     *
     * @param tag any tag
     * @return 0 to 0xFFFF
     */
    public static int group(int tag) {
        return tag >>> 16;
    }

    /**
     * Returns the element of a tag.
     *
     * @param tag any tag
     * @return 0 to 0xFFFF
     */
    public static int element(int tag) {
        return tag & 0xFFFF;
    }

    /**
     * Returns whether a tag is private: its group is odd, and a vendor defines the element (PS3.5 7.8).
     *
     * @param tag any tag
     * @return whether it is private
     */
    public static boolean isPrivate(int tag) {
        return (tag & 0x00010000) != 0;
    }

    /**
     * Formats a tag as in the standard.
     *
     * @param tag any tag
     * @return {@code (GGGG,EEEE)} in hexadecimal
     */
    public static String toString(int tag) {
        char[] text = "(gggg,eeee)".toCharArray();
        for (int digit = 0; digit < 4; digit++) {
            text[1 + digit] = HEX[tag >>> 28 - 4 * digit & 0xF];
            text[6 + digit] = HEX[tag >>> 12 - 4 * digit & 0xF];
        }
        return new String(text);
    }

    private static final char[] HEX = "0123456789ABCDEF".toCharArray();
}
