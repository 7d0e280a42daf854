package org.mammoflow.dicom.net.upper;

import java.util.List;

/**
 * SOP class extended negotiation (PS3.7 D.3.3.5).
 *
 * @param information the bytes of the service-class application information, as its service class defines them
 */
public record ExtendedNegotiation(String sopClassUid, List<Byte> information) {

    public ExtendedNegotiation {
        information = List.copyOf(information);
    }
}
