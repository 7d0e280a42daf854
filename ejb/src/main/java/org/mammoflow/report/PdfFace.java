package org.mammoflow.report;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The face that reports are set in: what it can print, and how wide. Asks the font once for each character. */
final class PdfFace {

    private static final String FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final float LACKING = -1;

    private final PDFont font;
    private final Map<Integer, Float> widths = new HashMap<>();

    private PdfFace(PDFont font) {
        this.font = font;
    }

    static PdfFace of(PDDocument document) throws IOException {
        try (InputStream file = PDDocument.class.getResourceAsStream(FILE)) {
            TrueTypeFont face = new TTFParser().parse(new RandomAccessReadBuffer(file));
            // Looking for ligatures in each cell takes longer than all the rest of a page, and nobody searches for
            // them.
            face.setEnableGsub(false);
            document.registerTrueTypeFontForClosing(face);
            return new PdfFace(PDType0Font.load(document, face, true));
        }
    }

    PDFont font() {
        return font;
    }

    /** The text with a question mark for whatever the face lacks, such as ideographs: not dropped and not an error. */
    String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().forEach(c -> printable.appendCodePoint(width(c) == LACKING ? '?' : c));
        return printable.toString();
    }

    /** As much of a printable text as fits into this width. */
    String fitting(String printable, float size, float most) {
        float width = 0;
        for (int at = 0; at < printable.length(); at = printable.offsetByCodePoints(at, 1)) {
            width += width(printable.codePointAt(at)) / 1000 * size;
            if (width > most) {
                return printable.substring(0, at);
            }
        }
        return printable;
    }

    /** Of a printable text, in points. */
    float width(String printable, float size) {
        return (float) printable.codePoints().mapToDouble(this::width).sum() / 1000 * size;
    }

    private float width(int codePoint) {
        return widths.computeIfAbsent(codePoint, this::measured);
    }

    private float measured(int codePoint) {
        try {
            String text = Character.toString(codePoint);
            font.encode(text);
            return Character.isISOControl(codePoint) ? LACKING : font.getStringWidth(text);
        } catch (IOException | IllegalArgumentException e) {
            return LACKING;
        }
    }
}
