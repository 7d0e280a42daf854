package org.mammoflow.dicom.image.codec.jpeg2000;

/** A tag tree (B.10.2): numbers of a grid coded through the minima of two by two of them, level by level. */
final class TagTree {
    private final int[] widths;
    private final int[] starts;
    private final int[] lowerBounds;
    private final boolean[] known;

    TagTree(int width, int height) {
        int levels = 1;
        for (int w = width, h = height; w > 1 || h > 1; w = w + 1 >> 1, h = h + 1 >> 1) {
            levels++;
        }
        widths = new int[levels];
        starts = new int[levels];
        int nodes = 0;
        for (int level = 0, w = width, h = height; level < levels; level++, w = w + 1 >> 1, h = h + 1 >> 1) {
            widths[level] = w;
            starts[level] = nodes;
            nodes += w * h;
        }
        lowerBounds = new int[nodes];
        known = new boolean[nodes];
    }

    /** Reads as much as is needed to tell whether the number at a place is below the threshold. */
    boolean isBelow(int threshold, int x, int y, HeaderBits bits) {
        int bound = 0;
        int node = 0;
        for (int level = widths.length - 1; level >= 0; level--) {
            node = starts[level] + (y >> level) * widths[level] + (x >> level);
            bound = Math.max(bound, lowerBounds[node]);
            while (bound < threshold && !known[node]) {
                if (bits.next() == 1) {
                    known[node] = true;
                } else {
                    bound++;
                }
            }
            lowerBounds[node] = bound;
        }
        return known[node] && bound < threshold;
    }
}
