package hounsfield.standard;

/** Tags of attributes that identify, and of attributes about their removal. Read them as members of {@link Tag}. */
interface IdentityTags {
    /** Manufacturer (0008,0070). */
    int MANUFACTURER = 0x00080070;
    /** Institution Address (0008,0081). */
    int INSTITUTION_ADDRESS = 0x00080081;
    /** Referring Physician's Name (0008,0090). */
    int REFERRING_PHYSICIAN_NAME = 0x00080090;
    /** Station Name (0008,1010). */
    int STATION_NAME = 0x00081010;
    /** Manufacturer's Model Name (0008,1090). */
    int MANUFACTURER_MODEL_NAME = 0x00081090;
    /** Referenced Study Sequence (0008,1110). */
    int REFERENCED_STUDY_SEQUENCE = 0x00081110;
    /** Referenced Performed Procedure Step Sequence (0008,1111). */
    int REFERENCED_PERFORMED_PROCEDURE_STEP_SEQUENCE = 0x00081111;
    /** Referenced Patient Sequence (0008,1120). */
    int REFERENCED_PATIENT_SEQUENCE = 0x00081120;
    /** Patient's Birth Date (0010,0030). */
    int PATIENT_BIRTH_DATE = 0x00100030;
    /** Other Patient IDs (0010,1000). */
    int OTHER_PATIENT_I_DS = 0x00101000;
    /** Patient's Address (0010,1040). */
    int PATIENT_ADDRESS = 0x00101040;
    /** Patient's Telephone Numbers (0010,2154). */
    int PATIENT_TELEPHONE_NUMBERS = 0x00102154;
    /** Patient Identity Removed (0012,0062). */
    int PATIENT_IDENTITY_REMOVED = 0x00120062;
    /** De-identification Method (0012,0063). */
    int DEIDENTIFICATION_METHOD = 0x00120063;
    /** De-identification Method Code Sequence (0012,0064). */
    int DEIDENTIFICATION_METHOD_CODE_SEQUENCE = 0x00120064;
    /** Device Setting Description (0016,004B). */
    int DEVICE_SETTING_DESCRIPTION = 0x0016004B;
    /** Software Versions (0018,1020). */
    int SOFTWARE_VERSIONS = 0x00181020;
    /** Study ID (0020,0010). */
    int STUDY_ID = 0x00200010;
    /** Recognizable Visual Features (0028,0302). */
    int RECOGNIZABLE_VISUAL_FEATURES = 0x00280302;
    /** Longitudinal Temporal Information Modified (0028,0303). */
    int LONGITUDINAL_TEMPORAL_INFORMATION_MODIFIED = 0x00280303;
    /** Admission ID (0038,0010). */
    int ADMISSION_ID = 0x00380010;
    /** Person Name (0040,A123). */
    int PERSON_NAME = 0x0040A123;
    /** Text Value (0040,A160). */
    int TEXT_VALUE = 0x0040A160;
    /** Selector AE Value (0072,005E). */
    int SELECTOR_AE_VALUE = 0x0072005E;
    /** Selector Code Sequence Value (0072,0080). */
    int SELECTOR_CODE_SEQUENCE_VALUE = 0x00720080;
    /** Encrypted Attributes Sequence (0400,0500). */
    int ENCRYPTED_ATTRIBUTES_SEQUENCE = 0x04000500;
    /** MAC Parameters Sequence (4FFE,0001). */
    int MAC_PARAMETERS_SEQUENCE = 0x4FFE0001;
    /** Unformatted Text Value (0070,0006). */
    int UNFORMATTED_TEXT_VALUE = 0x00700006;
    /** Graphic Layer Description (0070,0068). */
    int GRAPHIC_LAYER_DESCRIPTION = 0x00700068;
    /** Graphic Annotation Sequence (0070,0001). */
    int GRAPHIC_ANNOTATION_SEQUENCE = 0x00700001;
    /** Overlay Description (6000,0022). */
    int OVERLAY_DESCRIPTION = 0x60000022;
    /** Overlay Label (6000,1500). */
    int OVERLAY_LABEL = 0x60001500;
    /** Encapsulated Pixel Data Value Total Length (7FE0,0003). */
    int ENCAPSULATED_PIXEL_DATA_VALUE_TOTAL_LENGTH = 0x7FE00003;
}
