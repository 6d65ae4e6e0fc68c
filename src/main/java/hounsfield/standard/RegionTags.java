package hounsfield.standard;

/** Tags of structure sets, segmentations and other objects that refer to images. Read them as members of {@link Tag}. */
interface RegionTags {
    /** Coding Scheme Designator (0008,0102). */
    int CODING_SCHEME_DESIGNATOR = 0x00080102;
    /** URN Code Value (0008,0120). */
    int URN_CODE_VALUE = 0x00080120;
    /** Referenced Instance Sequence (0008,114A). */
    int REFERENCED_INSTANCE_SEQUENCE = 0x0008114A;
    /** Referenced SOP Class UID (0008,1150). */
    int REFERENCED_SOP_CLASS_UID = 0x00081150;
    /** Referenced Frame Number (0008,1160). */
    int REFERENCED_FRAME_NUMBER = 0x00081160;
    /** Anatomic Region Sequence (0008,2218). */
    int ANATOMIC_REGION_SEQUENCE = 0x00082218;
    /** Derivation Image Sequence (0008,9124). */
    int DERIVATION_IMAGE_SEQUENCE = 0x00089124;
    /** Shutter Shape (0018,1600). */
    int SHUTTER_SHAPE = 0x00181600;
    /** Shutter Left Vertical Edge (0018,1602). */
    int SHUTTER_LEFT_VERTICAL_EDGE = 0x00181602;
    /** Shutter Right Vertical Edge (0018,1604). */
    int SHUTTER_RIGHT_VERTICAL_EDGE = 0x00181604;
    /** Shutter Upper Horizontal Edge (0018,1606). */
    int SHUTTER_UPPER_HORIZONTAL_EDGE = 0x00181606;
    /** Shutter Lower Horizontal Edge (0018,1608). */
    int SHUTTER_LOWER_HORIZONTAL_EDGE = 0x00181608;
    /** Center of Circular Shutter (0018,1610). */
    int CENTER_OF_CIRCULAR_SHUTTER = 0x00181610;
    /** Radius of Circular Shutter (0018,1612). */
    int RADIUS_OF_CIRCULAR_SHUTTER = 0x00181612;
    /** Vertices of the Polygonal Shutter (0018,1620). */
    int VERTICES_OF_THE_POLYGONAL_SHUTTER = 0x00181620;
    /** Shutter Presentation Value (0018,1622). */
    int SHUTTER_PRESENTATION_VALUE = 0x00181622;
    /** Shutter Overlay Group (0018,1623). */
    int SHUTTER_OVERLAY_GROUP = 0x00181623;
    /** Shutter Presentation Color CIELab Value (0018,1624). */
    int SHUTTER_PRESENTATION_COLOR_CIE_LAB_VALUE = 0x00181624;
    /** Dimension Organization Type (0020,9311). */
    int DIMENSION_ORGANIZATION_TYPE = 0x00209311;
    /** Softcopy VOI LUT Sequence (0028,3110). */
    int SOFTCOPY_VOILUT_SEQUENCE = 0x00283110;
    /** Mask Subtraction Sequence (0028,6100). */
    int MASK_SUBTRACTION_SEQUENCE = 0x00286100;
    /** Value Type (0040,A040). */
    int VALUE_TYPE = 0x0040A040;
    /** Concept Name Code Sequence (0040,A043). */
    int CONCEPT_NAME_CODE_SEQUENCE = 0x0040A043;
    /** UID (0040,A124). */
    int UID = 0x0040A124;
    /** Concept Code Sequence (0040,A168). */
    int CONCEPT_CODE_SEQUENCE = 0x0040A168;
    /** Measured Value Sequence (0040,A300). */
    int MEASURED_VALUE_SEQUENCE = 0x0040A300;
    /** Numeric Value Qualifier Code Sequence (0040,A301). */
    int NUMERIC_VALUE_QUALIFIER_CODE_SEQUENCE = 0x0040A301;
    /** Numeric Value (0040,A30A). */
    int NUMERIC_VALUE = 0x0040A30A;
    /** Total Pixel Matrix Columns (0048,0006). */
    int TOTAL_PIXEL_MATRIX_COLUMNS = 0x00480006;
    /** Total Pixel Matrix Rows (0048,0007). */
    int TOTAL_PIXEL_MATRIX_ROWS = 0x00480007;
    /** Plane Position (Slide) Sequence (0048,021A). */
    int PLANE_POSITION_SLIDE_SEQUENCE = 0x0048021A;
    /** Column Position In Total Image Pixel Matrix (0048,021E). */
    int COLUMN_POSITION_IN_TOTAL_IMAGE_PIXEL_MATRIX = 0x0048021E;
    /** Row Position In Total Image Pixel Matrix (0048,021F). */
    int ROW_POSITION_IN_TOTAL_IMAGE_PIXEL_MATRIX = 0x0048021F;
    /** Pixel Origin Interpretation (0048,0301). */
    int PIXEL_ORIGIN_INTERPRETATION = 0x00480301;
    /** Segmentation Type (0062,0001). */
    int SEGMENTATION_TYPE = 0x00620001;
    /** Segment Sequence (0062,0002). */
    int SEGMENT_SEQUENCE = 0x00620002;
    /** Segmented Property Category Code Sequence (0062,0003). */
    int SEGMENTED_PROPERTY_CATEGORY_CODE_SEQUENCE = 0x00620003;
    /** Segment Number (0062,0004). */
    int SEGMENT_NUMBER = 0x00620004;
    /** Segment Label (0062,0005). */
    int SEGMENT_LABEL = 0x00620005;
    /** Segment Algorithm Type (0062,0008). */
    int SEGMENT_ALGORITHM_TYPE = 0x00620008;
    /** Segment Algorithm Name (0062,0009). */
    int SEGMENT_ALGORITHM_NAME = 0x00620009;
    /** Recommended Display Grayscale Value (0062,000C). */
    int RECOMMENDED_DISPLAY_GRAYSCALE_VALUE = 0x0062000C;
    /** Recommended Display CIELab Value (0062,000D). */
    int RECOMMENDED_DISPLAY_CIE_LAB_VALUE = 0x0062000D;
    /** Maximum Fractional Value (0062,000E). */
    int MAXIMUM_FRACTIONAL_VALUE = 0x0062000E;
    /** Segmented Property Type Code Sequence (0062,000F). */
    int SEGMENTED_PROPERTY_TYPE_CODE_SEQUENCE = 0x0062000F;
    /** Segmented Property Type Modifier Code Sequence (0062,0011). */
    int SEGMENTED_PROPERTY_TYPE_MODIFIER_CODE_SEQUENCE = 0x00620011;
    /** Tracking ID (0062,0020). */
    int TRACKING_ID = 0x00620020;
    /** Tracking UID (0062,0021). */
    int TRACKING_UID = 0x00620021;
    /** Graphic Layer (0070,0002). */
    int GRAPHIC_LAYER = 0x00700002;
    /** Bounding Box Annotation Units (0070,0003). */
    int BOUNDING_BOX_ANNOTATION_UNITS = 0x00700003;
    /** Anchor Point Annotation Units (0070,0004). */
    int ANCHOR_POINT_ANNOTATION_UNITS = 0x00700004;
    /** Graphic Annotation Units (0070,0005). */
    int GRAPHIC_ANNOTATION_UNITS = 0x00700005;
    /** Text Object Sequence (0070,0008). */
    int TEXT_OBJECT_SEQUENCE = 0x00700008;
    /** Graphic Object Sequence (0070,0009). */
    int GRAPHIC_OBJECT_SEQUENCE = 0x00700009;
    /** Bounding Box Top Left Hand Corner (0070,0010). */
    int BOUNDING_BOX_TOP_LEFT_HAND_CORNER = 0x00700010;
    /** Bounding Box Bottom Right Hand Corner (0070,0011). */
    int BOUNDING_BOX_BOTTOM_RIGHT_HAND_CORNER = 0x00700011;
    /** Bounding Box Text Horizontal Justification (0070,0012). */
    int BOUNDING_BOX_TEXT_HORIZONTAL_JUSTIFICATION = 0x00700012;
    /** Anchor Point (0070,0014). */
    int ANCHOR_POINT = 0x00700014;
    /** Anchor Point Visibility (0070,0015). */
    int ANCHOR_POINT_VISIBILITY = 0x00700015;
    /** Graphic Data (0070,0022). */
    int GRAPHIC_DATA = 0x00700022;
    /** Graphic Type (0070,0023). */
    int GRAPHIC_TYPE = 0x00700023;
    /** Graphic Filled (0070,0024). */
    int GRAPHIC_FILLED = 0x00700024;
    /** Image Horizontal Flip (0070,0041). */
    int IMAGE_HORIZONTAL_FLIP = 0x00700041;
    /** Image Rotation (0070,0042). */
    int IMAGE_ROTATION = 0x00700042;
    /** Displayed Area Top Left Hand Corner (0070,0052). */
    int DISPLAYED_AREA_TOP_LEFT_HAND_CORNER = 0x00700052;
    /** Displayed Area Bottom Right Hand Corner (0070,0053). */
    int DISPLAYED_AREA_BOTTOM_RIGHT_HAND_CORNER = 0x00700053;
    /** Displayed Area Selection Sequence (0070,005A). */
    int DISPLAYED_AREA_SELECTION_SEQUENCE = 0x0070005A;
    /** Graphic Layer Sequence (0070,0060). */
    int GRAPHIC_LAYER_SEQUENCE = 0x00700060;
    /** Graphic Layer Order (0070,0062). */
    int GRAPHIC_LAYER_ORDER = 0x00700062;
    /** Graphic Layer Recommended Display Grayscale Value (0070,0066). */
    int GRAPHIC_LAYER_RECOMMENDED_DISPLAY_GRAYSCALE_VALUE = 0x00700066;
    /** Content Label (0070,0080). */
    int CONTENT_LABEL = 0x00700080;
    /** Presentation Size Mode (0070,0100). */
    int PRESENTATION_SIZE_MODE = 0x00700100;
    /** Graphic Layer Recommended Display CIELab Value (0070,0401). */
    int GRAPHIC_LAYER_RECOMMENDED_DISPLAY_CIE_LAB_VALUE = 0x00700401;
    /** Presentation LUT Sequence (2050,0010). */
    int PRESENTATION_LUT_SEQUENCE = 0x20500010;
    /** Referenced Frame of Reference Sequence (3006,0010). */
    int REFERENCED_FRAME_OF_REFERENCE_SEQUENCE = 0x30060010;
    /** RT Referenced Study Sequence (3006,0012). */
    int RT_REFERENCED_STUDY_SEQUENCE = 0x30060012;
    /** RT Referenced Series Sequence (3006,0014). */
    int RT_REFERENCED_SERIES_SEQUENCE = 0x30060014;
    /** Contour Image Sequence (3006,0016). */
    int CONTOUR_IMAGE_SEQUENCE = 0x30060016;
    /** Structure Set ROI Sequence (3006,0020). */
    int STRUCTURE_SET_ROI_SEQUENCE = 0x30060020;
    /** ROI Number (3006,0022). */
    int ROI_NUMBER = 0x30060022;
    /** Referenced Frame of Reference UID (3006,0024). */
    int REFERENCED_FRAME_OF_REFERENCE_UID = 0x30060024;
    /** ROI Name (3006,0026). */
    int ROI_NAME = 0x30060026;
    /** ROI Display Color (3006,002A). */
    int ROI_DISPLAY_COLOR = 0x3006002A;
    /** ROI Generation Algorithm (3006,0036). */
    int ROI_GENERATION_ALGORITHM = 0x30060036;
    /** ROI Contour Sequence (3006,0039). */
    int ROI_CONTOUR_SEQUENCE = 0x30060039;
    /** Contour Sequence (3006,0040). */
    int CONTOUR_SEQUENCE = 0x30060040;
    /** Contour Geometric Type (3006,0042). */
    int CONTOUR_GEOMETRIC_TYPE = 0x30060042;
    /** Number of Contour Points (3006,0046). */
    int NUMBER_OF_CONTOUR_POINTS = 0x30060046;
    /** Contour Data (3006,0050). */
    int CONTOUR_DATA = 0x30060050;
    /** RT ROI Observations Sequence (3006,0080). */
    int RTROI_OBSERVATIONS_SEQUENCE = 0x30060080;
    /** Referenced ROI Number (3006,0084). */
    int REFERENCED_ROI_NUMBER = 0x30060084;
    /** RT ROI Identification Code Sequence (3006,0086). */
    int RTROI_IDENTIFICATION_CODE_SEQUENCE = 0x30060086;
    /** RT ROI Interpreted Type (3006,00A4). */
    int RTROI_INTERPRETED_TYPE = 0x300600A4;
}
