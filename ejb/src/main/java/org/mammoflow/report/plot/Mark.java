package org.mammoflow.report.plot;

/** Something drawn; its kind says what it means, whoever draws it chooses how that looks. */
public sealed interface Mark {

    enum Kind {
        AXIS,
        GRID,
        LIMIT,
        CENTRE,
        DATA,
        OUTLIER,
        WORD,
        QUIET
    }

    Kind kind();

    record Line(Kind kind, double x1, double y1, double x2, double y2) implements Mark {}

    record Bar(Kind kind, double x, double y, double width, double height) implements Mark {}

    /** A point; an outlier is drawn as a square, so that colour never stands alone. */
    record Dot(Kind kind, double x, double y) implements Mark {}

    /**
     * A word.
     *
     * @param x where it begins ({@link Anchor#START}), has its middle or ends
     * @param y its baseline
     */
    record Text(Kind kind, double x, double y, Anchor anchor, String text) implements Mark {}

    enum Anchor {
        START,
        MIDDLE,
        END
    }
}
