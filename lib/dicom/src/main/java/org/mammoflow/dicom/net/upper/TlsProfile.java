package org.mammoflow.dicom.net.upper;

import java.io.IOException;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** The BCP 195 TLS profile (PS3.15 B.12): TLS 1.2 and 1.3, forward secrecy and authenticated encryption only. */
public final class TlsProfile {

    static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    /** In order of preference; those of RFC 9325 4.2 and TLS 1.3. */
    static final List<String> CIPHER_SUITES = List.of(
            "TLS_AES_128_GCM_SHA256",
            "TLS_AES_256_GCM_SHA384",
            "TLS_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384");

    private TlsProfile() {}

    /** The protocol versions, by their names in JSSE. */
    public static String[] protocols() {
        return PROTOCOLS.clone();
    }

    /** The cipher suites that this Java has, in order of preference, by their names in JSSE. */
    public static String[] cipherSuites() {
        List<String> supported =
                Arrays.asList(((SSLSocketFactory) SSLSocketFactory.getDefault()).getSupportedCipherSuites());
        return CIPHER_SUITES.stream().filter(supported::contains).toArray(String[]::new);
    }

    static TlsTransport server(PlainTransport tcp, TlsPort port) throws IOException {
        SSLSocket socket = layer(tcp, port.context());
        socket.setUseClientMode(false);
        switch (port.clientCertificates()) {
            case REQUIRED -> socket.setNeedClientAuth(true);
            case WANTED -> socket.setWantClientAuth(true);
            case NOT_ASKED -> socket.setNeedClientAuth(false);
        }
        return new TlsTransport(tcp, socket);
    }

    static TlsTransport client(PlainTransport tcp, SSLContext context) throws IOException {
        SSLSocket socket = layer(tcp, context);
        socket.setUseClientMode(true);
        return new TlsTransport(tcp, socket);
    }

    private static SSLSocket layer(PlainTransport tcp, SSLContext context) throws IOException {
        Socket plain = tcp.channel().socket();
        SSLSocket socket = (SSLSocket) context.getSocketFactory()
                .createSocket(plain, tcp.remote().getHostString(), tcp.remote().getPort(), true);
        socket.setEnabledProtocols(PROTOCOLS);
        List<String> supported = Arrays.asList(socket.getSupportedCipherSuites());
        socket.setEnabledCipherSuites(
                CIPHER_SUITES.stream().filter(supported::contains).toArray(String[]::new));
        return socket;
    }
}
