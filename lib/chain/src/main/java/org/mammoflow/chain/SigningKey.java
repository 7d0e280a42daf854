package org.mammoflow.chain;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** An installation's key (Ed25519): made once, kept in a file that its user alone can read. */
public final class SigningKey {

    private static final String PRIVATE_FILE = "audit-signing.key.pem";

    private final PrivateKey secret;
    private final VerifyingKey verifying;

    private SigningKey(PrivateKey secret, VerifyingKey verifying) {
        this.secret = secret;
        this.verifying = verifying;
    }

    /** Whether this folder holds a private key. */
    public static boolean in(Path folder) {
        return Files.exists(folder.resolve(PRIVATE_FILE));
    }

    /**
     * Makes a key and writes both halves into the folder: the private one (PKCS #8, mode 0600), the public one under its
     * fingerprint, so that the public halves of former keys stay.
     */
    public static SigningKey make(Path folder) throws IOException {
        KeyPair pair = pair();
        VerifyingKey verifying = new VerifyingKey(pair.getPublic());
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(folder.resolve(publicFile(verifying.fingerprint())), verifying.pem());
        Path file = folder.resolve(PRIVATE_FILE);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                file,
                verifying.pem() + Pem.of("PRIVATE KEY", pair.getPrivate().getEncoded()),
                StandardCharsets.US_ASCII,
                StandardOpenOption.WRITE);
        return new SigningKey(pair.getPrivate(), verifying);
    }

    /** Reads the folder's key. */
    public static SigningKey read(Path folder) throws IOException {
        Path file = folder.resolve(PRIVATE_FILE);
        String text = Files.readString(file, StandardCharsets.US_ASCII);
        int second = text.indexOf("-----BEGIN PRIVATE KEY-----");
        if (second < 0) {
            throw new IOException(file + " holds no private key; restore it from the backup of the data folder");
        }
        try {
            PrivateKey secret = KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new PKCS8EncodedKeySpec(Pem.content(text.substring(second))));
            return new SigningKey(secret, VerifyingKey.parse(text.substring(0, second)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException(file + " is damaged; restore it from the backup of the data folder", e);
        }
    }

    /** Where the public half of a key lies in the folder of {@link #make}. */
    public static String publicFile(String fingerprint) {
        return "audit-signing-" + fingerprint.substring(0, 16) + ".pub.pem";
    }

    public VerifyingKey verifying() {
        return verifying;
    }

    /** Signs the chain's end. */
    public SignedHead sign(long seq, String hash, Instant now, String occasion) {
        return new SignedHead(
                seq,
                hash,
                now,
                occasion,
                verifying.fingerprint(),
                sign(SignedHead.statement(seq, hash, now, occasion)));
    }

    /** Signs any fields; Base64. */
    public String sign(List<String> fields) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(secret);
            signature.update(ContentHash.of(fields).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("audit head not signed: " + e.getMessage(), e);
        }
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform from 15 on has Ed25519", e);
        }
    }
}
