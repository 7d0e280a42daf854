package org.mammoflow.dicom.image.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;
import org.mammoflow.dicom.image.codec.BadCodestream;

/** A tile cut into resolutions, subbands, precincts and code blocks (Annex B). */
final class Tile {
    /** No sound codestream of a frame within the size limit comes near it; a hostile one asks for hundreds of millions. */
    private static final int MOST_PARTS = 1 << 20;

    private final Area area;
    private final List<Resolution> resolutions = new ArrayList<>();

    Tile(Area area, CodingStyle coding, Quantization quantization) {
        this.area = area;
        requireFewParts(coding);
        for (int r = 0; r <= coding.levels(); r++) {
            resolutions.add(Resolution.of(area, r, coding, quantization));
        }
    }

    Area area() {
        return area;
    }

    List<Resolution> resolutions() {
        return resolutions;
    }

    List<Subband> subbands() {
        return resolutions.stream().flatMap(r -> r.subbands().stream()).toList();
    }

    private void requireFewParts(CodingStyle coding) {
        long parts = 0;
        for (int r = 0; r <= coding.levels(); r++) {
            Area reduced = area.reduced(coding.levels() - r);
            int width = Math.min(coding.precinctWidthExponent(r), coding.blockWidthExponent());
            int height = Math.min(coding.precinctHeightExponent(r), coding.blockHeightExponent());
            parts += ((long) (reduced.width() >> width) + 2) * ((reduced.height() >> height) + 2);
        }
        if (parts > MOST_PARTS) {
            throw BadCodestream.broken("JPEG 2000 tile is cut into %d parts, more than %d", parts, MOST_PARTS);
        }
    }
}
