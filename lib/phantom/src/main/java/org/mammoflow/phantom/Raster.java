package org.mammoflow.phantom;

import java.util.Arrays;

/** A map over the field in cells of fixed size in mm; x runs from the chest wall to the nipple, y downwards. */
final class Raster {
    /** Fine enough for septa and spicules; what is finer is drawn on the detector's own pixels. */
    static final double CELL_MM = 0.28;

    final int columns;
    final int rows;
    final float[] cells;

    Raster(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        cells = new float[columns * rows];
    }

    static Raster over(Detector.Field field) {
        int columns = (int) Math.ceil(field.widthMm() / CELL_MM) + 2;
        int rows = (int) Math.ceil(field.heightMm() / CELL_MM) + 2;
        return new Raster(columns, rows);
    }

    Raster sameSize() {
        return new Raster(columns, rows);
    }

    Raster filled(float value) {
        Arrays.fill(cells, value);
        return this;
    }

    static double mm(int cell) {
        return cell * CELL_MM;
    }

    static int cell(double mm) {
        return (int) Math.round(mm / CELL_MM);
    }

    float get(int column, int row) {
        return cells[row * columns + column];
    }

    /** The nearest cell's value; places outside the field take the value at its edge. */
    float at(double xMm, double yMm) {
        int column = Math.max(0, Math.min(columns - 1, cell(xMm)));
        int row = Math.max(0, Math.min(rows - 1, cell(yMm)));
        return cells[row * columns + column];
    }

    /** Whatever is drawn round a place: called with each cell within the radius and its distance in mm. */
    interface Pen {
        void touch(int index, double distanceMm);
    }

    void around(double xMm, double yMm, double radiusMm, Pen pen) {
        int left = Math.max(0, (int) Math.ceil((xMm - radiusMm) / CELL_MM));
        int right = Math.min(columns - 1, (int) Math.floor((xMm + radiusMm) / CELL_MM));
        int top = Math.max(0, (int) Math.ceil((yMm - radiusMm) / CELL_MM));
        int bottom = Math.min(rows - 1, (int) Math.floor((yMm + radiusMm) / CELL_MM));
        for (int row = top; row <= bottom; row++) {
            double dy = mm(row) - yMm;
            for (int column = left; column <= right; column++) {
                double dx = mm(column) - xMm;
                double squared = dx * dx + dy * dy;
                if (squared <= radiusMm * radiusMm) {
                    pen.touch(row * columns + column, Math.sqrt(squared));
                }
            }
        }
    }

    /** A dot of a thread: the brightest of what is there and a bell of the given width, so crossings do not bead. */
    void thread(double xMm, double yMm, double widthMm, double height) {
        double reach = Math.max(widthMm * 1.6, CELL_MM * 1.5);
        double perSquare = 1 / (0.36 * widthMm * widthMm + 0.02);
        around(xMm, yMm, reach, (index, distance) -> {
            float value = (float) (height / (1 + squared(distance * distance * perSquare)));
            cells[index] = Math.max(cells[index], value);
        });
    }

    private static double squared(double value) {
        return value * value;
    }

    void add(Raster other) {
        for (int i = 0; i < cells.length; i++) {
            cells[i] += other.cells[i];
        }
    }
}
