package hounsfield.phantom;

import hounsfield.write.Elements;
import hounsfield.write.Uid;

/** Patient, study and equipment attributes of all samples: a fictitious patient, and this program as the equipment. */
final class Common {
    private Common() {}

    /**
     * Attributes of the Patient, General Study, General Series and General Equipment modules that all samples share.
     */
    static Elements patientAndStudy(String sample) {
        return new Elements()
                .text("PatientName", "Phantom^Hounsfield")
                .text("PatientID", "HOUNSFIELD")
                .empty("PatientBirthDate")
                .text("PatientSex", "O")
                .text("StudyInstanceUID", Uid.ofName("study"))
                .text("StudyDate", "20260101")
                .text("StudyTime", "120000")
                .text("SeriesDate", "20260101")
                .text("SeriesTime", "120000")
                .text("ContentDate", "20260101")
                .text("ContentTime", "120000")
                .empty("ReferringPhysicianName")
                .text("StudyID", "1")
                .empty("AccessionNumber")
                .text("StudyDescription", "Hounsfield samples")
                .text("Manufacturer", "Hounsfield")
                .text("ManufacturerModelName", sample)
                .text("DeviceSerialNumber", "0")
                .text("SoftwareVersions", "0.1.0");
    }
}
