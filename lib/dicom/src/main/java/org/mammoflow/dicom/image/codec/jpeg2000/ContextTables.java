package org.mammoflow.dicom.image.codec.jpeg2000;

/** Contexts by neighbourhood (tables D.1 and D.3). */
final class ContextTables {
    private static final int FIRST_SIGN_CONTEXT = 9;

    private ContextTables() {}

    /**
     * Zero coding contexts of a subband's orientation by the significance of the neighbours: nine bits, row by row from the upper left
     * one, whose middle is the coefficient itself.
     */
    static byte[] zeroCoding(int orientation) {
        byte[] table = new byte[512];
        for (int around = 0; around < table.length; around++) {
            int horizontal = (around >> 3 & 1) + (around >> 5 & 1);
            int vertical = (around >> 1 & 1) + (around >> 7 & 1);
            int diagonal = (around & 1) + (around >> 2 & 1) + (around >> 6 & 1) + (around >> 8 & 1);
            table[around] = (byte)
                    switch (orientation) {
                        case 1 -> lowPass(vertical, horizontal, diagonal);
                        case 3 -> highPass(horizontal + vertical, diagonal);
                        default -> lowPass(horizontal, vertical, diagonal);
                    };
        }
        return table;
    }

    private static int lowPass(int along, int across, int diagonal) {
        if (along == 2) {
            return 8;
        }
        if (along == 1) {
            return across > 0 ? 7 : diagonal > 0 ? 6 : 5;
        }
        return across > 0 ? 2 + across : Math.min(2, diagonal);
    }

    private static int highPass(int adjacent, int diagonal) {
        return switch (diagonal) {
            case 0 -> Math.min(2, adjacent);
            case 1 -> 3 + Math.min(2, adjacent);
            case 2 -> adjacent > 0 ? 7 : 6;
            default -> 8;
        };
    }

    /**
     * Sign coding: {@code context << 1 | flip} by significance (odd bits) and sign (even bits) of the neighbours above, left, right and
     * below, in this order from the lowest bit.
     */
    static byte[] signCoding() {
        byte[] table = new byte[256];
        for (int index = 0; index < table.length; index++) {
            int vertical = clamp(contribution(index) + contribution(index >> 6));
            int horizontal = clamp(contribution(index >> 2) + contribution(index >> 4));
            int sum = 3 * horizontal + vertical;
            int flip = sum < 0 ? 1 : 0;
            table[index] = (byte) (FIRST_SIGN_CONTEXT + Math.abs(sum) << 1 | flip);
        }
        return table;
    }

    private static int contribution(int significanceAndSign) {
        if ((significanceAndSign & 2) == 0) {
            return 0;
        }
        return (significanceAndSign & 1) == 0 ? 1 : -1;
    }

    private static int clamp(int sum) {
        return Math.max(-1, Math.min(1, sum));
    }
}
