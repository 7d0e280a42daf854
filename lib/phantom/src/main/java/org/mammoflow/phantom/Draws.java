package org.mammoflow.phantom;

import java.util.List;
import java.util.SplittableRandom;

/** Random draws that are the same on every machine: only exact arithmetic and StrictMath. */
final class Draws {
    private final SplittableRandom random;

    private Draws(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Draws for one purpose, independent of what other purposes have drawn. */
    static Draws of(long seed, Object... purpose) {
        long mixed = seed;
        for (Object part : purpose) {
            String text = part instanceof Enum<?> constant ? constant.name() : part.toString();
            mixed = mix(mixed * 31 + text.hashCode());
        }
        return new Draws(mixed);
    }

    /** Spreads a seed over all 64 bits (the finaliser of SplitMix64). */
    static long mix(long seed) {
        long z = seed + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    int count(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** Index of a share: {@code weighted(0.1, 0.4, 0.5)} gives 2 in half of all cases. */
    int weighted(double... shares) {
        double draw = random.nextDouble();
        for (int i = 0; i < shares.length - 1; i++) {
            draw -= shares[i];
            if (draw < 0) {
                return i;
            }
        }
        return shares.length - 1;
    }

    /** Roughly normal, mean 0 and standard deviation 1, never beyond ±6 (sum of twelve uniform draws). */
    double normal() {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += random.nextDouble();
        }
        return sum;
    }

    /** Cheap normal draw for textures: the sum of the four quarters of one 64-bit word. */
    float textureNoise() {
        return quarters(random.nextLong());
    }

    /** Mean 0 and standard deviation 1 from 64 uniform bits. */
    static float quarters(long bits) {
        int sum = (int) (bits & 0xFFFF)
                + (int) (bits >>> 16 & 0xFFFF)
                + (int) (bits >>> 32 & 0xFFFF)
                + (int) (bits >>> 48);
        return (sum - 131_070) * (1 / 37_837f);
    }

    long seed() {
        return random.nextLong();
    }
}
