package org.mammoflow.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The roles, as constants because annotations need them. An account has one; some imply another. */
public final class Role {

    public static final String RADIOLOGIST = "radiologist";
    /** A radiologist who also settles cases that two readers disagree on. */
    public static final String ARBITER = "arbiter";

    public static final String AUDITOR = "auditor";
    /** Enters and removes modalities, nothing else. */
    public static final String MODALITY_ADMIN = "modality-admin";

    public static final String ADMIN = "admin";

    /**
     * Whoever still has a password that somebody else knows: may choose an own one and nothing else. No account has this
     * role; it stands in for the account's own until then.
     */
    public static final String NEWCOMER = "newcomer";

    /** All of them, the implying one before the implied. */
    public static final List<String> ALL = List.of(ARBITER, RADIOLOGIST, AUDITOR, ADMIN, MODALITY_ADMIN);

    private Role() {}

    /** Of all roles that somebody acts in, the one that implies the others; nothing for somebody without any. */
    public static Optional<String> foremost(Predicate<String> holds) {
        return Stream.concat(ALL.stream(), Stream.of(NEWCOMER)).filter(holds).findFirst();
    }

    /** What an account of this role may act as. */
    public static Set<String> impliedBy(String role) {
        return switch (role) {
            case ARBITER -> Set.of(ARBITER, RADIOLOGIST);
            case ADMIN -> Set.of(ADMIN, MODALITY_ADMIN);
            default -> Set.of(role);
        };
    }
}
