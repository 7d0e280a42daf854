package org.mammoflow.phantom;

/** The lead letters that say side and view, on the axillary or lateral side away from the breast. */
final class SideMarker {
    private static final int HEIGHT = 7;
    private static final double DOT_MM = 0.9;

    /** Letters of 5 × 7 dots, row by row. */
    private enum Letter {
        R("11110 10001 10001 11110 10100 10010 10001"),
        L("10000 10000 10000 10000 10000 10000 11111"),
        C("01110 10001 10000 10000 10000 10001 01110"),
        M("10001 11011 10101 10101 10001 10001 10001"),
        O("01110 10001 10001 10001 10001 10001 01110");

        private final String[] rows;

        Letter(String dots) {
            rows = dots.split(" ");
        }

        boolean dot(int column, int row) {
            return column < 5 && rows[row].charAt(column) == '1';
        }
    }

    private SideMarker() {}

    /** @param grey chest wall left; letters are mirrored for a right breast, whose image is turned when it is coded */
    static void draw(float[] grey, Breast breast, Exposure exposure) {
        Detector.Field field = exposure.detector().field();
        String text =
                (breast.side() == Side.RIGHT ? "R" : "L") + exposure.view().name();
        double width = text.length() * 6 * DOT_MM;
        double left = field.widthMm() - width - 9;
        double top = 12;
        for (int row = 0; row < field.rows(); row++) {
            int dotRow = (int) Math.floor(((row + 0.5) * field.pixelSpacingMm() - top) / DOT_MM);
            if (dotRow >= 0 && dotRow < HEIGHT) {
                drawRow(grey, row, dotRow, new Line(text, left, width, breast.side() == Side.RIGHT), field);
            }
        }
    }

    private record Line(String text, double left, double width, boolean mirrored) {

        boolean dot(double xMm, int row) {
            double into = mirrored ? left + width - xMm : xMm - left;
            int column = (int) Math.floor(into / DOT_MM);
            boolean within = column >= 0 && column < text.length() * 6;
            return within
                    && Letter.valueOf(text.substring(column / 6, column / 6 + 1))
                            .dot(column % 6, row);
        }
    }

    private static void drawRow(float[] grey, int row, int dotRow, Line line, Detector.Field field) {
        int from = (int) (line.left() / field.pixelSpacingMm());
        for (int column = from; column < field.columns(); column++) {
            if (line.dot((column + 0.5) * field.pixelSpacingMm(), dotRow)) {
                grey[row * field.columns() + column] = 1.02f;
            }
        }
    }
}
