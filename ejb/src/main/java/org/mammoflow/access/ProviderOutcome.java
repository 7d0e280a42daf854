package org.mammoflow.access;

/** What came of a sign-in by the hospital's provider. */
public sealed interface ProviderOutcome {

    /** @param username of the account here, for decisions and the audit trail */
    record Admitted(String username, String role) implements ProviderOutcome {}

    /** The provider knows the person but gives them no role that this site has mapped. */
    record NoRole() implements ProviderOutcome {}

    /** Roles that do not imply each other: who reads must not be who audits the readings. */
    record SeveralRoles() implements ProviderOutcome {}

    /** An administrator has switched the account off here. */
    record SwitchedOff() implements ProviderOutcome {}
}
