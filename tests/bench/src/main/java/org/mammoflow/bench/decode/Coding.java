package org.mammoflow.bench.decode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.mammoflow.dicom.data.BulkData;
import org.mammoflow.dicom.data.Fragments;
import org.mammoflow.dicom.data.ReaderLimits;
import org.mammoflow.dicom.data.Tag;
import org.mammoflow.dicom.file.DicomFile;
import org.mammoflow.dicom.image.codec.Decoder;
import org.mammoflow.dicom.image.codec.RleDecoder;
import org.mammoflow.dicom.image.codec.jpeg.JpegDecoder;
import org.mammoflow.dicom.image.codec.jpeg2000.Jpeg2000Decoder;
import org.mammoflow.dicom.image.codec.jpegls.JpegLsDecoder;

/** A lossless coding: who encodes it, our decoder, and what ImageIO calls it. */
enum Coding {
    JPEG_LOSSLESS("JPEG Lossless", JpegDecoder.lossless(), "jpeg", "dcmcjpeg", "+e1"),
    JPEG_LS("JPEG-LS", JpegLsDecoder.lossless(), "jpeg-ls", "dcmcjpls", "+el"),
    RLE("RLE", new RleDecoder(), "rle", "dcmcrle"),
    JPEG_2000("JPEG 2000", Jpeg2000Decoder.lossless(), "jpeg 2000", "gdcmconv", "--j2k");

    private final String title;
    private final Decoder decoder;
    private final String imageIoFormat;
    private final List<String> encoder;

    Coding(String title, Decoder decoder, String imageIoFormat, String... encoder) {
        this.title = title;
        this.decoder = decoder;
        this.imageIoFormat = imageIoFormat;
        this.encoder = List.of(encoder);
    }

    String title() {
        return title;
    }

    Decoder decoder() {
        return decoder;
    }

    String imageIoFormat() {
        return imageIoFormat;
    }

    byte[] encode(Path plain, Path coded) throws IOException, InterruptedException {
        List<String> command = Stream.concat(encoder.stream(), Stream.of(plain.toString(), coded.toString()))
                .toList();
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IOException(command + " failed");
        }
        Fragments fragments = DicomFile.read(coded, ReaderLimits.STANDARD)
                .dataSet()
                .fragments(Tag.PixelData)
                .orElseThrow();
        ByteArrayOutputStream codestream = new ByteArrayOutputStream();
        for (BulkData fragment : fragments.frames(1).get(0)) {
            codestream.write(fragment.read((int) fragment.length()));
        }
        return codestream.toByteArray();
    }
}
