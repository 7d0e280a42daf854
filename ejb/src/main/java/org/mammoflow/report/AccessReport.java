package org.mammoflow.report;

import java.util.List;

/**
 * Who dealt with what of one patient, the newest first.
 *
 * @param total how many rows there are; more than {@code lines} when only the newest were asked for
 */
public record AccessReport(List<AccessLine> lines, long total) {

    public boolean isWhole() {
        return lines.size() == total;
    }
}
