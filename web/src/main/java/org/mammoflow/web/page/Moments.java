package org.mammoflow.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.mammoflow.platform.SiteZone;

/**
 * Times of the record (UTC) as the site's clock shows them. Dates are written ISO 8601 in every language, because
 * 03/04/2026 means two different days.
 */
@Named("moments")
@RequestScoped
public class Moments {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    @Inject
    Clock clock;

    @Inject
    Words words;

    private final ZoneId site = SiteZone.zone();

    public String minute(Instant moment) {
        return MINUTES.format(moment.atZone(site));
    }

    public String second(Instant moment) {
        return SECONDS.format(moment.atZone(site));
    }

    /** Time of day only. */
    public String time(Instant moment) {
        return TIME.format(moment.atZone(site));
    }

    boolean isToCome(Instant moment) {
        return clock.instant().isBefore(moment);
    }

    public String zone() {
        return site.getId();
    }

    /** How long ago, in its two largest units. */
    public String ago(Instant moment) {
        Duration waited = Duration.between(moment, clock.instant());
        if (waited.toDays() > 0) {
            return words.of("waited.days", waited.toDays(), waited.toHoursPart());
        }
        return waited.toHours() > 0
                ? words.of("waited.hours", waited.toHours(), waited.toMinutesPart())
                : words.of("waited.minutes", Math.max(0, waited.toMinutes()));
    }

    /** Whole years between two days. */
    long years(LocalDate from, LocalDate to) {
        return ChronoUnit.YEARS.between(from, to);
    }
}
