package org.mammoflow.platform;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** The site's time zone: how pages show a moment, and when a day or a month of a report begins. The record itself is UTC. */
public final class SiteZone {

    private static final String NAME = "mammoflow.time-zone";

    private SiteZone() {}

    /** As started; UTC when the site has said nothing. */
    public static ZoneId zone() {
        return parse(Setting.text(NAME, "UTC"));
    }

    /**
     * The same in SQL, as part of an expression. By a known name only: PostgreSQL counts offsets such as {@code +02:00} to the
     * west, Java and H2 to the east.
     */
    public static String sql() {
        return "'" + zone().getId() + "'";
    }

    static ZoneId parse(String name) {
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw new WrongSetting(NAME, name, "a zone by name, such as Europe/Berlin");
        }
        return ZoneId.of(name);
    }

    /** The first moment of a day here; where clocks jump over midnight, the first one there is. */
    public static OffsetDateTime startOf(LocalDate day) {
        return startOf(day, zone());
    }

    static OffsetDateTime startOf(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toOffsetDateTime();
    }
}
