package hounsfield.codec;

import hounsfield.standard.TransferSyntax;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scijava.annotations.Index;
import org.scijava.annotations.IndexItem;
import org.scijava.plugin.Plugin;

/**
 * The decoders on the class path, found through SciJava's plugin index, without a SciJava context. Unreadable indexes
 * and plugins of other jars are ignored.
 */
public final class FrameDecoders {
    /** The index of {@link Plugin}s that SciJava's annotation processor writes into a jar. */
    private static final String INDEX = "META-INF/json/" + Plugin.class.getName();

    private FrameDecoders() {}

    /**
     * Finds the decoder with the highest priority for a transfer syntax.
     *
     * @param syntax the transfer syntax
     * @return the decoder, if any
     */
    public static Optional<FrameDecoder> find(TransferSyntax syntax) {
        return Loaded.DECODERS.stream()
                .filter(decoder -> decoder.decodes(syntax))
                .findFirst();
    }

    /** {@return all decoders, highest priority first} */
    public static List<FrameDecoder> all() {
        return Loaded.DECODERS;
    }

    /** Loaded at the first use. */
    private static final class Loaded {
        static final List<FrameDecoder> DECODERS = load(FrameDecoders.class.getClassLoader());
    }

    private record Candidate(FrameDecoder decoder, double priority) {
        String name() {
            return decoder.getClass().getName();
        }
    }

    static List<FrameDecoder> load(ClassLoader loader) {
        Map<String, Candidate> found = new HashMap<>();
        for (URL index : indexes(loader)) read(new OneIndex(loader, index), found);
        List<Candidate> sorted = new ArrayList<>(found.values());
        sorted.sort(Comparator.comparingDouble(Candidate::priority).reversed().thenComparing(Candidate::name));
        return sorted.stream().map(Candidate::decoder).toList();
    }

    private static List<URL> indexes(ClassLoader loader) {
        try {
            return Collections.list(loader.getResources(INDEX));
        } catch (IOException e) {
            return List.of();
        }
    }

    private static void read(ClassLoader loader, Map<String, Candidate> found) {
        try {
            for (IndexItem<Plugin> item : Index.load(Plugin.class, loader)) {
                candidate(item, loader).ifPresent(candidate -> found.putIfAbsent(candidate.name(), candidate));
            }
        } catch (RuntimeException | LinkageError e) {
            // The index of another jar, in a format that SciJava cannot read.
        }
    }

    private static Optional<Candidate> candidate(IndexItem<Plugin> item, ClassLoader loader) {
        try {
            Plugin plugin = item.annotation();
            if (plugin.type() != FrameDecoder.class || !plugin.enabled()) return Optional.empty();
            Object decoder = Class.forName(item.className(), true, loader)
                    .getDeclaredConstructor()
                    .newInstance();
            return Optional.of(new Candidate((FrameDecoder) decoder, plugin.priority()));
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            return Optional.empty();
        }
    }

    /** Exposes one index, so that an invalid index does not affect the others. */
    private static final class OneIndex extends ClassLoader {
        private final URL index;

        OneIndex(ClassLoader parent, URL index) {
            super(parent);
            this.index = index;
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            return name.equals(INDEX) ? Collections.enumeration(List.of(index)) : Collections.emptyEnumeration();
        }
    }
}
