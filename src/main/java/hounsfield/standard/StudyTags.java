package hounsfield.standard;

/** Tags up to group 0010: file, study, series, equipment and patient. Read them as members of {@link Tag}. */
interface StudyTags {
    /** File Meta Information Group Length (0002,0000). */
    int FILE_META_INFORMATION_GROUP_LENGTH = 0x00020000;
    /** File Meta Information Version (0002,0001). */
    int FILE_META_INFORMATION_VERSION = 0x00020001;
    /** Media Storage SOP Class UID (0002,0002). */
    int MEDIA_STORAGE_SOP_CLASS_UID = 0x00020002;
    /** Media Storage SOP Instance UID (0002,0003). */
    int MEDIA_STORAGE_SOP_INSTANCE_UID = 0x00020003;
    /** Transfer Syntax UID (0002,0010). */
    int TRANSFER_SYNTAX_UID = 0x00020010;
    /** Implementation Class UID (0002,0012). */
    int IMPLEMENTATION_CLASS_UID = 0x00020012;
    /** Implementation Version Name (0002,0013). */
    int IMPLEMENTATION_VERSION_NAME = 0x00020013;
    /** Source Application Entity Title (0002,0016). */
    int SOURCE_APPLICATION_ENTITY_TITLE = 0x00020016;
    /** Private Information Creator UID (0002,0100). */
    int PRIVATE_INFORMATION_CREATOR_UID = 0x00020100;
    /** Private Information (0002,0102). */
    int PRIVATE_INFORMATION = 0x00020102;
    /** File-set ID (0004,1130). */
    int FILE_SET_ID = 0x00041130;
    /** Offset of the First Directory Record of the Root Directory Entity (0004,1200). */
    int OFFSET_OF_THE_FIRST_DIRECTORY_RECORD_OF_THE_ROOT_DIRECTORY_ENTITY = 0x00041200;
    /** Directory Record Sequence (0004,1220). */
    int DIRECTORY_RECORD_SEQUENCE = 0x00041220;
    /** Record In-use Flag (0004,1410). */
    int RECORD_IN_USE_FLAG = 0x00041410;
    /** Directory Record Type (0004,1430). */
    int DIRECTORY_RECORD_TYPE = 0x00041430;
    /** Referenced File ID (0004,1500). */
    int REFERENCED_FILE_ID = 0x00041500;
    /** Length to End (0008,0001). */
    int LENGTH_TO_END = 0x00080001;
    /** Specific Character Set (0008,0005). */
    int SPECIFIC_CHARACTER_SET = 0x00080005;
    /** Image Type (0008,0008). */
    int IMAGE_TYPE = 0x00080008;
    /** Recognition Code (0008,0010). */
    int RECOGNITION_CODE = 0x00080010;
    /** SOP Class UID (0008,0016). */
    int SOP_CLASS_UID = 0x00080016;
    /** SOP Instance UID (0008,0018). */
    int SOP_INSTANCE_UID = 0x00080018;
    /** Study Date (0008,0020). */
    int STUDY_DATE = 0x00080020;
    /** Series Date (0008,0021). */
    int SERIES_DATE = 0x00080021;
    /** Acquisition Date (0008,0022). */
    int ACQUISITION_DATE = 0x00080022;
    /** Content Date (0008,0023). */
    int CONTENT_DATE = 0x00080023;
    /** Acquisition DateTime (0008,002A). */
    int ACQUISITION_DATE_TIME = 0x0008002A;
    /** Series Time (0008,0031). */
    int SERIES_TIME = 0x00080031;
    /** Acquisition Time (0008,0032). */
    int ACQUISITION_TIME = 0x00080032;
    /** Content Time (0008,0033). */
    int CONTENT_TIME = 0x00080033;
    /** Accession Number (0008,0050). */
    int ACCESSION_NUMBER = 0x00080050;
    /** Modality (0008,0060). */
    int MODALITY = 0x00080060;
    /** Institution Name (0008,0080). */
    int INSTITUTION_NAME = 0x00080080;
    /** Code Value (0008,0100). */
    int CODE_VALUE = 0x00080100;
    /** Code Meaning (0008,0104). */
    int CODE_MEANING = 0x00080104;
    /** Long Code Value (0008,0119). */
    int LONG_CODE_VALUE = 0x00080119;
    /** Timezone Offset From UTC (0008,0201). */
    int TIMEZONE_OFFSET_FROM_UTC = 0x00080201;
    /** Study Description (0008,1030). */
    int STUDY_DESCRIPTION = 0x00081030;
    /** Series Description (0008,103E). */
    int SERIES_DESCRIPTION = 0x0008103E;
    /** Referenced Series Sequence (0008,1115). */
    int REFERENCED_SERIES_SEQUENCE = 0x00081115;
    /** Referenced Image Sequence (0008,1140). */
    int REFERENCED_IMAGE_SEQUENCE = 0x00081140;
    /** Referenced SOP Instance UID (0008,1155). */
    int REFERENCED_SOP_INSTANCE_UID = 0x00081155;
    /** Referenced SOP Sequence (0008,1199). */
    int REFERENCED_SOP_SEQUENCE = 0x00081199;
    /** Derivation Description (0008,2111). */
    int DERIVATION_DESCRIPTION = 0x00082111;
    /** Source Image Sequence (0008,2112). */
    int SOURCE_IMAGE_SEQUENCE = 0x00082112;
    /** Recommended Display Frame Rate (0008,2144). */
    int RECOMMENDED_DISPLAY_FRAME_RATE = 0x00082144;
    /** Irradiation Event UID (0008,3010). */
    int IRRADIATION_EVENT_UID = 0x00083010;
    /** Frame Type (0008,9007). */
    int FRAME_TYPE = 0x00089007;
    /** Complex Image Component (0008,9208). */
    int COMPLEX_IMAGE_COMPONENT = 0x00089208;
    /** Derivation Code Sequence (0008,9215). */
    int DERIVATION_CODE_SEQUENCE = 0x00089215;
    /** Patient's Name (0010,0010). */
    int PATIENT_NAME = 0x00100010;
    /** Patient ID (0010,0020). */
    int PATIENT_ID = 0x00100020;
    /** Patient's Sex (0010,0040). */
    int PATIENT_SEX = 0x00100040;
    /** Patient's Age (0010,1010). */
    int PATIENT_AGE = 0x00101010;
    /** Patient's Size (0010,1020). */
    int PATIENT_SIZE = 0x00101020;
    /** Patient's Weight (0010,1030). */
    int PATIENT_WEIGHT = 0x00101030;
}
