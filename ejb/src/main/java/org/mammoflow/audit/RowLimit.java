package org.mammoflow.audit;

import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/** Lets so many rows a minute through for each kind and counts the rest: nobody may fill the trail by knocking all night. */
public final class RowLimit {

    private final int rowsPerMinute;
    private final Map<String, Minute> minutes = new ConcurrentHashMap<>();

    public RowLimit(int rowsPerMinute) {
        this.rowsPerMinute = rowsPerMinute;
    }

    /**
     * @param kind what is counted together; there must be few of them, so never a text that a stranger chooses
     * @return how many were held back since the last row; nothing when this one is held back too
     */
    public OptionalLong admit(String kind, Instant now) {
        return minutes.computeIfAbsent(kind, first -> new Minute()).admit(now.getEpochSecond() / 60);
    }

    private final class Minute {

        private long minute;
        private int rows;
        private long heldBack;

        synchronized OptionalLong admit(long now) {
            if (minute != now) {
                minute = now;
                rows = 0;
            }
            if (rows == rowsPerMinute) {
                heldBack++;
                return OptionalLong.empty();
            }
            rows++;
            long untold = heldBack;
            heldBack = 0;
            return OptionalLong.of(untold);
        }
    }
}
