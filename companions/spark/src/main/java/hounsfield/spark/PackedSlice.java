package hounsfield.spark;

import hounsfield.dataset.csv.CellBytes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** A slice on its way to a task: Java's own form of a thousand records costs as much time as their headers. */
record PackedSlice(byte[] bytes) implements Serializable {
    static PackedSlice of(Slice slice) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeInt(slice.number());
            CellBytes.write(out, slice.left());
            for (FoundFile file : slice.files()) {
                CellBytes.write(out, file.name());
                CellBytes.write(out, file.path());
                out.writeLong(file.size());
                CellBytes.write(out, file.reason());
            }
        } catch (IOException e) {
            throw new AssertionError("memory can be written", e);
        }
        return new PackedSlice(bytes.toByteArray());
    }

    private Object readResolve() {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        try {
            int number = in.readInt();
            String left = (String) CellBytes.read(in);
            List<FoundFile> files = new ArrayList<>();
            while (in.available() > 0)
                files.add(
                        new FoundFile((String) CellBytes.read(in), (String) CellBytes.read(in), in.readLong(), (String)
                                CellBytes.read(in)));
            return new Slice(number, files, left);
        } catch (IOException e) {
            throw new AssertionError("memory can be read", e);
        }
    }
}
