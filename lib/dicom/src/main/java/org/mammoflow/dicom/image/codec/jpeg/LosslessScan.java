package org.mammoflow.dicom.image.codec.jpeg;

import org.mammoflow.dicom.image.codec.BadCodestream;

/** Lossless process with Huffman coding (ISO/IEC 10918-1 Annex H): a difference to a predicted sample for every sample. */
final class LosslessScan {
    private final FrameHeader frame;
    private final ScanHeader scan;
    private final HuffmanTable table;
    private final int rowsPerInterval;

    LosslessScan(FrameHeader frame, ScanHeader scan, Tables tables) {
        this.frame = frame;
        this.scan = scan;
        this.table = tables.dc(scan.dcTable());
        this.rowsPerInterval = rowsPerInterval(tables.restartInterval());
    }

    short[] decode(byte[] codestream, int start) {
        int intervals = (frame.rows() + rowsPerInterval - 1) / rowsPerInterval;
        EntropyCoded coded = EntropyCoded.read(codestream, start, intervals);
        if (coded.intervals() < intervals) {
            throw BadCodestream.broken("JPEG scan has %d restart intervals of %d", coded.intervals(), intervals);
        }
        short[] samples = new short[Math.multiplyExact(frame.rows(), frame.columns())];
        for (int interval = 0; interval < intervals; interval++) {
            int first = interval * rowsPerInterval;
            decode(coded.interval(interval), samples, first, Math.min(first + rowsPerInterval, frame.rows()));
        }
        return samples;
    }

    /** Intervals of whole rows only (H.1.1). */
    private int rowsPerInterval(int restartInterval) {
        if (restartInterval % frame.columns() != 0) {
            throw BadCodestream.broken("JPEG restart interval %d is not whole rows", restartInterval);
        }
        return restartInterval == 0 ? frame.rows() : restartInterval / frame.columns();
    }

    private void decode(BitReader bits, short[] samples, int firstRow, int endRow) {
        int columns = frame.columns();
        int[] above = new int[columns];
        int[] row = new int[columns];
        Prediction prediction = Prediction.of(scan.predictor());
        for (int y = firstRow; y < endRow; y++) {
            BadCodestream.stopIfInterrupted();
            readDifferences(bits, row);
            if (y == firstRow) {
                row[0] += 1 << frame.precision() - scan.pointTransform() - 1;
                Prediction.LEFT.add(row, above);
            } else {
                row[0] += above[0];
                prediction.add(row, above);
            }
            store(row, samples, y * columns);
            int[] swap = above;
            above = row;
            row = swap;
        }
        bits.requireNotExhausted();
    }

    private void readDifferences(BitReader bits, int[] row) {
        int[] oneStep = table.differences();
        for (int x = 0; x < row.length; x++) {
            bits.fill();
            int entry = oneStep[bits.peek(HuffmanTable.SHORT_BITS)];
            if (entry != 0) {
                bits.skip(entry & 0xFF);
                row[x] = entry >> 8;
            } else {
                row[x] = readLongDifference(bits);
            }
        }
        bits.requireNotExhausted();
    }

    private int readLongDifference(BitReader bits) {
        int size = table.symbol(bits);
        if (size > 16) {
            throw BadCodestream.broken("JPEG lossless difference of %d bits", size);
        }
        return size == 16 ? 1 << 15 : HuffmanTable.extend(bits.take(size), size);
    }

    private void store(int[] row, short[] samples, int offset) {
        int shift = scan.pointTransform();
        for (int x = 0; x < row.length; x++) {
            samples[offset + x] = (short) (row[x] << shift);
        }
    }
}
