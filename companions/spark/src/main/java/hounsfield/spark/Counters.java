package hounsfield.spark;

import java.io.Serializable;
import org.apache.spark.SparkContext;
import org.apache.spark.util.LongAccumulator;

/**
 * Counters in the page of a stage in Spark's UI.
 *
 * @param files files that were read
 * @param refused files with a reason in place of their values, and frames without a picture
 * @param bytes bytes that were read of files
 * @param pixels samples of pixels that were read for rows
 * @param pictures pictures that were written
 */
record Counters(
        LongAccumulator files,
        LongAccumulator refused,
        LongAccumulator bytes,
        LongAccumulator pixels,
        LongAccumulator pictures)
        implements Serializable {
    static Counters in(SparkContext context) {
        return new Counters(
                context.longAccumulator("files"),
                context.longAccumulator("refused"),
                context.longAccumulator("bytes"),
                context.longAccumulator("pixels"),
                context.longAccumulator("pictures"));
    }
}
