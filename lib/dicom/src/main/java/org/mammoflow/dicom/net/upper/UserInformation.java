package org.mammoflow.dicom.net.upper;

import java.util.List;
import java.util.Optional;

/**
 * The user information item (PS3.7 D.3.3).
 *
 * @param maximumLength the longest P-DATA-TF variable field that its sender receives; 0 for no limit
 */
public record UserInformation(
        int maximumLength,
        Implementation implementation,
        Optional<AsynchronousOperations> asynchronousOperations,
        List<RoleSelection> roles,
        List<ExtendedNegotiation> extended,
        Optional<UserIdentity> identity) {

    public UserInformation {
        roles = List.copyOf(roles);
        extended = List.copyOf(extended);
    }

    /** With a maximum length and our own implementation, and nothing else negotiated. */
    public static UserInformation of(int maximumLength) {
        return new UserInformation(
                maximumLength, Implementation.OURS, Optional.empty(), List.of(), List.of(), Optional.empty());
    }

    public UserInformation withRoles(List<RoleSelection> newRoles) {
        return new UserInformation(maximumLength, implementation, asynchronousOperations, newRoles, extended, identity);
    }
}
