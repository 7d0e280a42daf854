package org.mammoflow.dicom.net.upper;

/**
 * User identity negotiation (PS3.7 D.3.3.7) as far as it is read: that one was given, not its secret.
 *
 * @param type 1 user name, 2 user name and passcode, 3 Kerberos, 4 SAML, 5 JSON web token
 */
public record UserIdentity(int type, boolean positiveResponseRequested) {}
