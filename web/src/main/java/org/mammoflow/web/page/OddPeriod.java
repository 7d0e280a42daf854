package org.mammoflow.web.page;

import java.util.List;
import java.util.stream.Stream;
import org.mammoflow.platform.Period;

/** What is odd about the days that an address asks for: the list below is shorter, longer or empty because of it. */
final class OddPeriod {

    private OddPeriod() {}

    /**
     * A sentence each.
     *
     * @param unread what stands where a day should, is none, and was left out
     */
    static List<String> sentences(List<String> unread, Period period, Words words) {
        Stream<String> reversed = period.isReversed() ? Stream.of(reversed(period, words)) : Stream.of();
        return Stream.concat(unread.stream().map(text -> words.of("period.unread", text)), reversed)
                .toList();
    }

    static String reversed(Period period, Words words) {
        return words.of(
                "period.reversed",
                period.from().orElseThrow().toString(),
                period.to().orElseThrow().toString());
    }
}
