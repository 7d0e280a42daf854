package org.mammoflow.dicom.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ShortBuffer;
import java.util.Arrays;
import javax.imageio.ImageIO;

/**
 * An 8-bit picture of a frame for thumbnails and WADO-RS rendered (PS3.18 8.7): greys of the table averaged over areas, padding black.
 *
 * @param greys rows × columns, row by row from the top left, 0 black to 255 white
 */
public record Rendition(int rows, int columns, byte[] greys) {

    /**
     * Renders a frame no larger than asked, its proportions kept; frames that are smaller keep their size.
     *
     * @param table from {@link GreyScale}
     * @param longestSide of the rendition, above 0
     */
    public static Rendition of(Frame frame, char[] table, int longestSide) {
        int longest = Math.max(frame.rows(), frame.columns());
        int target = Math.min(longestSide, longest);
        int rows = Math.max(1, (int) ((long) frame.rows() * target / longest));
        int columns = Math.max(1, (int) ((long) frame.columns() * target / longest));
        byte[] greys = new byte[rows * columns];
        int[] sums = new int[columns];
        int[] columnOf = bins(frame.columns(), columns);
        int[] counts = counts(columnOf, columns);
        byte[] display = eightBits(table);
        ShortBuffer samples = frame.samples();
        for (int y = 0; y < rows; y++) {
            int top = (int) ((long) y * frame.rows() / rows);
            int bottom = (int) ((long) (y + 1) * frame.rows() / rows);
            for (int sourceRow = top; sourceRow < bottom; sourceRow++) {
                addRow(samples, sourceRow * frame.columns(), display, columnOf, sums);
            }
            average(sums, counts, bottom - top, greys, y * columns);
        }
        return new Rendition(rows, columns, greys);
    }

    /** The target column of each source column; all of the same width but for one. */
    private static int[] bins(int source, int target) {
        int[] bins = new int[source];
        for (int x = 0; x < target; x++) {
            int from = (int) ((long) x * source / target);
            int to = (int) ((long) (x + 1) * source / target);
            Arrays.fill(bins, from, to, x);
        }
        return bins;
    }

    private static int[] counts(int[] bins, int target) {
        int[] counts = new int[target];
        for (int bin : bins) {
            counts[bin]++;
        }
        return counts;
    }

    private static byte[] eightBits(char[] table) {
        byte[] display = new byte[table.length];
        for (int i = 0; i < table.length; i++) {
            display[i] = table[i] == GreyScale.PADDING ? 0 : (byte) Math.round(table[i] * 255.0 / GreyScale.WHITE);
        }
        return display;
    }

    private static void addRow(ShortBuffer samples, int from, byte[] display, int[] columnOf, int[] sums) {
        for (int x = 0; x < columnOf.length; x++) {
            sums[columnOf[x]] += display[samples.get(from + x) & 0xFFFF] & 0xFF;
        }
    }

    private static void average(int[] sums, int[] counts, int height, byte[] greys, int at) {
        for (int x = 0; x < sums.length; x++) {
            int area = counts[x] * height;
            greys[at + x] = (byte) ((sums[x] + area / 2) / area);
            sums[x] = 0;
        }
    }

    public void writePng(OutputStream out) throws IOException {
        write("png", out);
    }

    public void writeJpeg(OutputStream out) throws IOException {
        write("jpeg", out);
    }

    private void write(String format, OutputStream out) throws IOException {
        BufferedImage image = new BufferedImage(columns, rows, BufferedImage.TYPE_BYTE_GRAY);
        byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        System.arraycopy(greys, 0, pixels, 0, greys.length);
        if (!ImageIO.write(image, format, out)) {
            throw new IOException("this Java installation cannot write " + format);
        }
    }
}
