package org.mammoflow.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mammoflow.access.AccountOutcome;
import org.mammoflow.finding.Disagreement;
import org.mammoflow.inference.NetworkStep;
import org.mammoflow.inference.Seat;
import org.mammoflow.inference.SwitchOutcome;
import org.mammoflow.outcome.LineFault;
import org.mammoflow.report.LedgerLine;
import org.mammoflow.review.CaseBand;
import org.mammoflow.review.CaseState;
import org.mammoflow.review.Refusal;
import org.mammoflow.review.Verdict;

class BundlesTest {

    private static final Pattern USED = Pattern.compile("msg\\['([a-zA-Z0-9.-]+)'\\]|words\\.of\\('([a-zA-Z0-9.-]+)'");

    @ParameterizedTest
    @ValueSource(strings = {"de", "fr"})
    void every_language_says_what_english_says(String language) {
        assertThat(bundle(language).stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(bundle("en").stringPropertyNames());
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "fr"})
    void every_language_names_the_same_values(String language) {
        Properties english = bundle("en");
        Properties other = bundle(language);
        for (String key : english.stringPropertyNames()) {
            assertThat(new MessageFormat(other.getProperty(key), Locale.ROOT).getFormatsByArgumentIndex())
                    .as(key)
                    .hasSameSizeAs(
                            new MessageFormat(english.getProperty(key), Locale.ROOT).getFormatsByArgumentIndex());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr"})
    void no_text_is_empty_or_has_a_plain_apostrophe(String language) {
        bundle(language)
                .forEach((key, text) -> assertThat(text.toString())
                        .as(key.toString())
                        .isNotBlank()
                        .doesNotContain("'"));
    }

    @Test
    void every_text_that_a_page_asks_for_exists() throws IOException {
        Set<String> missing = new TreeSet<>();
        for (Path page : Pages.all()) {
            USED.matcher(Pages.text(page))
                    .results()
                    .map(hit -> hit.group(1) == null ? hit.group(2) : hit.group(1))
                    .filter(key -> !bundle("en").containsKey(key))
                    .forEach(missing::add);
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void every_constant_that_is_shown_has_its_words() {
        Set<String> keys = new TreeSet<>();
        for (CaseBand band : CaseBand.values()) {
            keys.add("band." + band);
        }
        for (CaseState state : CaseState.values()) {
            keys.add("state." + state);
        }
        for (Verdict verdict : Verdict.values()) {
            if (!verdict.isOpinion()) {
                continue;
            }
            keys.add("verdict." + verdict);
            keys.add("review.is." + verdict);
            keys.add("review.recorded." + verdict);
        }
        for (LedgerLine.Stop stop : LedgerLine.Stop.values()) {
            keys.add("ledger.gap." + stop);
        }
        for (LedgerLine.Owner owner : LedgerLine.Owner.values()) {
            keys.add("ledger.owner." + owner);
        }
        for (SilenceKind kind : SilenceKind.values()) {
            keys.add("silence." + kind);
            keys.add("silence.tab." + kind);
            keys.add("silence.reason." + kind);
            keys.add("silence.remedy." + kind);
        }
        StudyReading.RECALL_REASONS.forEach(code -> keys.add("recall.reason." + code));
        for (Refusal.Why why : Refusal.Why.values()) {
            keys.add("turn." + why);
        }
        Stream.of("0", "1", "2", "3", "4", "5", "6").forEach(code -> keys.add("assessment." + code));
        Stream.of(
                        "NORMAL_TISSUE",
                        "BENIGN_FINDING",
                        "FINDING_MISSED",
                        "TECHNICAL_QUALITY",
                        "IMPLANT_MISJUDGED",
                        "KNOWN_FROM_PRIOR",
                        "OTHER")
                .forEach(code -> keys.add("reason." + code));
        for (Seat seat : Seat.values()) {
            keys.add("seat." + seat);
        }
        for (NetworkStep.Kind kind : NetworkStep.Kind.values()) {
            keys.add("step." + kind);
        }
        for (Disagreement.Kind kind : Disagreement.Kind.values()) {
            keys.add("disagreement." + kind);
        }
        for (LineFault.Kind kind : LineFault.Kind.values()) {
            keys.add("outcome.fault." + kind);
        }
        for (Class<?> outcome : SwitchOutcome.class.getPermittedSubclasses()) {
            keys.add("networks.outcome." + outcome.getSimpleName());
        }
        for (Class<?> outcome : AccountOutcome.class.getPermittedSubclasses()) {
            keys.add("accounts.outcome." + outcome.getSimpleName());
        }
        assertThat(bundle("en").stringPropertyNames()).containsAll(keys);
    }

    /** Where a name is missing, the page shows the code. */
    @Test
    void every_check_of_readiness_has_its_name() throws IOException {
        String source = Files.readString(Path.of("../ejb/src/main/java/org/mammoflow/health/Readiness.java"));
        Set<String> keys = Pattern.compile("check\\(\"([a-z-]+)\"")
                .matcher(source)
                .results()
                .map(hit -> "check." + hit.group(1))
                .collect(Collectors.toSet());
        assertThat(keys).hasSizeGreaterThan(5);
        assertThat(bundle("en").stringPropertyNames()).containsAll(keys);
    }

    private static Properties bundle(String language) {
        Properties texts = new Properties();
        try {
            texts.load(Pages.reader("src/main/resources/org/mammoflow/web/page/messages_" + language + ".properties"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return texts;
    }
}
