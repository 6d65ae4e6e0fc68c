package hounsfield.spark;

import hounsfield.dataset.table.TableSchema.Column;
import hounsfield.dataset.table.TableSchema.Type;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopStreams;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

/** Rows as Parquet: optional columns of 64-bit integers, doubles and texts. */
final class ParquetRows implements RowFile {
    /** Limit of the rows in memory [bytes]. */
    private static final long ROW_GROUP = 16 << 20;

    private final ParquetWriter<Object[]> writer;

    ParquetRows(FileSystem files, Path path, List<Column> columns) throws IOException {
        Types.MessageTypeBuilder message = Types.buildMessage();
        for (Column column : columns) {
            if (column.type() == Type.TEXT)
                message.optional(PrimitiveTypeName.BINARY)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(column.name());
            else
                message.optional(column.type() == Type.INTEGER ? PrimitiveTypeName.INT64 : PrimitiveTypeName.DOUBLE)
                        .named(column.name());
        }
        writer = new Builder(new Output(files, path), new Support(message.named("table")))
                .withConf(files.getConf())
                .withCompressionCodec(CompressionCodecName.SNAPPY)
                .withRowGroupSize(ROW_GROUP)
                .build();
    }

    @Override
    public void write(Object[] cells) throws IOException {
        writer.write(cells);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    @SuppressWarnings("deprecation") // Parquet's newer method calls the abstract one.
    private static final class Builder extends ParquetWriter.Builder<Object[], Builder> {
        private final Support support;

        private Builder(Output output, Support support) {
            super(output);
            this.support = support;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        protected WriteSupport<Object[]> getWriteSupport(Configuration configuration) {
            return support;
        }
    }

    /** Passes on the cells that are not empty. */
    @SuppressWarnings("deprecation") // as above
    private static final class Support extends WriteSupport<Object[]> {
        private final MessageType schema;
        private RecordConsumer consumer;

        private Support(MessageType schema) {
            this.schema = schema;
        }

        @Override
        public WriteContext init(Configuration configuration) {
            return new WriteContext(schema, Map.of());
        }

        @Override
        public void prepareForWrite(RecordConsumer target) {
            consumer = target;
        }

        @Override
        public void write(Object[] cells) {
            consumer.startMessage();
            for (int i = 0; i < cells.length; i++) {
                if (cells[i] == null) continue;
                String name = schema.getFieldName(i);
                consumer.startField(name, i);
                if (cells[i] instanceof Long integer) consumer.addLong(integer);
                else if (cells[i] instanceof Double number) consumer.addDouble(number);
                else consumer.addBinary(Binary.fromString(cells[i].toString()));
                consumer.endField(name, i);
            }
            consumer.endMessage();
        }
    }

    /** A new file of a file system that is already open. */
    private record Output(FileSystem files, Path path) implements OutputFile {
        @Override
        public PositionOutputStream create(long blockSize) throws IOException {
            return HadoopStreams.wrap(Storage.create(files, path));
        }

        @Override
        public PositionOutputStream createOrOverwrite(long blockSize) throws IOException {
            return create(blockSize);
        }

        @Override
        public boolean supportsBlockSize() {
            return false;
        }

        @Override
        public long defaultBlockSize() {
            return 0;
        }
    }
}
