package org.mammoflow.dicom.image.codec.jpeg2000;

import org.mammoflow.dicom.image.codec.BadCodestream;
import org.mammoflow.dicom.image.codec.Decoder;
import org.mammoflow.dicom.image.codec.SampleGrid;

/** Decodes a JPEG 2000 codestream. */
public final class Jpeg2000Decoder implements Decoder {
    private final boolean reversibleOnly;

    private Jpeg2000Decoder(boolean reversibleOnly) {
        this.reversibleOnly = reversibleOnly;
    }

    /** Transfer syntax .90: the reversible wavelet only. */
    public static Jpeg2000Decoder lossless() {
        return new Jpeg2000Decoder(true);
    }

    /** Transfer syntax .91. */
    public static Jpeg2000Decoder lossy() {
        return new Jpeg2000Decoder(false);
    }

    @Override
    public long heapBytes(byte[] head, long length, SampleGrid promised) {
        return Footprint.bytes(Codestream.readMainHeader(head, promised), length);
    }

    @Override
    public short[] decode(byte[] codestream, SampleGrid promised) {
        Codestream parsed = Codestream.read(codestream, promised);
        if (reversibleOnly && !parsed.coding().reversible()) {
            throw BadCodestream.contradiction("JPEG 2000 wavelet is irreversible, the transfer syntax is lossless");
        }
        short[] samples = new short[promised.samples()];
        for (int tile = 0; tile < parsed.size().tiles(); tile++) {
            BadCodestream.stopIfInterrupted();
            decodeTile(parsed, tile, parsed.tile(tile), samples);
        }
        return samples;
    }

    private static void decodeTile(Codestream parsed, int index, byte[] data, short[] samples) {
        Tile tile = new Tile(parsed.size().tile(index), parsed.coding(), parsed.quantization());
        new PacketReader(data, parsed.coding()).readAll(tile);
        int[] plane = new int[tile.area().size()];
        BlockDecoder blocks = new BlockDecoder(parsed.coding().style());
        for (Subband band : tile.subbands()) {
            for (CodeBlock block : band.codeBlocks()) {
                BadCodestream.stopIfInterrupted();
                if (block.isIncluded()) {
                    blocks.decode(block, data);
                    band.store(block, blocks, plane, tile.area().width());
                }
            }
        }
        new InverseWavelet(tile, parsed.coding().reversible()).transform(plane);
        parsed.size().store(tile.area(), plane, parsed.coding().fractionBits(), samples);
    }
}
