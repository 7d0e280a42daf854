package org.mammoflow.dicom.image.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;
import org.mammoflow.dicom.image.codec.BadCodestream;

/** One resolution level of a tile: its subbands and its precincts in raster order (B.5, B.6). */
record Resolution(Area area, List<Subband> subbands, List<Precinct> precincts) {

    static Resolution of(Area tile, int r, CodingStyle coding, Quantization quantization) {
        int reduction = coding.levels() - r;
        Area area = tile.reduced(reduction);
        List<Subband> subbands = new ArrayList<>();
        for (int orientation = r == 0 ? 0 : 1; orientation <= (r == 0 ? 0 : 3); orientation++) {
            subbands.add(Subband.of(tile, r, orientation, coding, quantization));
        }
        return new Resolution(area, subbands, precincts(tile, area, r, coding, subbands));
    }

    private static List<Precinct> precincts(Area tile, Area area, int r, CodingStyle coding, List<Subband> subbands) {
        int widthExponent = coding.precinctWidthExponent(r);
        int heightExponent = coding.precinctHeightExponent(r);
        if (r > 0 && (widthExponent == 0 || heightExponent == 0)) {
            throw BadCodestream.broken("JPEG 2000 precinct of size 1 at resolution %d", r);
        }
        List<Precinct> precincts = new ArrayList<>();
        if (area.isEmpty()) {
            return precincts;
        }
        int reduction = coding.levels() - r;
        for (int y = area.top() >> heightExponent; y <= area.bottom() - 1 >> heightExponent; y++) {
            for (int x = area.left() >> widthExponent; x <= area.right() - 1 >> widthExponent; x++) {
                long left = Math.max(tile.left(), (long) x << widthExponent + reduction);
                long top = Math.max(tile.top(), (long) y << heightExponent + reduction);
                precincts.add(new Precinct(top, left, bands(subbands, x, y, r, coding)));
            }
        }
        return precincts;
    }

    private static List<PrecinctBand> bands(List<Subband> subbands, int x, int y, int r, CodingStyle coding) {
        int half = r == 0 ? 0 : 1; // subbands have half the resolution's size
        int widthExponent = coding.precinctWidthExponent(r) - half;
        int heightExponent = coding.precinctHeightExponent(r) - half;
        Area cell = new Area(x << widthExponent, y << heightExponent, x + 1 << widthExponent, y + 1 << heightExponent);
        List<PrecinctBand> bands = new ArrayList<>();
        for (Subband subband : subbands) {
            int blockWidth = Math.min(coding.blockWidthExponent(), widthExponent);
            int blockHeight = Math.min(coding.blockHeightExponent(), heightExponent);
            bands.add(PrecinctBand.of(subband, cell.intersection(subband.area()), blockWidth, blockHeight));
        }
        return bands;
    }
}
