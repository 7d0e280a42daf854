package org.mammoflow.classifier.pixels;

import java.util.Arrays;
import java.util.BitSet;

/** Some cells of a grid. */
record CellMask(int rows, int columns, BitSet cells) {

    boolean get(int row, int column) {
        return row >= 0 && row < rows && column >= 0 && column < columns && cells.get(row * columns + column);
    }

    /** The share of the grid that is set, 0 to 1. */
    double share() {
        return (double) cells.cardinality() / (rows * columns);
    }

    /** The cells of the largest set that hangs together along edges; empty if no cell is set. */
    CellMask largestComponent() {
        BitSet left = (BitSet) cells.clone();
        BitSet largest = new BitSet();
        for (int seed = left.nextSetBit(0); seed >= 0; seed = left.nextSetBit(seed)) {
            BitSet component = takeComponent(left, seed);
            if (component.cardinality() > largest.cardinality()) {
                largest = component;
            }
        }
        return new CellMask(rows, columns, largest);
    }

    private BitSet takeComponent(BitSet left, int seed) {
        BitSet component = new BitSet(rows * columns);
        int[] stack = new int[64];
        int depth = 0;
        left.clear(seed);
        stack[depth++] = seed;
        while (depth > 0) {
            int cell = stack[--depth];
            component.set(cell);
            stack = depth + 4 > stack.length ? Arrays.copyOf(stack, 2 * stack.length) : stack;
            for (int neighbour : neighbours(cell)) {
                if (neighbour >= 0 && left.get(neighbour)) {
                    left.clear(neighbour);
                    stack[depth++] = neighbour;
                }
            }
        }
        return component;
    }

    private int[] neighbours(int cell) {
        int column = cell % columns;
        return new int[] {
            cell - columns,
            cell + columns < rows * columns ? cell + columns : -1,
            column > 0 ? cell - 1 : -1,
            column < columns - 1 ? cell + 1 : -1
        };
    }

    /** The cells whose four neighbours, as far as there are any, are all set: thin bridges and specks vanish. */
    CellMask shrunk() {
        BitSet shrunk = new BitSet(rows * columns);
        for (int cell = cells.nextSetBit(0); cell >= 0; cell = cells.nextSetBit(cell + 1)) {
            boolean inside = true;
            for (int neighbour : neighbours(cell)) {
                inside &= neighbour < 0 || cells.get(neighbour);
            }
            shrunk.set(cell, inside);
        }
        return new CellMask(rows, columns, shrunk);
    }

    /** What both have. */
    CellMask and(CellMask other) {
        BitSet both = (BitSet) cells.clone();
        both.and(other.cells);
        return new CellMask(rows, columns, both);
    }

    /** This mask and all cells that touch it by edge or corner. */
    CellMask grown() {
        BitSet grown = new BitSet(rows * columns);
        for (int cell = cells.nextSetBit(0); cell >= 0; cell = cells.nextSetBit(cell + 1)) {
            for (int y = Math.max(cell / columns - 1, 0); y <= Math.min(cell / columns + 1, rows - 1); y++) {
                int x = cell % columns;
                grown.set(y * columns + Math.max(x - 1, 0), y * columns + Math.min(x + 2, columns));
            }
        }
        return new CellMask(rows, columns, grown);
    }

    /** The smallest box around the set cells, of which there must be one. */
    Box box() {
        int top = rows;
        int bottom = 0;
        int left = columns;
        int right = 0;
        for (int cell = cells.nextSetBit(0); cell >= 0; cell = cells.nextSetBit(cell + 1)) {
            top = Math.min(top, cell / columns);
            bottom = Math.max(bottom, cell / columns + 1);
            left = Math.min(left, cell % columns);
            right = Math.max(right, cell % columns + 1);
        }
        return new Box(top, left, bottom, right);
    }

    /** Set cells in some columns. */
    int count(int fromColumn, int toColumn) {
        return (int) cells.stream()
                .filter(cell -> cell % columns >= fromColumn && cell % columns < toColumn)
                .count();
    }
}
