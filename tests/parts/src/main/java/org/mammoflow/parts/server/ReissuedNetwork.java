package org.mammoflow.parts.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.mammoflow.classifier.CardDigest;

/** A network's folder with another card, as an export of that card would be: the ONNX file names the card it belongs to. */
public final class ReissuedNetwork {

    private ReissuedNetwork() {}

    /**
     * @param folder of a network, to be changed
     * @param file name of its ONNX file
     * @param card the text of its new card; of the old one only the file's checksum must be left
     */
    public static void write(Path folder, String file, String card) throws IOException {
        Path onnx = folder.resolve(file);
        String own = CardDigest.of(Files.readString(folder.resolve("card.json")));
        String before = sha256(onnx);
        String bytes = Files.readString(onnx, StandardCharsets.ISO_8859_1);
        Files.writeString(onnx, bytes.replace(own, CardDigest.of(card)), StandardCharsets.ISO_8859_1);
        Files.writeString(folder.resolve("card.json"), card.replace(before, sha256(onnx)));
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
