package org.mammoflow.dicom.net.upper;

/**
 * The acceptor's answer to a proposed presentation context (PS3.8 9.3.3.2).
 *
 * @param result one of the constants
 * @param transferSyntax the chosen one; meaningless unless accepted
 */
record ContextResult(int id, int result, String transferSyntax) {

    static final int ACCEPTANCE = 0;
    static final int ABSTRACT_SYNTAX_NOT_SUPPORTED = 3;
    static final int TRANSFER_SYNTAXES_NOT_SUPPORTED = 4;
}
