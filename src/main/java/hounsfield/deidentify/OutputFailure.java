package hounsfield.deidentify;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A failed write, for example to a full disk. It ends the whole run, whereas a failed read affects one file only. */
final class OutputFailure extends IOException {
    private static final long serialVersionUID = 1;

    OutputFailure(IOException cause) {
        super(cause.getMessage(), cause);
    }

    /** Returns a stream to a file that throws this class when a write fails. */
    static OutputStream open(Path path) throws OutputFailure {
        try {
            return new Stream(Files.newOutputStream(path));
        } catch (IOException e) {
            throw new OutputFailure(e);
        }
    }

    private static final class Stream extends OutputStream {
        private final OutputStream out;

        Stream(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                throw new OutputFailure(e);
            }
        }

        @Override
        public void close() throws IOException {
            try {
                out.close();
            } catch (IOException e) {
                throw new OutputFailure(e);
            }
        }
    }
}
