package org.mammoflow.classifier;

import static org.mammoflow.classifier.NetworkUnusable.Reason.CHECKSUM_MISMATCH;
import static org.mammoflow.classifier.NetworkUnusable.Reason.WEIGHTS_MISSING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.mammoflow.classifier.engine.OnnxFile;

/** The ONNX file beside a card. */
record WeightsFile(Path directory, NetworkCard.Weights weights) {

    /** The file, once its bytes, and those of weights that it shares, are known to be those that the card describes. */
    OnnxFile verified() {
        OnnxFile onnx = weights.in(directory);
        require(onnx.graph(), weights.sha256());
        weights.shared().ifPresent(other -> require(other.beside(directory), other.sha256()));
        return onnx;
    }

    private static void require(Path file, String sha256) {
        String found = sha256(file);
        if (!found.equals(sha256)) {
            throw new NetworkUnusable(
                    CHECKSUM_MISMATCH,
                    file + " has SHA-256 " + found + ", the card says " + sha256
                            + "; restore both from the same release");
        }
    }

    private static String sha256(Path file) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new NetworkUnusable(
                    WEIGHTS_MISSING, "Cannot read " + file + ", which the card names; restore it from the release", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
