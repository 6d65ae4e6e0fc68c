package hounsfield.spark;

import hounsfield.phantom.Phantoms;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/** A trial on one computer: the table of the samples, as Parquet, and a question to it. */
public final class Demo {
    private Demo() {}

    /**
     * Writes the samples and their table.
     *
     * @param arguments the folder for both
     * @throws IOException if a file cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        for (String phantom : Phantoms.names())
            Phantoms.write(phantom, folder.resolve("files").resolve(phantom));
        String output = folder.resolve("table").toString();
        TableOptions job = TableOptions.parse("input=" + folder.resolve("files"), "output=" + output);
        try (SparkSession session = SparkSession.builder()
                .appName("Hounsfield table")
                .master("local[2]")
                .config("spark.ui.enabled", "false")
                .getOrCreate()) {
            System.out.println(FolderTableJob.run(job, session));
            session.read()
                    .parquet(output)
                    .selectExpr("Modality", "SeriesDescription", "unit", "mean", "Rows", "`PixelSpacing`")
                    .groupBy("Modality", "SeriesDescription", "unit")
                    .mean("mean", "Rows", "PixelSpacing")
                    .show();
        }
    }
}
