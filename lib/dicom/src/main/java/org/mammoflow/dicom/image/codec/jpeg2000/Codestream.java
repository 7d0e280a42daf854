package org.mammoflow.dicom.image.codec.jpeg2000;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mammoflow.dicom.image.codec.BadCodestream;
import org.mammoflow.dicom.image.codec.ByteCursor;
import org.mammoflow.dicom.image.codec.SampleGrid;

/** The headers of a codestream and where the packet bytes of its tiles lie (Annex A). */
final class Codestream {
    /** As many as tiles may be, twice; a hostile codestream has one in every fourteen bytes. */
    static final int MOST_TILE_PARTS = 1 << 17;

    private static final int SOC = 0xFF4F;
    private static final int SIZ = 0xFF51;
    private static final int COD = 0xFF52;
    private static final int COC = 0xFF53;
    private static final int QCD = 0xFF5C;
    private static final int QCC = 0xFF5D;
    private static final int RGN = 0xFF5E;
    private static final int POC = 0xFF5F;
    private static final int PPM = 0xFF60;
    private static final int PPT = 0xFF61;
    private static final int CAP = 0xFF50;
    private static final int SOT = 0xFF90;
    private static final int SOD = 0xFF93;
    private static final int EOC = 0xFFD9;

    private final byte[] bytes;
    private final ByteCursor cursor;
    private final SampleGrid promised;
    private final Map<Integer, List<Span>> parts = new HashMap<>();
    private int partCount;
    private ImageSize size;
    private CodingStyle coding;
    private Quantization quantization;
    private boolean componentQuantization;

    private record Span(int from, int to) {}

    private Codestream(byte[] bytes, SampleGrid promised) {
        this.bytes = bytes;
        this.cursor = new ByteCursor(bytes);
        this.promised = promised;
    }

    static Codestream read(byte[] bytes, SampleGrid promised) {
        Codestream codestream = new Codestream(bytes, promised);
        codestream.readMainHeader();
        codestream.readTileParts();
        return codestream;
    }

    /** The main header alone: size, coding and quantization. */
    static Codestream readMainHeader(byte[] head, SampleGrid promised) {
        Codestream codestream = new Codestream(head, promised);
        codestream.readMainHeader();
        return codestream;
    }

    ImageSize size() {
        return size;
    }

    CodingStyle coding() {
        return coding;
    }

    Quantization quantization() {
        return quantization;
    }

    /** The packet bytes of a tile, its tile-parts joined. */
    byte[] tile(int index) {
        List<Span> spans = parts.get(index);
        if (spans == null) {
            throw BadCodestream.broken("JPEG 2000 tile %d of %d is missing", index, size.tiles());
        }
        byte[] joined = new byte
                [spans.stream().mapToInt(span -> span.to() - span.from()).sum()];
        int length = 0;
        for (Span span : spans) {
            System.arraycopy(bytes, span.from(), joined, length, span.to() - span.from());
            length += span.to() - span.from();
        }
        return joined;
    }

    private void readMainHeader() {
        if (cursor.u16() != SOC || cursor.u16() != SIZ) {
            throw BadCodestream.broken("JPEG 2000 codestream does not begin with SOC and SIZ (FF4F FF51)");
        }
        size = ImageSize.read(cursor.segment(), promised);
        for (int marker = cursor.u16(); marker != SOT; marker = cursor.u16()) {
            readParameters(marker, cursor.segment());
        }
        if (coding == null || quantization == null) {
            throw BadCodestream.broken("JPEG 2000 main header lacks COD or QCD");
        }
    }

    private void readParameters(int marker, ByteCursor segment) {
        switch (marker) {
            case COD -> coding = CodingStyle.read(segment);
            case COC -> coding = codingBefore(marker).withComponent(segment);
            case QCD ->
                quantization = componentQuantization ? quantization : Quantization.read(segment, size.precision());
            case QCC -> readComponentQuantization(segment);
            case CAP, RGN, POC, PPM, PPT ->
                throw BadCodestream.unsupported("JPEG 2000 marker %04X is not supported", marker);
            default -> requireMarker(marker);
        }
    }

    private CodingStyle codingBefore(int marker) {
        if (coding == null) {
            throw BadCodestream.broken("JPEG 2000 marker %04X before COD", marker);
        }
        return coding;
    }

    private void readComponentQuantization(ByteCursor segment) {
        segment.u8(); // component index
        quantization = Quantization.read(segment, size.precision());
        componentQuantization = true;
    }

    private void requireMarker(int marker) {
        if (marker < 0xFF00) {
            throw BadCodestream.broken("JPEG 2000 marker expected before byte %d", cursor.position());
        }
    }

    private void readTileParts() {
        int marker = SOT;
        while (marker == SOT) {
            int start = cursor.position() - 2;
            ByteCursor header = cursor.segment();
            int tile = header.u16();
            long length = header.u32();
            if (tile >= size.tiles()) {
                throw BadCodestream.broken("JPEG 2000 tile index %d of %d tiles", tile, size.tiles());
            }
            readTilePart(tile, length == 0 ? bytes.length : start + length);
            marker = cursor.remaining() < 2 ? EOC : cursor.u16();
        }
    }

    private void readTilePart(int tile, long end) {
        for (int marker = cursor.u16(); marker != SOD; marker = cursor.u16()) {
            // A tile with its own parameters would need its own copy of them; no DICOM encoder known to us does that.
            if (marker == COD || marker == COC || marker == QCD || marker == QCC) {
                throw BadCodestream.unsupported("JPEG 2000 marker %04X in a tile is not supported", marker);
            }
            readParameters(marker, cursor.segment());
        }
        int from = cursor.position();
        if (end < from || end > bytes.length) {
            throw BadCodestream.broken("JPEG 2000 tile-part ends at byte %d, codestream at %d", end, bytes.length);
        }
        if (++partCount > MOST_TILE_PARTS) {
            throw BadCodestream.broken("JPEG 2000 has more than %d tile-parts", MOST_TILE_PARTS);
        }
        parts.computeIfAbsent(tile, index -> new ArrayList<>(1)).add(new Span(from, (int) end));
        cursor.moveTo((int) end);
    }
}
