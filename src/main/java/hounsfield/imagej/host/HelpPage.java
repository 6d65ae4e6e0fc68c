package hounsfield.imagej.host;

import ij.Prefs;
import ij.gui.HTMLDialog;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** The page that the Help button of a dialog shows: the command's section of docs/commands.md, which is in the jar. */
public final class HelpPage {
    /** The page, as a resource. */
    private static final String PAGE = "/hounsfield/docs/commands.md";

    private static final String HEADING = "## ";
    private static final int FONT_SIZE = 11;
    private static final List<TablesExtension> EXTENSIONS = List.of((TablesExtension) TablesExtension.create());

    private HelpPage() {}

    /**
     * Returns the help of a command.
     *
     * @param command its label, with or without the final dots
     * @return a page for ImageJ's {@code GenericDialog.addHelp}; empty if there is no section of that name
     */
    public static Optional<String> of(String command) {
        try (InputStream page = HelpPage.class.getResourceAsStream(PAGE)) {
            if (page == null) return Optional.empty();
            String text = new String(page.readAllBytes(), StandardCharsets.UTF_8);
            return section(text, command).map(HelpPage::html);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Shows the help of a command in a window that does not block others.
     *
     * @param command its label, with or without the final dots
     */
    public static void show(String command) {
        of(command).ifPresent(page -> new HTMLDialog("Help for " + command, page, false));
    }

    /** Returns the lines of a page from the heading of a command to the next one. */
    private static Optional<String> section(String page, String command) {
        StringBuilder section = new StringBuilder();
        boolean inside = false;
        for (String line : page.lines().toList()) {
            if (line.startsWith(HEADING)) {
                if (inside) break;
                String label = line.substring(HEADING.length());
                inside = label.equals(command) || label.equals(command + "...");
            }
            if (inside) section.append(line).append('\n');
        }
        return section.isEmpty() ? Optional.empty() : Optional.of(section.toString());
    }

    private static String html(String markdown) {
        Node page = Parser.builder().extensions(EXTENSIONS).build().parse(markdown);
        // Links to other pages and sections, and pictures, do not work in the window.
        page.accept(new AbstractVisitor() {
            @Override
            public void visit(Image image) {
                image.unlink();
            }

            @Override
            public void visit(Link link) {
                visitChildren(link);
                if (link.getDestination().startsWith("https://")) return;
                for (Node child = link.getFirstChild(); child != null; child = link.getFirstChild()) {
                    link.insertBefore(child);
                }
                link.unlink();
            }
        });
        String body = HtmlRenderer.builder()
                .extensions(EXTENSIONS)
                .attributeProviderFactory(context -> (node, tag, attributes) -> {
                    if (!(node instanceof TableBlock)) return;
                    attributes.put("border", "1");
                    attributes.put("cellpadding", "4");
                    attributes.put("cellspacing", "0");
                })
                .build()
                .render(page);
        long points = Math.round(FONT_SIZE * Prefs.getGuiScale());
        return "<html><head><style>body, td, th { font-size: " + points + "pt; }</style></head><body>" + body
                + "</body></html>";
    }
}
