package org.mammoflow.web.page;

import org.mammoflow.finding.NoOpinionView;

/**
 * Why an image has no opinion, and what can be done: silence must never look like "negative".
 *
 * @param detail the reason as it is stored, for those who look into it; empty while the image waits
 */
public record SilenceShown(String kind, String reason, String detail, String remedy) {

    private static final String WAITING = "WAITING";

    static SilenceShown of(NoOpinionView statement, Words words) {
        return of(statement.kind().name(), statement.phase() + ": " + statement.reason(), statement.reason(), words);
    }

    static SilenceShown waiting(Words words) {
        return of(WAITING, "", "", words);
    }

    /**
     * A reason that nobody foresaw has a name for programmers only; it stays in the detail, and the kind is told in words.
     *
     * @param kind {@code UNSUITABLE}, {@code FAILED}, or whatever else a job's state is called
     */
    static SilenceShown of(String kind, String detail, String reason, Words words) {
        String code = reason.split(":", 2)[0];
        return new SilenceShown(
                words.of("silence." + kind),
                words.ofEither("silence.reason." + code, "silence.reason." + kind),
                detail,
                words.ofEither("silence.remedy." + code, "silence.remedy." + kind));
    }
}
