package org.mammoflow.report;

import java.util.List;

/**
 * What goes into a file, whatever its format.
 *
 * @param rows each passes once, in the order of recording
 * @param title who asked for what
 * @param silence images without opinion in the period of the filter
 * @param readingTimes of the readers
 * @param signature signs a digest with the installation's key
 */
record ReportContent(
        FileTally rows, ReportTitle title, Silence silence, List<ReadingTime> readingTimes, Signature signature) {

    /** Makes the signature that is printed beside a digest. */
    @FunctionalInterface
    interface Signature {
        String of(ReportTitle title, ReportSeal seal);
    }

    Statistics statistics() {
        return rows.statistics(silence, readingTimes);
    }

    /** What every format says about the file, once all rows have passed. */
    List<String> lines(ReportSeal seal) {
        return title.lines(seal, signature.of(title, seal));
    }
}
