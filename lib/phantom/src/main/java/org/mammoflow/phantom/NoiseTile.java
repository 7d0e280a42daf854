package org.mammoflow.phantom;

/**
 * A periodic texture with a power-law spectrum: power falls as frequency to the power of -β, about 3 in mammograms.
 *
 * <p>White noise is added octave by octave on ever finer grids; each grid is a smooth (quadratic B-spline) refinement
 * of the coarser one. Mean 0, standard deviation 1.
 */
final class NoiseTile {
    private final int size;
    private final int mask;
    private final float perMm;
    private final float[] values;

    /** The sampling of a tile: side in cells (a power of two), width of a cell, longest wavelength. */
    record Grain(int size, double cellMm, double longestMm) {}

    NoiseTile(Draws draws, Grain grain, double beta) {
        size = grain.size();
        mask = size - 1;
        perMm = (float) (1 / grain.cellMm());
        double wanted = grain.size() * grain.cellMm() / grain.longestMm() * 2;
        int coarse = Math.min(size, Math.max(4, Integer.highestOneBit((int) Math.max(1, Math.round(wanted)))));
        // In two dimensions an octave holds variance proportional to wavelength^(β-2).
        double perOctave = StrictMath.pow(2, -(beta - 2) / 2);
        float[] level = new float[coarse * coarse];
        double amplitude = 1;
        addNoise(level, draws, amplitude);
        for (int side = coarse; side < size; side *= 2) {
            level = refine(level, side);
            amplitude *= perOctave;
            addNoise(level, draws, amplitude);
        }
        values = standardised(level);
    }

    private static void addNoise(float[] level, Draws draws, double amplitude) {
        for (int i = 0; i < level.length; i++) {
            level[i] += (float) amplitude * draws.textureNoise();
        }
    }

    private static float[] refine(float[] level, int side) {
        int twice = side * 2;
        float[] wide = new float[side * twice];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                float here = 0.75f * level[y * side + x];
                wide[y * twice + 2 * x] = here + 0.25f * level[y * side + (x + side - 1) % side];
                wide[y * twice + 2 * x + 1] = here + 0.25f * level[y * side + (x + 1) % side];
            }
        }
        float[] fine = new float[twice * twice];
        for (int y = 0; y < side; y++) {
            int above = (y + side - 1) % side * twice;
            int below = (y + 1) % side * twice;
            for (int x = 0; x < twice; x++) {
                float here = 0.75f * wide[y * twice + x];
                fine[2 * y * twice + x] = here + 0.25f * wide[above + x];
                fine[(2 * y + 1) * twice + x] = here + 0.25f * wide[below + x];
            }
        }
        return fine;
    }

    private static float[] standardised(float[] level) {
        double sum = 0;
        double squares = 0;
        for (float value : level) {
            sum += value;
            squares += (double) value * value;
        }
        double mean = sum / level.length;
        double scale = 1 / Math.sqrt(squares / level.length - mean * mean);
        for (int i = 0; i < level.length; i++) {
            level[i] = (float) ((level[i] - mean) * scale);
        }
        return level;
    }

    int size() {
        return size;
    }

    float cell(int x, int y) {
        return values[(y & mask) * size + (x & mask)];
    }

    /** The texture at a place in mm, interpolated. */
    float at(double xMm, double yMm) {
        float x = (float) xMm * perMm + size * 64;
        float y = (float) yMm * perMm + size * 64;
        int column = (int) x;
        int row = (int) y;
        float right = x - column;
        float down = y - row;
        int top = (row & mask) * size;
        int bottom = (row + 1 & mask) * size;
        int left = column & mask;
        int next = column + 1 & mask;
        float upper = values[top + left] + right * (values[top + next] - values[top + left]);
        float lower = values[bottom + left] + right * (values[bottom + next] - values[bottom + left]);
        return upper + down * (lower - upper);
    }
}
