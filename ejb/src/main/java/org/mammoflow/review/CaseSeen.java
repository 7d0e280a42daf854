package org.mammoflow.review;

import java.util.Arrays;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a reader had before her eyes when she decided something about a case: a mark for each image, finding, missing opinion,
 * verdict and statement that was shown to her. It is made from {@link CaseView}, so it holds nothing that
 * {@link Sights} keeps from her, and what is compared with it is what she would see now.
 *
 * @param marks a letter for the kind, then numbers: {@code i12} an image, {@code f7} a finding, {@code n12-FAILED} an image
 *     without opinion, {@code v7-3} the third revision of a verdict, {@code s9} a statement
 */
public record CaseSeen(SortedSet<String> marks) {

    /** Of a program that does not say what it saw: whatever stands there now will do. Nobody can send it. */
    public static final CaseSeen ANYTHING = new CaseSeen(new TreeSet<>(Set.of("*")));

    private static final String SEPARATOR = ".";
    private static final Pattern MARK = Pattern.compile("[ifnvs][0-9]+(-[0-9A-Z]+)?");

    static CaseSeen of(CaseView view) {
        return new CaseSeen(Stream.concat(
                        view.images().stream().flatMap(CaseSeen::marks),
                        view.entries().stream()
                                .filter(entry -> !entry.withdrawn() && entry.kind() != EntryKind.WITHDRAWAL)
                                .map(CaseSeen::mark))
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** As {@link #text} gave it; what is no mark was seen by nobody. */
    public static CaseSeen parse(String text) {
        return new CaseSeen(Arrays.stream(text.split(Pattern.quote(SEPARATOR)))
                .filter(mark -> MARK.matcher(mark).matches())
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    public String text() {
        return String.join(SEPARATOR, marks);
    }

    /** Whether this very decision was on show, and not an earlier one in its place. */
    boolean showed(ReviewView review) {
        return holds(mark(review));
    }

    boolean showed(EntryView entry) {
        return holds(mark(entry));
    }

    /**
     * Whether these statements, withdrawn ones among them, stood as they do now: none that is new, none that is gone.
     */
    boolean showed(Stream<EntryView> entries) {
        return equals(ANYTHING) || entries.allMatch(entry -> entry.withdrawn() != showed(entry));
    }

    /** How much a reader would see now that she has not seen. */
    Unseen unseenIn(CaseSeen now) {
        if (equals(ANYTHING)) {
            return Unseen.NONE;
        }
        return new Unseen(
                now.count(mark -> mark.startsWith("i") && !holds(mark)),
                now.count(mark -> mark.startsWith("f") && !holds(mark)),
                now.count(mark -> mark.startsWith("n") && !holds(mark)),
                !now.stated().equals(stated()));
    }

    private boolean holds(String mark) {
        return equals(ANYTHING) || marks.contains(mark);
    }

    private int count(Predicate<String> which) {
        return (int) marks.stream().filter(which).count();
    }

    /** What people said, where also something that is gone counts. */
    private Set<String> stated() {
        return marks.stream()
                .filter(mark -> mark.startsWith("v") || mark.startsWith("s"))
                .collect(Collectors.toSet());
    }

    private static Stream<String> marks(ImageView image) {
        return Stream.of(
                        Stream.of("i" + image.instance().id()),
                        image.finding().stream().map(finding -> "f" + finding.id()),
                        image.noOpinion().stream().map(missing -> "n" + missing.instanceId() + "-" + missing.kind()),
                        image.readings().stream().map(CaseSeen::mark))
                .flatMap(each -> each);
    }

    private static String mark(ReviewView review) {
        return "v" + review.findingId() + "-" + review.revision();
    }

    private static String mark(EntryView entry) {
        return "s" + entry.id();
    }
}
