package org.mammoflow.chain;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** The public half of an installation's key (Ed25519, RFC 8032). */
public record VerifyingKey(PublicKey key) {

    /** Reads a SubjectPublicKeyInfo in Base64, with or without the lines of a PEM file (RFC 7468). */
    public static VerifyingKey parse(String text) {
        String base64 = text.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        try {
            byte[] encoded = Base64.getDecoder().decode(base64);
            return new VerifyingKey(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException("not an Ed25519 public key: " + e.getMessage(), e);
        }
    }

    /** SHA-256 of the SubjectPublicKeyInfo, lower-case hexadecimal: short enough to be compared by eye. */
    public String fingerprint() {
        return HexFormat.of().formatHex(ContentHash.sha256().digest(key.getEncoded()));
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    /** The key as a PEM file. */
    public String pem() {
        return Pem.of("PUBLIC KEY", key.getEncoded());
    }

    boolean signed(SignedHead head) {
        return head.fingerprint().equals(fingerprint()) && signed(head.statement(), head.signature());
    }

    /** Whether this signature is this key's over these fields. */
    public boolean signed(List<String> fields, String signature) {
        try {
            Signature verification = Signature.getInstance("Ed25519");
            verification.initVerify(key);
            verification.update(ContentHash.of(fields).getBytes(StandardCharsets.US_ASCII));
            return verification.verify(Base64.getDecoder().decode(signature));
        } catch (SignatureException | IllegalArgumentException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform from 15 on has Ed25519", e);
        }
    }
}
