package hounsfield.standard;

/** Tags of groups 0018 to 0020: acquisition, and relation to other images. Read them as members of {@link Tag}. */
interface AcquisitionTags {
    /** Body Part Examined (0018,0015). */
    int BODY_PART_EXAMINED = 0x00180015;
    /** Scanning Sequence (0018,0020). */
    int SCANNING_SEQUENCE = 0x00180020;
    /** Cine Rate (0018,0040). */
    int CINE_RATE = 0x00180040;
    /** Slice Thickness (0018,0050). */
    int SLICE_THICKNESS = 0x00180050;
    /** KVP (0018,0060). */
    int KVP = 0x00180060;
    /** Repetition Time (0018,0080). */
    int REPETITION_TIME = 0x00180080;
    /** Echo Time (0018,0081). */
    int ECHO_TIME = 0x00180081;
    /** Inversion Time (0018,0082). */
    int INVERSION_TIME = 0x00180082;
    /** Echo Number(s) (0018,0086). */
    int ECHO_NUMBERS = 0x00180086;
    /** Spacing Between Slices (0018,0088). */
    int SPACING_BETWEEN_SLICES = 0x00180088;
    /** Trigger Time (0018,1060). */
    int TRIGGER_TIME = 0x00181060;
    /** Frame Time (0018,1063). */
    int FRAME_TIME = 0x00181063;
    /** Frame Time Vector (0018,1065). */
    int FRAME_TIME_VECTOR = 0x00181065;
    /** Radiopharmaceutical Start Time (0018,1072). */
    int RADIOPHARMACEUTICAL_START_TIME = 0x00181072;
    /** Radionuclide Total Dose (0018,1074). */
    int RADIONUCLIDE_TOTAL_DOSE = 0x00181074;
    /** Radionuclide Half Life (0018,1075). */
    int RADIONUCLIDE_HALF_LIFE = 0x00181075;
    /** Radiopharmaceutical Start DateTime (0018,1078). */
    int RADIOPHARMACEUTICAL_START_DATE_TIME = 0x00181078;
    /** Estimated Radiographic Magnification Factor (0018,1114). */
    int ESTIMATED_RADIOGRAPHIC_MAGNIFICATION_FACTOR = 0x00181114;
    /** Imager Pixel Spacing (0018,1164). */
    int IMAGER_PIXEL_SPACING = 0x00181164;
    /** Convolution Kernel (0018,1210). */
    int CONVOLUTION_KERNEL = 0x00181210;
    /** Actual Frame Duration (0018,1242). */
    int ACTUAL_FRAME_DURATION = 0x00181242;
    /** Flip Angle (0018,1314). */
    int FLIP_ANGLE = 0x00181314;
    /** Nominal Scanned Pixel Spacing (0018,2010). */
    int NOMINAL_SCANNED_PIXEL_SPACING = 0x00182010;
    /** Sequence of Ultrasound Regions (0018,6011). */
    int SEQUENCE_OF_ULTRASOUND_REGIONS = 0x00186011;
    /** Region Spatial Format (0018,6012). */
    int REGION_SPATIAL_FORMAT = 0x00186012;
    /** Region Location Min X0 (0018,6018). */
    int REGION_LOCATION_MIN_X0 = 0x00186018;
    /** Reference Pixel X0 (0018,6020). */
    int REFERENCE_PIXEL_X0 = 0x00186020;
    /** Physical Units X Direction (0018,6024). */
    int PHYSICAL_UNITS_X_DIRECTION = 0x00186024;
    /** Physical Units Y Direction (0018,6026). */
    int PHYSICAL_UNITS_Y_DIRECTION = 0x00186026;
    /** Physical Delta X (0018,602C). */
    int PHYSICAL_DELTA_X = 0x0018602C;
    /** Physical Delta Y (0018,602E). */
    int PHYSICAL_DELTA_Y = 0x0018602E;
    /** Echo Planar Pulse Sequence (0018,9018). */
    int ECHO_PLANAR_PULSE_SEQUENCE = 0x00189018;
    /** Frame Acquisition DateTime (0018,9074). */
    int FRAME_ACQUISITION_DATE_TIME = 0x00189074;
    /** Diffusion Gradient Direction Sequence (0018,9076). */
    int DIFFUSION_GRADIENT_DIRECTION_SEQUENCE = 0x00189076;
    /** Effective Echo Time (0018,9082). */
    int EFFECTIVE_ECHO_TIME = 0x00189082;
    /** Diffusion b-value (0018,9087). */
    int DIFFUSION_B_VALUE = 0x00189087;
    /** Diffusion Gradient Orientation (0018,9089). */
    int DIFFUSION_GRADIENT_ORIENTATION = 0x00189089;
    /** MR Timing and Related Parameters Sequence (0018,9112). */
    int MR_TIMING_AND_RELATED_PARAMETERS_SEQUENCE = 0x00189112;
    /** MR Echo Sequence (0018,9114). */
    int MR_ECHO_SEQUENCE = 0x00189114;
    /** MR Diffusion Sequence (0018,9117). */
    int MR_DIFFUSION_SEQUENCE = 0x00189117;
    /** Cardiac Synchronization Sequence (0018,9118). */
    int CARDIAC_SYNCHRONIZATION_SEQUENCE = 0x00189118;
    /** Frame Acquisition Duration (0018,9220). */
    int FRAME_ACQUISITION_DURATION = 0x00189220;
    /** MR Image Frame Type Sequence (0018,9226). */
    int MR_IMAGE_FRAME_TYPE_SEQUENCE = 0x00189226;
    /** Gradient Echo Train Length (0018,9241). */
    int GRADIENT_ECHO_TRAIN_LENGTH = 0x00189241;
    /** CT Reconstruction Sequence (0018,9314). */
    int CT_RECONSTRUCTION_SEQUENCE = 0x00189314;
    /** CT X-Ray Details Sequence (0018,9325). */
    int CTX_RAY_DETAILS_SEQUENCE = 0x00189325;
    /** CT Image Frame Type Sequence (0018,9329). */
    int CT_IMAGE_FRAME_TYPE_SEQUENCE = 0x00189329;
    /** Calcium Scoring Mass Factor Device (0018,9352). */
    int CALCIUM_SCORING_MASS_FACTOR_DEVICE = 0x00189352;
    /** Decay Correction DateTime (0018,9701). */
    int DECAY_CORRECTION_DATE_TIME = 0x00189701;
    /** PET Frame Type Sequence (0018,9751). */
    int PET_FRAME_TYPE_SEQUENCE = 0x00189751;
    /** Decay Corrected (0018,9758). */
    int DECAY_CORRECTED = 0x00189758;
    /** Attenuation Corrected (0018,9759). */
    int ATTENUATION_CORRECTED = 0x00189759;
    /** Study Instance UID (0020,000D). */
    int STUDY_INSTANCE_UID = 0x0020000D;
    /** Series Instance UID (0020,000E). */
    int SERIES_INSTANCE_UID = 0x0020000E;
    /** Series Number (0020,0011). */
    int SERIES_NUMBER = 0x00200011;
    /** Acquisition Number (0020,0012). */
    int ACQUISITION_NUMBER = 0x00200012;
    /** Instance Number (0020,0013). */
    int INSTANCE_NUMBER = 0x00200013;
    /** Image Position (Patient) (0020,0032). */
    int IMAGE_POSITION_PATIENT = 0x00200032;
    /** Image Orientation (Patient) (0020,0037). */
    int IMAGE_ORIENTATION_PATIENT = 0x00200037;
    /** Frame of Reference UID (0020,0052). */
    int FRAME_OF_REFERENCE_UID = 0x00200052;
    /** Temporal Position Identifier (0020,0100). */
    int TEMPORAL_POSITION_IDENTIFIER = 0x00200100;
    /** Slice Location (0020,1041). */
    int SLICE_LOCATION = 0x00201041;
    /** Image Comments (0020,4000). */
    int IMAGE_COMMENTS = 0x00204000;
    /** Stack ID (0020,9056). */
    int STACK_ID = 0x00209056;
    /** In-Stack Position Number (0020,9057). */
    int IN_STACK_POSITION_NUMBER = 0x00209057;
    /** Frame Content Sequence (0020,9111). */
    int FRAME_CONTENT_SEQUENCE = 0x00209111;
    /** Plane Position Sequence (0020,9113). */
    int PLANE_POSITION_SEQUENCE = 0x00209113;
    /** Plane Orientation Sequence (0020,9116). */
    int PLANE_ORIENTATION_SEQUENCE = 0x00209116;
    /** Temporal Position Index (0020,9128). */
    int TEMPORAL_POSITION_INDEX = 0x00209128;
    /** Nominal Cardiac Trigger Delay Time (0020,9153). */
    int NOMINAL_CARDIAC_TRIGGER_DELAY_TIME = 0x00209153;
    /** Frame Acquisition Number (0020,9156). */
    int FRAME_ACQUISITION_NUMBER = 0x00209156;
    /** Dimension Index Values (0020,9157). */
    int DIMENSION_INDEX_VALUES = 0x00209157;
    /** Concatenation UID (0020,9161). */
    int CONCATENATION_UID = 0x00209161;
    /** Dimension Index Pointer (0020,9165). */
    int DIMENSION_INDEX_POINTER = 0x00209165;
    /** Unassigned Shared Converted Attributes Sequence (0020,9170). */
    int UNASSIGNED_SHARED_CONVERTED_ATTRIBUTES_SEQUENCE = 0x00209170;
    /** Unassigned Per-Frame Converted Attributes Sequence (0020,9171). */
    int UNASSIGNED_PER_FRAME_CONVERTED_ATTRIBUTES_SEQUENCE = 0x00209171;
    /** Dimension Index Sequence (0020,9222). */
    int DIMENSION_INDEX_SEQUENCE = 0x00209222;
    /** Nominal Percentage of Cardiac Phase (0020,9241). */
    int NOMINAL_PERCENTAGE_OF_CARDIAC_PHASE = 0x00209241;
    /** Nominal Percentage of Respiratory Phase (0020,9245). */
    int NOMINAL_PERCENTAGE_OF_RESPIRATORY_PHASE = 0x00209245;
    /** Respiratory Synchronization Sequence (0020,9253). */
    int RESPIRATORY_SYNCHRONIZATION_SEQUENCE = 0x00209253;
    /** Temporal Position Time Offset (0020,930D). */
    int TEMPORAL_POSITION_TIME_OFFSET = 0x0020930D;
    /** Temporal Position Sequence (0020,9310). */
    int TEMPORAL_POSITION_SEQUENCE = 0x00209310;
    /** Volume Frame of Reference UID (0020,9312). */
    int VOLUME_FRAME_OF_REFERENCE_UID = 0x00209312;
}
