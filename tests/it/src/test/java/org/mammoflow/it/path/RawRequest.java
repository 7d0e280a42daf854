package org.mammoflow.it.path;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.mammoflow.parts.server.MammoflowServer;

/** An HTTP request written by hand, byte by byte if need be. */
final class RawRequest implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 120_000;

    private final Socket socket;

    private RawRequest(Socket socket) {
        this.socket = socket;
    }

    static RawRequest to(MammoflowServer server) throws IOException {
        String authority = server.url().replaceAll("^http://|/$", "");
        int colon = authority.indexOf(':');
        Socket socket = new Socket(authority.substring(0, colon), Integer.parseInt(authority.substring(colon + 1)));
        socket.setSoTimeout(PATIENCE_MILLIS);
        return new RawRequest(socket);
    }

    RawRequest send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return this;
    }

    RawRequest send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    /** The status of the answer; 0 when the server closed the connection without one. */
    int status() throws IOException {
        try {
            byte[] line = socket.getInputStream().readNBytes(12);
            String text = new String(line, StandardCharsets.ISO_8859_1);
            return text.startsWith("HTTP/1.1 ")
                    ? Integer.parseInt(text.substring(9).strip())
                    : 0;
        } catch (java.net.SocketTimeoutException e) {
            throw new AssertionError("neither answered nor closed", e);
        } catch (IOException reset) {
            return 0;
        }
    }

    /** The whole answer, head and body; ask for the end of the connection. */
    String everything() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
