/** Jobs on Apache Spark: the table and the pictures of any number of DICOM files. */
package hounsfield.spark;
