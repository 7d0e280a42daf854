package org.mammoflow.classifier;

import static org.mammoflow.classifier.NetworkUnusable.Reason.CHECKSUM_MISMATCH;
import static org.mammoflow.classifier.NetworkUnusable.Reason.WEIGHTS_MISSING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The ONNX file beside a card. */
record WeightsFile(Path directory, NetworkCard.Weights weights) {

    /** The file's path, once its bytes are known to be those that the card describes. */
    Path verified() {
        Path file = directory.resolve(weights.file());
        String found = sha256(file);
        if (!found.equals(weights.sha256())) {
            throw new NetworkUnusable(
                    CHECKSUM_MISMATCH,
                    file + " has SHA-256 " + found + ", its card says " + weights.sha256()
                            + "; restore both from the same release");
        }
        return file;
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
