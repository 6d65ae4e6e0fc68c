package hounsfield.imagej.memory;

import hounsfield.frame.pixeldata.Tile;
import hounsfield.geometry.PlaneGeometry;
import hounsfield.geometry.Vector3;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * A {@link SliceTable} as text: a line of ASCII characters, because thousands of slices as plain text would hide the
 * header in Show Info. The text is {@code version:} and the deflated table as Base64.
 */
final class SliceCodec {
    private static final String VERSION = "1:";

    /** Kinds of slices: what is written about the plane, and whether the slice is a tile or has a unit. */
    private static final int PARALLEL = 1;

    private static final int PLANE = 2;
    private static final int TILE = 4;
    private static final int UNIT = 8;

    /** Limit of the inflated table [bytes]; a text of other origin could be inflated to any size. */
    private static final int LONGEST = 1 << 26;

    private SliceCodec() {}

    /** Returns the text of a table; empty for an empty table. */
    static String encode(SliceTable table) {
        if (table.slices().isEmpty()) return "";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
            out.writeInt(table.positions());
            out.writeBoolean(table.isEven());
            out.writeInt(table.added().size());
            for (String name : table.added()) write(out, name);
            out.writeInt(table.slices().size());
            PlaneGeometry last = null;
            for (SliceTable.Slice slice : table.slices()) {
                write(out, slice.name());
                write(out, slice.file());
                out.writeInt(slice.frame());
                PlaneGeometry plane = slice.plane().orElse(null);
                boolean parallel = plane != null && last != null && isParallel(plane, last);
                int kind = plane == null ? 0 : parallel ? PARALLEL : PLANE;
                boolean unit = !slice.unit().isEmpty();
                out.writeByte(kind + (slice.tile().isPresent() ? TILE : 0) + (unit ? UNIT : 0));
                if (slice.tile().isPresent()) write(out, slice.tile().get());
                if (unit) write(out, slice.unit());
                if (plane == null) continue;
                write(out, plane.position());
                if (!parallel) {
                    write(out, plane.rowDirection());
                    write(out, plane.columnDirection());
                    out.writeDouble(plane.rowSpacing());
                    out.writeDouble(plane.columnSpacing());
                }
                last = plane;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return VERSION + Base64.getEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    /** Returns whether the planes differ only in position, so that orientation and spacing are written once. */
    private static boolean isParallel(PlaneGeometry one, PlaneGeometry other) {
        return one.rowDirection().equals(other.rowDirection())
                && one.columnDirection().equals(other.columnDirection())
                && one.rowSpacing() == other.rowSpacing()
                && one.columnSpacing() == other.columnSpacing();
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static void write(DataOutputStream out, Tile tile) throws IOException {
        for (int number : new int[] {tile.column(), tile.row(), tile.columns(), tile.rows(), tile.index()}) {
            out.writeInt(number);
        }
    }

    private static void write(DataOutputStream out, Vector3 vector) throws IOException {
        out.writeDouble(vector.x());
        out.writeDouble(vector.y());
        out.writeDouble(vector.z());
    }

    /** Returns the table of a text; empty for a text that this version does not write. */
    static Optional<SliceTable> decode(String text) {
        if (!text.startsWith(VERSION)) return Optional.empty();
        try {
            byte[] deflated = Base64.getDecoder().decode(text.substring(VERSION.length()));
            byte[] bytes = new InflaterInputStream(new ByteArrayInputStream(deflated)).readNBytes(LONGEST);
            return Optional.of(read(new DataInputStream(new ByteArrayInputStream(bytes))));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static SliceTable read(DataInputStream in) throws IOException {
        int positions = in.readInt();
        boolean even = in.readBoolean();
        List<String> added = new ArrayList<>();
        for (int count = in.readInt(); count > 0; count--) added.add(text(in));
        List<SliceTable.Slice> slices = new ArrayList<>();
        PlaneGeometry last = null;
        for (int count = in.readInt(); count > 0; count--) {
            String name = text(in);
            String file = text(in);
            int frame = in.readInt();
            int kinds = in.readByte();
            if (kinds < 0 || kinds > UNIT + TILE + PLANE) throw new IOException("kind " + kinds);
            Tile tile = (kinds & TILE) == 0 ? null : tile(in);
            String unit = (kinds & UNIT) == 0 ? "" : text(in);
            int kind = kinds & ~(TILE | UNIT);
            if (kind > PLANE) throw new IOException("kind " + kinds);
            PlaneGeometry plane = null;
            if (kind == PARALLEL && last == null) throw new IOException("no plane before");
            if (kind > 0) {
                Vector3 position = vector(in);
                plane = kind == PARALLEL
                        ? new PlaneGeometry(
                                position,
                                last.rowDirection(),
                                last.columnDirection(),
                                last.rowSpacing(),
                                last.columnSpacing())
                        : new PlaneGeometry(position, vector(in), vector(in), in.readDouble(), in.readDouble());
                last = plane;
            }
            if (frame < 0) throw new IOException("frame " + frame);
            slices.add(new SliceTable.Slice(
                    name, file, frame, Optional.ofNullable(tile), unit, Optional.ofNullable(plane)));
        }
        if (slices.isEmpty() || positions < 0) throw new IOException("no slices");
        return new SliceTable(slices, positions, even, added);
    }

    private static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) throw new IOException("a text of " + length + " bytes");
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    /** Throws {@link IllegalArgumentException} if there is no such tile. */
    private static Tile tile(DataInputStream in) throws IOException {
        return new Tile(in.readInt(), in.readInt(), in.readInt(), in.readInt(), in.readInt());
    }

    private static Vector3 vector(DataInputStream in) throws IOException {
        return new Vector3(in.readDouble(), in.readDouble(), in.readDouble());
    }
}
