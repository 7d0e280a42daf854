package org.mammoflow.dicom.image.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;

/** A precinct's code blocks in one subband, in raster order, with their two tag trees (B.10.2). */
record PrecinctBand(int bitPlanes, int blocksAcross, List<CodeBlock> blocks, TagTree inclusion, TagTree zeroPlanes) {

    static PrecinctBand of(Subband subband, Area area, int blockWidth, int blockHeight) {
        List<CodeBlock> blocks = new ArrayList<>();
        if (area.isEmpty()) {
            return new PrecinctBand(subband.bitPlanes(), 0, blocks, new TagTree(0, 0), new TagTree(0, 0));
        }
        int firstColumn = area.left() >> blockWidth;
        int firstRow = area.top() >> blockHeight;
        int columns = (area.right() - 1 >> blockWidth) - firstColumn + 1;
        int rows = (area.bottom() - 1 >> blockHeight) - firstRow + 1;
        for (int y = firstRow; y < firstRow + rows; y++) {
            for (int x = firstColumn; x < firstColumn + columns; x++) {
                Area cell = new Area(x << blockWidth, y << blockHeight, x + 1 << blockWidth, y + 1 << blockHeight);
                blocks.add(new CodeBlock(cell.intersection(area), subband.orientation()));
            }
        }
        subband.codeBlocks().addAll(blocks);
        return new PrecinctBand(
                subband.bitPlanes(), columns, blocks, new TagTree(columns, rows), new TagTree(columns, rows));
    }
}
