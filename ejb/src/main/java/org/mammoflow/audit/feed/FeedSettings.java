package org.mammoflow.audit.feed;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mammoflow.platform.Setting;
import org.mammoflow.platform.WrongSetting;

/**
 * Where audit messages go.
 *
 * @param host of the collector; its certificate must name it
 * @param trusted certificates (PEM) that the collector's must lead to
 * @param own key store (PKCS12) with the certificate that we show, where the collector asks for one
 * @param password of that key store
 */
record FeedSettings(String host, int port, Path trusted, Optional<Path> own, char[] password) {

    private static final String COLLECTOR = "mammoflow.audit.collector";
    private static final String TRUSTED = "mammoflow.audit.collector-ca";
    private static final String OWN = "mammoflow.audit.keystore";
    private static final Pattern ADDRESS = Pattern.compile("\\[?([^\\s\\]]+)]?:(\\d{1,5})");
    private static final int LARGEST_PORT = 65535;

    /** As started; nothing when no collector is named. */
    static Optional<FeedSettings> read() {
        return Setting.value(COLLECTOR).map(FeedSettings::read);
    }

    private static FeedSettings read(String collector) {
        Matcher address = ADDRESS.matcher(collector);
        if (!address.matches()
                || Integer.parseInt(address.group(2)) < 1
                || Integer.parseInt(address.group(2)) > LARGEST_PORT) {
            throw new WrongSetting(COLLECTOR, collector, "HOST:PORT");
        }
        return new FeedSettings(
                address.group(1),
                Integer.parseInt(address.group(2)),
                Setting.value(TRUSTED)
                        .map(Path::of)
                        .filter(Files::isReadable)
                        .orElseThrow(() -> new WrongSetting(
                                TRUSTED, Setting.text(TRUSTED, ""), "a readable file of PEM certificates")),
                Setting.value(OWN).map(Path::of),
                Optional.ofNullable(System.getenv("MAMMOFLOW_AUDIT_PASSWORD"))
                        .orElse("")
                        .toCharArray());
    }

    @Override
    public String toString() {
        return "FeedSettings[" + host + ":" + port + "]";
    }
}
