package hounsfield.spark;

import hounsfield.dataset.csv.CellReader;
import hounsfield.dataset.csv.CellWriter;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** A slice on its way to a task: Java's own form of a thousand records costs as much time as their headers. */
record PackedSlice(byte[] bytes) implements Serializable {
    static PackedSlice of(Slice slice) {
        CellWriter out = new CellWriter();
        out.writeInt(slice.number());
        out.write(slice.left());
        for (FoundFile file : slice.files()) {
            out.write(file.name());
            out.write(file.path());
            out.write(file.size());
            out.write(file.reason());
        }
        return new PackedSlice(out.take());
    }

    private Object readResolve() {
        CellReader in = new CellReader(bytes);
        int number = in.readInt();
        String left = (String) in.read();
        List<FoundFile> files = new ArrayList<>();
        while (in.hasMore())
            files.add(new FoundFile((String) in.read(), (String) in.read(), (Long) in.read(), (String) in.read()));
        return new Slice(number, files, left);
    }
}
