package org.mammoflow.dicom.net.upper;

import javax.net.ssl.SSLContext;

/**
 * A port for DICOM over TLS.
 *
 * @param port 0 for any free one; 2762 is the registered one
 * @param context with our key and, for client certificates, the trusted issuers
 */
public record TlsPort(int port, SSLContext context, ClientCertificates clientCertificates) {}
