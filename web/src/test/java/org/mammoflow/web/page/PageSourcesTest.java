package org.mammoflow.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** What holds for the source of every page. */
class PageSourcesTest {

    private static final Set<String> SHOWN_ATTRIBUTES = Set.of(
            "title",
            "alt",
            "placeholder",
            "aria-label",
            "headerText",
            "itemLabel",
            "emptyMessage",
            "requiredMessage",
            "label");
    private static final Set<String> FIELDS = Set.of("inputText", "inputSecret");
    private static final Set<String> BUTTONS = Set.of("commandButton", "button");
    private static final Pattern LITERAL = Pattern.compile("([\"'`])(?:(?!\\1).)*\\1");
    private static final Pattern TWO_WORDS = Pattern.compile("\\p{L}{2,} \\p{L}{2,}");
    private static final Set<String> FOR_PROGRAMS = Set.of(
            "\"light dark\"",
            "\"not all\"",
            "\"yyyy-MM-dd HH:mm\"",
            "\"yyyy-MM-dd HH:mm:ss\"",
            "\"SearchedIdentity[not shown]\"",
            "'use strict'");
    private static final Set<String> CONTROLS =
            Set.of("inputText", "inputSecret", "inputTextarea", "selectOneMenu", "input");

    @ParameterizedTest
    @MethodSource("pages")
    void has_no_text_of_its_own(Path page) throws Exception {
        assertThat(foreignTexts(Pages.text(page))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void has_no_script_of_its_own(Path page) throws Exception {
        assertThat(scripts(Pages.text(page))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void writes_nothing_unescaped(Path page) throws IOException {
        assertThat(Pages.text(page)).doesNotContain("escape=\"false\"");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void labels_every_control(Path page) throws Exception {
        assertThat(unlabelled(Pages.text(page))).isEmpty();
    }

    /** Enter in a field presses the first button of its form. */
    @ParameterizedTest
    @MethodSource("pages")
    void enter_in_a_field_presses_no_button_that_is_one_of_many(Path page) throws Exception {
        assertThat(pressedByEnter(Pages.text(page))).isEmpty();
    }

    @Test
    void the_code_behind_the_pages_has_no_text_of_its_own_either() throws IOException {
        assertThat(sentences("src/main/java/org/mammoflow/web/page", ".java")).isEmpty();
        assertThat(sentences("src/main/webapp/resources/app", ".js")).isEmpty();
    }

    @Test
    void finds_what_it_looks_for() throws Exception {
        assertThat(foreignTexts("<p>Hello</p>")).containsExactly("Hello");
        assertThat(foreignTexts("<p title='Hello'>#{msg['x']} · #{words.of('y', 1)}</p>"))
                .containsExactly("Hello");
        assertThat(sentencesIn("Notices.done(\"It is done\");")).containsExactly("\"It is done\"");
        assertThat(sentencesIn("of(\"it.is\") + of(\"done\")")).isEmpty();
        assertThat(sentencesIn("told.textContent = 'It is done';")).containsExactly("'It is done'");
        assertThat(sentencesIn("// \"It is\" a comment\n/* 'one more' of them */ of(\"it.is.done\")"))
                .isEmpty();
        assertThat(scripts("<p onclick='x()'/>")).containsExactly("onclick");
        assertThat(scripts("<p><script>x()</script></p>")).containsExactly("script");
        assertThat(scripts("<p><a href='javascript:x()'/></p>")).containsExactly("href");
        assertThat(pressedByEnter("<form><inputText/><repeat><commandButton id='a'/></repeat></form>"))
                .containsExactly("a");
        assertThat(pressedByEnter("<form><inputText/><button/><repeat><commandButton id='a'/></repeat></form>"))
                .isEmpty();
        assertThat(pressedByEnter("<form><repeat><commandButton id='a'/></repeat></form>"))
                .isEmpty();
        assertThat(unlabelled("<p><input id='a'/></p>")).containsExactly("a");
        assertThat(unlabelled("<p><label for='a'/><input id='a'/><input type='hidden'/></p>"))
                .isEmpty();
    }

    static List<Path> pages() throws IOException {
        return Pages.all();
    }

    private static List<String> foreignTexts(String source) throws Exception {
        List<String> texts = new ArrayList<>();
        for (Node node : nodes(source)) {
            if (node.getNodeType() == Node.TEXT_NODE) {
                texts.add(node.getNodeValue());
            } else {
                attributes(node).stream()
                        .filter(attribute -> SHOWN_ATTRIBUTES.contains(attribute.getLocalName()))
                        .forEach(attribute -> texts.add(attribute.getValue()));
            }
        }
        return texts.stream()
                .map(text -> text.replaceAll("#\\{[^}]*}", "").strip())
                .filter(text -> text.codePoints().anyMatch(Character::isLetter))
                .toList();
    }

    private static List<String> sentences(String folder, String ending) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(ending)).toList()) {
                sentencesIn(Files.readString(file)).forEach(text -> found.add(file.getFileName() + ": " + text));
            }
        }
        return found;
    }

    /** Literals of two words and more, but what is for logs and for programs. */
    private static List<String> sentencesIn(String source) {
        return source.replaceAll("(?s)/\\*.*?\\*/", "")
                .replaceAll("(?m)^\\s*//.*$", "")
                .lines()
                .filter(line -> !line.contains("LOG.log") && !line.contains("throw new"))
                .flatMap(line -> LITERAL.matcher(line).results())
                .map(MatchResult::group)
                .map(text -> text.replaceAll("\\$\\{[^}]*}", ""))
                .filter(text -> TWO_WORDS.matcher(text).find())
                .filter(text -> !FOR_PROGRAMS.contains(text))
                .toList();
    }

    private static List<String> scripts(String source) throws Exception {
        List<String> found = new ArrayList<>();
        for (Node node : nodes(source)) {
            if ("script".equals(node.getLocalName())) {
                found.add("script");
            }
            attributes(node).stream()
                    // A component's "on…" names a function of ours; an element's would be an inline script.
                    .filter(attribute ->
                            isPlainHtml(node) && attribute.getName().startsWith("on")
                                    || attribute.getValue().startsWith("javascript:"))
                    .forEach(attribute -> found.add(attribute.getName()));
        }
        return found;
    }

    private static List<String> unlabelled(String source) throws Exception {
        List<String> labelled = new ArrayList<>();
        List<String> controls = new ArrayList<>();
        for (Node node : nodes(source)) {
            if (node instanceof Element element) {
                labelled.add(element.getAttribute("for"));
                if (CONTROLS.contains(element.getLocalName())
                        && !element.getAttribute("type").equals("hidden")) {
                    controls.add(element.getAttribute("id"));
                }
            }
        }
        controls.removeAll(labelled);
        return controls;
    }

    private static List<String> pressedByEnter(String source) throws Exception {
        List<String> found = new ArrayList<>();
        for (Node form : nodes(source)) {
            List<Node> inside = new ArrayList<>();
            if ("form".equals(form.getLocalName())) {
                collect(form, inside);
            }
            if (inside.stream().anyMatch(node -> FIELDS.contains(String.valueOf(node.getLocalName())))) {
                inside.stream()
                        .filter(node -> BUTTONS.contains(String.valueOf(node.getLocalName())))
                        .findFirst()
                        .filter(button -> isRepeated(button, form))
                        .ifPresent(button -> found.add(((Element) button).getAttribute("id")));
            }
        }
        return found;
    }

    private static boolean isRepeated(Node button, Node form) {
        for (Node around = button; around != form; around = around.getParentNode()) {
            if ("repeat".equals(around.getLocalName())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPlainHtml(Node node) {
        return node.getNamespaceURI() == null || node.getNamespaceURI().equals("http://www.w3.org/1999/xhtml");
    }

    private static List<Attr> attributes(Node node) {
        NamedNodeMap map = node.getAttributes();
        List<Attr> attributes = new ArrayList<>();
        for (int i = 0; map != null && i < map.getLength(); i++) {
            attributes.add((Attr) map.item(i));
        }
        return attributes;
    }

    private static List<Node> nodes(String source) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document document =
                factory.newDocumentBuilder().parse(new ByteArrayInputStream(source.getBytes(StandardCharsets.UTF_8)));
        List<Node> nodes = new ArrayList<>();
        collect(document.getDocumentElement(), nodes);
        return nodes;
    }

    private static void collect(Node node, List<Node> nodes) {
        nodes.add(node);
        NodeList children = node.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            collect(children.item(i), nodes);
        }
    }
}
