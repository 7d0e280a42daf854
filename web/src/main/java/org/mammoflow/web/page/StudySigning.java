package org.mammoflow.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mammoflow.review.InvalidOpinion;
import org.mammoflow.review.Signing;
import org.mammoflow.review.SigningOutcome;
import org.mammoflow.review.Unseen;

/** The signature that ends a reading, taking it back, and what is added afterwards. */
@Named("signature")
@RequestScoped
public class StudySigning {

    @Inject
    CaseScreen reading;

    @Inject
    SeenOnPage seen;

    @Inject
    Signing signing;

    @Inject
    RefusalWords refusals;

    @Inject
    Words words;

    private String password = "";
    private String text = "";

    public void sign() {
        tell(signing.sign(reading.getStudy(), takePassword(), seen.sent()));
    }

    public void takeBack() {
        tell(signing.takeBack(reading.getStudy(), seen.sent()));
    }

    public void add() {
        try {
            tell(signing.add(reading.getStudy(), text, takePassword(), seen.sent()));
        } catch (InvalidOpinion e) {
            Notices.refuse("text", words.of("addendum.empty"), words.of("addendum.empty"));
        }
    }

    private void tell(SigningOutcome outcome) {
        if (outcome instanceof SigningOutcome.Signed signed) {
            Notices.done(words.of("signing." + signed.signature().kind().name() + "."
                    + signed.next().name()));
            reading.reload();
        } else if (outcome instanceof SigningOutcome.WrongPassword) {
            Notices.refuse("password", words.of("password.wrong"), refusal(outcome));
        } else if (outcome instanceof SigningOutcome.Incomplete missing) {
            Notices.refuse(
                    missing.openFindings() > 0 ? ":decisions" : ":assessing:scale", refusal(outcome), refusal(outcome));
        } else {
            Notices.refuse(refusal(outcome));
        }
        if (outcome instanceof SigningOutcome.NotAsSeen) {
            reading.reload();
        }
    }

    private String refusal(SigningOutcome outcome) {
        if (outcome instanceof SigningOutcome.Refused refused) {
            return refusals.of(refused.refusal());
        }
        if (outcome instanceof SigningOutcome.Incomplete missing) {
            return missing.openFindings() > 0
                    ? words.of("signing.open", missing.openFindings())
                    : words.of("signing.unassessed");
        }
        if (outcome instanceof SigningOutcome.NotAsSeen other) {
            return words.of("signing.notasseen", unseen(other.unseen()));
        }
        return words.of("signing.refused." + outcome.getClass().getSimpleName());
    }

    /** Only what there is: a nought would speak of findings that are not revealed. */
    private String unseen(Unseen unseen) {
        return Stream.of(
                        counted("signing.unseen.images", unseen.images()),
                        counted("signing.unseen.findings", unseen.findings()),
                        counted("signing.unseen.withoutopinion", unseen.withoutOpinion()),
                        unseen.statements() ? words.of("signing.unseen.statements") : "")
                .filter(clause -> !clause.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private String counted(String key, int count) {
        return count == 0 ? "" : words.of(key, count);
    }

    private char[] takePassword() {
        char[] taken = password.toCharArray();
        password = "";
        return taken;
    }

    /** Never given back to the page. */
    public String getPassword() {
        return "";
    }

    public void setPassword(String password) {
        this.password = password == null ? "" : password;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text == null ? "" : text;
    }
}
