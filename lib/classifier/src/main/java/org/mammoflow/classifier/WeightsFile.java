package org.mammoflow.classifier;

import static org.mammoflow.classifier.NetworkUnusable.Reason.CARD_CHANGED;
import static org.mammoflow.classifier.NetworkUnusable.Reason.CHECKSUM_MISMATCH;
import static org.mammoflow.classifier.NetworkUnusable.Reason.ENGINE_FAILED;
import static org.mammoflow.classifier.NetworkUnusable.Reason.WEIGHTS_MISSING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.mammoflow.classifier.engine.EngineFailure;
import org.mammoflow.classifier.engine.OnnxFile;
import org.mammoflow.classifier.engine.OnnxMetadata;

/** The ONNX file beside a card. */
record WeightsFile(Path directory, NetworkCard card) {

    /**
     * The file, once its bytes, and those of weights that it shares, are known to be those that the card describes, and the
     * card to be the one that the file was made for: who approves the file's checksum has approved all that decides.
     */
    OnnxFile verified() {
        OnnxFile onnx = card.weights().in(directory);
        requireOwnCard(onnx.graph(), described(onnx.graph(), card.sha256()));
        card.weights().shared().ifPresent(other -> described(other.beside(directory), other.sha256()));
        return onnx;
    }

    private void requireOwnCard(Path file, byte[] bytes) {
        try {
            String own = OnnxMetadata.of(bytes).getOrDefault(CardDigest.KEY, "none");
            if (!own.equals(card.digest())) {
                throw new NetworkUnusable(
                        CARD_CHANGED,
                        "The card in " + directory + " was changed after " + file.getFileName()
                                + " was made for it: it decides by " + card.digest() + ", the file names " + own
                                + "; restore the card from the release, or export a network of another version");
            }
        } catch (EngineFailure e) {
            throw new NetworkUnusable(ENGINE_FAILED, "Cannot load " + file + ": " + e.getMessage(), e);
        }
    }

    private static byte[] described(Path file, String sha256) {
        byte[] bytes = bytes(file);
        String found = sha256(bytes);
        if (!found.equals(sha256)) {
            throw new NetworkUnusable(
                    CHECKSUM_MISMATCH,
                    file + " has SHA-256 " + found + ", the card says " + sha256
                            + "; restore both from the same release");
        }
        return bytes;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new NetworkUnusable(
                    WEIGHTS_MISSING, "Cannot read " + file + ", which the card names; restore it from the release", e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
