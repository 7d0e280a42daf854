package org.mammoflow.audit.feed;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;

/**
 * A socket that remembers what went wrong on it. TLS says farewell in a write whose failure it keeps to itself; the reset that
 * this write has met is then gone, and the next read would take it for an orderly end.
 */
final class CandidSocket extends Socket {

    private volatile IOException fault;

    /** @throws IOException what went wrong first, if anything did */
    void requireNoFault() throws IOException {
        if (fault != null) {
            throw new IOException("the connection broke: " + fault.getMessage(), fault);
        }
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return new FilterOutputStream(super.getOutputStream()) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                try {
                    out.write(bytes, offset, length);
                } catch (IOException e) {
                    throw noted(e);
                }
            }
        };
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new FilterInputStream(super.getInputStream()) {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                try {
                    return in.read(bytes, offset, length);
                } catch (SocketTimeoutException nothingYet) {
                    throw nothingYet;
                } catch (IOException e) {
                    throw noted(e);
                }
            }
        };
    }

    private IOException noted(IOException e) {
        fault = fault == null ? e : fault;
        return e;
    }
}
