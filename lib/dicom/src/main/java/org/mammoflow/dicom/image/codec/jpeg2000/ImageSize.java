package org.mammoflow.dicom.image.codec.jpeg2000;

import org.mammoflow.dicom.image.codec.BadCodestream;
import org.mammoflow.dicom.image.codec.ByteCursor;
import org.mammoflow.dicom.image.codec.SampleGrid;

/** SIZ (A.5.1): where the image and its tiles lie on the reference grid. */
record ImageSize(Area image, int tileWidth, int tileHeight, int tileLeft, int tileTop, int precision, boolean signed) {

    static ImageSize read(ByteCursor segment, SampleGrid promised) {
        segment.u16(); // capabilities
        int right = coordinate(segment);
        int bottom = coordinate(segment);
        int left = coordinate(segment);
        int top = coordinate(segment);
        int tileWidth = coordinate(segment);
        int tileHeight = coordinate(segment);
        int tileLeft = coordinate(segment);
        int tileTop = coordinate(segment);
        int components = segment.u16();
        int depth = segment.u8();
        int horizontalStep = segment.u8();
        int verticalStep = segment.u8();
        Area image = new Area(left, top, right, bottom);
        promised.requireSame(image.height(), image.width(), components, (depth & 0x7F) + 1);
        promised.requireSign(depth >> 7 == 1);
        if (horizontalStep != 1 || verticalStep != 1) {
            throw BadCodestream.unsupported("JPEG 2000 sub-sampled component");
        }
        ImageSize size =
                new ImageSize(image, tileWidth, tileHeight, tileLeft, tileTop, (depth & 0x7F) + 1, depth >> 7 == 1);
        size.check();
        return size;
    }

    private static int coordinate(ByteCursor segment) {
        long value = segment.u32();
        if (value > 1 << 30) {
            throw BadCodestream.broken("JPEG 2000 coordinate %d is beyond 2^30", value);
        }
        return (int) value;
    }

    private void check() {
        boolean legal = tileWidth > 0
                && tileHeight > 0
                && tileLeft <= image.left()
                && tileTop <= image.top()
                && tileLeft + tileWidth > image.left()
                && tileTop + tileHeight > image.top();
        if (!legal) {
            throw BadCodestream.broken("JPEG 2000 tiles (SIZ) do not cover the image");
        }
        if ((long) tilesAcross() * tilesDown() > 65535) {
            throw BadCodestream.broken("JPEG 2000 has more than 65535 tiles");
        }
    }

    int tiles() {
        return tilesAcross() * tilesDown();
    }

    private int tilesAcross() {
        return (image.right() - tileLeft + tileWidth - 1) / tileWidth;
    }

    private int tilesDown() {
        return (image.bottom() - tileTop + tileHeight - 1) / tileHeight;
    }

    /** No tile is larger. */
    Area largestTile() {
        return new Area(0, 0, Math.min(tileWidth, image.width()), Math.min(tileHeight, image.height()));
    }

    Area tile(int index) {
        int left = tileLeft + index % tilesAcross() * tileWidth;
        int top = tileTop + index / tilesAcross() * tileHeight;
        return new Area(left, top, left + tileWidth, top + tileHeight).intersection(image);
    }

    /** Rounds a tile's values, shifts their level, clamps them to the precision and puts them into the image. */
    void store(Area tile, int[] plane, int fractionBits, short[] samples) {
        int shift = signed ? 0 : 1 << precision - 1;
        int lowest = signed ? -(1 << precision - 1) : 0;
        int highest = lowest + (1 << precision) - 1;
        int half = fractionBits == 0 ? 0 : 1 << fractionBits - 1;
        for (int y = 0; y < tile.height(); y++) {
            int from = y * tile.width();
            int to = (tile.top() - image.top() + y) * image.width() + tile.left() - image.left();
            for (int x = 0; x < tile.width(); x++) {
                int value = (plane[from + x] + half >> fractionBits) + shift;
                samples[to + x] = (short) Math.max(lowest, Math.min(highest, value));
            }
        }
    }
}
