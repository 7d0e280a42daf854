package org.mammoflow.report;

import java.util.ArrayList;
import java.util.List;

/**
 * What goes into a file, whatever its format.
 *
 * @param rows each passes once, in the order of recording, or without identifiers in one that was drawn
 * @param title who asked for what
 * @param beside what else is told
 * @param signature signs a digest with the installation's key
 */
record ReportContent(FileTally rows, ReportTitle title, Circumstances beside, Signature signature) {

    /** Makes the signature that is printed beside a digest. */
    @FunctionalInterface
    interface Signature {
        String of(ReportTitle title, ReportSeal seal);
    }

    Statistics statistics() {
        return rows.statistics(beside);
    }

    /** What every format says about the file, once all rows have passed. */
    List<String> lines(ReportSeal seal) {
        return title.lines(seal, signature.of(title, seal));
    }

    /** What the rows add up to and what the words mean, as text, for formats without a page of their own. */
    List<String> numbers() {
        List<String> numbers = new ArrayList<>(StatisticsText.of(statistics()));
        numbers.addAll(ReportTitle.DEFINITIONS);
        return numbers;
    }
}
