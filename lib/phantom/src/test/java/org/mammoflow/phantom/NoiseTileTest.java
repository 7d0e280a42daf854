package org.mammoflow.phantom;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoiseTileTest {
    private static final int SIZE = 256;

    @ParameterizedTest
    @ValueSource(doubles = {2.5, 3.0, 3.5})
    void power_falls_with_frequency_to_the_power_of_minus_beta(double beta) {
        double slope = 0;
        for (int seed = 0; seed < 8; seed++) {
            slope += slope(new NoiseTile(Draws.of(seed, "test"), new NoiseTile.Grain(SIZE, 1, 256), beta));
        }
        // A line through a field with power f^-β has power f^-(β-1).
        assertThat(1 - slope / 8).isBetween(beta - 0.45, beta + 0.45);
    }

    /** Slope of log power over log frequency, averaged over the rows, from period 64 to period 5. */
    private static double slope(NoiseTile tile) {
        double n = 0;
        double sumX = 0;
        double sumY = 0;
        double sumXx = 0;
        double sumXy = 0;
        for (int frequency = 4; frequency <= 50; frequency++) {
            double x = Math.log(frequency);
            double y = Math.log(power(tile, frequency));
            n += 1.0 / frequency;
            sumX += x / frequency;
            sumY += y / frequency;
            sumXx += x * x / frequency;
            sumXy += x * y / frequency;
        }
        return (n * sumXy - sumX * sumY) / (n * sumXx - sumX * sumX);
    }

    private static double power(NoiseTile tile, int frequency) {
        double power = 0;
        for (int row = 0; row < SIZE; row++) {
            double real = 0;
            double imaginary = 0;
            for (int column = 0; column < SIZE; column++) {
                double angle = 2 * Math.PI * frequency * column / SIZE;
                real += tile.cell(column, row) * Math.cos(angle);
                imaginary += tile.cell(column, row) * Math.sin(angle);
            }
            power += real * real + imaginary * imaginary;
        }
        return power;
    }
}
