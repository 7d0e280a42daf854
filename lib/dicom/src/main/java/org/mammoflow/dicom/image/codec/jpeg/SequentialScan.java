package org.mammoflow.dicom.image.codec.jpeg;

import java.util.Arrays;
import org.mammoflow.dicom.image.codec.BadCodestream;

/** Sequential DCT scan with Huffman coding (ISO/IEC 10918-1 Annex F) of one component: blocks of 8 × 8 samples, row by row. */
final class SequentialScan {
    private static final int BLOCK = 8;
    private static final int[] ZIGZAG = {
        0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14,
        21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60,
        61, 54, 47, 55, 62, 63
    };

    private final FrameHeader frame;
    private final HuffmanTable dc;
    private final HuffmanTable ac;
    private final int[] quantization;
    private final int blocksAcross;
    private final int blocks;
    private final int blocksPerInterval;

    SequentialScan(FrameHeader frame, ScanHeader scan, Tables tables) {
        this.frame = frame;
        this.dc = tables.dc(scan.dcTable());
        this.ac = tables.ac(scan.acTable());
        this.quantization = tables.quantization(frame.quantization());
        this.blocksAcross = (frame.columns() + BLOCK - 1) / BLOCK;
        this.blocks = blocksAcross * ((frame.rows() + BLOCK - 1) / BLOCK);
        this.blocksPerInterval = tables.restartInterval() == 0 ? blocks : tables.restartInterval();
    }

    short[] decode(byte[] codestream, int start) {
        int intervals = (blocks + blocksPerInterval - 1) / blocksPerInterval;
        EntropyCoded coded = EntropyCoded.read(codestream, start, intervals);
        if (coded.intervals() < intervals) {
            throw BadCodestream.broken("JPEG scan has %d restart intervals of %d", coded.intervals(), intervals);
        }
        short[] samples = new short[Math.multiplyExact(frame.rows(), frame.columns())];
        for (int interval = 0; interval < intervals; interval++) {
            int first = interval * blocksPerInterval;
            decode(coded.interval(interval), samples, first, Math.min(first + blocksPerInterval, blocks));
        }
        return samples;
    }

    private void decode(BitReader bits, short[] samples, int firstBlock, int endBlock) {
        InverseDct dct = new InverseDct(frame.precision());
        float[] coefficients = new float[64];
        int predicted = 0;
        for (int block = firstBlock; block < endBlock; block++) {
            if (block % blocksAcross == 0) {
                BadCodestream.stopIfInterrupted();
            }
            Arrays.fill(coefficients, 0);
            predicted += readDc(bits);
            coefficients[0] = (float) predicted * quantization[0];
            readAc(bits, coefficients);
            store(dct.samples(coefficients), samples, block);
            bits.requireNotExhausted();
        }
    }

    private int readDc(BitReader bits) {
        bits.fill();
        int size = dc.symbol(bits);
        if (size > 15) {
            throw BadCodestream.broken("JPEG DC difference of %d bits", size);
        }
        return HuffmanTable.extend(bits.take(size), size);
    }

    /** Runs of zeros and values, until the block or its end code (F.2.2.2). */
    private void readAc(BitReader bits, float[] coefficients) {
        int k = 1;
        while (k < 64) {
            bits.fill();
            int runAndSize = ac.symbol(bits);
            int run = runAndSize >> 4;
            int size = runAndSize & 0xF;
            if (size == 0 && run < 15) {
                return;
            }
            k += run;
            if (k > 63) {
                throw BadCodestream.broken("JPEG block has more than 64 coefficients");
            }
            coefficients[ZIGZAG[k]] = (float) HuffmanTable.extend(bits.take(size), size) * quantization[k];
            k++;
        }
    }

    private void store(short[] block, short[] samples, int index) {
        int top = index / blocksAcross * BLOCK;
        int left = index % blocksAcross * BLOCK;
        int width = Math.min(BLOCK, frame.columns() - left);
        int bottom = Math.min(top + BLOCK, frame.rows());
        for (int y = top; y < bottom; y++) {
            System.arraycopy(block, (y - top) * BLOCK, samples, y * frame.columns() + left, width);
        }
    }
}
