package org.mammoflow.audit;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.mammoflow.chain.SigningKey;
import org.mammoflow.chain.TrustedKeys;
import org.mammoflow.chain.VerifyingKey;
import org.mammoflow.platform.Setting;

/**
 * The key that this installation signs with, in {@code keys/} of the data folder: made when the folder holds none. The
 * public halves of former keys stay there, so that what they signed can still be proven.
 */
@ApplicationScoped
public class InstallationKey {

    private SigningKey signing;
    private TrustedKeys trusted;

    @PostConstruct
    void open() {
        open(Setting.folder("mammoflow.home").resolve("keys"));
    }

    void open(Path folder) {
        try {
            signing = SigningKey.in(folder) ? SigningKey.read(folder) : SigningKey.make(folder);
            trusted = TrustedKeys.of(publicKeys(folder));
        } catch (IOException e) {
            throw new UncheckedIOException("signing key not usable in " + folder + ": " + e.getMessage(), e);
        }
    }

    public SigningKey signing() {
        return signing;
    }

    /** This key and those that were used here before. */
    public TrustedKeys trusted() {
        return trusted;
    }

    private List<VerifyingKey> publicKeys(Path folder) throws IOException {
        List<VerifyingKey> keys = new ArrayList<>(List.of(signing.verifying()));
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".pub.pem")).toList()) {
                keys.add(VerifyingKey.parse(Files.readString(file)));
            }
        }
        return keys;
    }
}
