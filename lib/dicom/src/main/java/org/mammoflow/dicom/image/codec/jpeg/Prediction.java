package org.mammoflow.dicom.image.codec.jpeg;

/**
 * The predictors of table H.1, each a loop over a row of differences that it turns into samples (modulo 65536). The first sample of
 * the row is already one.
 */
enum Prediction {
    LEFT {
        @Override
        void add(int[] row, int[] above) {
            int left = row[0] &= MODULO;
            for (int x = 1; x < row.length; x++) {
                left = row[x] = left + row[x] & MODULO;
            }
        }
    },
    ABOVE {
        @Override
        void add(int[] row, int[] above) {
            row[0] &= MODULO;
            for (int x = 1; x < row.length; x++) {
                row[x] = above[x] + row[x] & MODULO;
            }
        }
    },
    ABOVE_LEFT {
        @Override
        void add(int[] row, int[] above) {
            row[0] &= MODULO;
            for (int x = 1; x < row.length; x++) {
                row[x] = above[x - 1] + row[x] & MODULO;
            }
        }
    },
    PLANE {
        @Override
        void add(int[] row, int[] above) {
            int left = row[0] &= MODULO;
            for (int x = 1; x < row.length; x++) {
                left = row[x] = left + above[x] - above[x - 1] + row[x] & MODULO;
            }
        }
    },
    LEFT_AND_SLOPE {
        @Override
        void add(int[] row, int[] above) {
            int left = row[0] &= MODULO;
            for (int x = 1; x < row.length; x++) {
                left = row[x] = left + (above[x] - above[x - 1] >> 1) + row[x] & MODULO;
            }
        }
    },
    ABOVE_AND_SLOPE {
        @Override
        void add(int[] row, int[] above) {
            int left = row[0] &= MODULO;
            for (int x = 1; x < row.length; x++) {
                left = row[x] = above[x] + (left - above[x - 1] >> 1) + row[x] & MODULO;
            }
        }
    },
    MEAN {
        @Override
        void add(int[] row, int[] above) {
            int left = row[0] &= MODULO;
            for (int x = 1; x < row.length; x++) {
                left = row[x] = (left + above[x] >> 1) + row[x] & MODULO;
            }
        }
    };

    private static final int MODULO = 0xFFFF;

    /** By selection value 1 to 7. */
    static Prediction of(int selection) {
        return values()[selection - 1];
    }

    abstract void add(int[] row, int[] above);
}
