package org.mammoflow.access;

/** The roles, as constants because annotations need them. */
public final class Role {

    public static final String RADIOLOGIST = "radiologist";
    public static final String AUDITOR = "auditor";
    public static final String ADMIN = "admin";

    private Role() {}
}
