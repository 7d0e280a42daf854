package org.mammoflow.dicom.net.upper;

import java.net.InetSocketAddress;

/**
 * Who is at the other end of an association, for logs, audit rows and decisions.
 *
 * @param id counts up from 1 in this process
 * @param callingAeTitle as received, trimmed; 1 to 16 characters of the default repertoire, still hostile in a page
 * @param calledAeTitle as received, trimmed
 * @param remote the peer's address
 * @param secure whether it came over TLS
 */
public record AssociationInfo(
        long id, String callingAeTitle, String calledAeTitle, InetSocketAddress remote, boolean secure) {}
