package org.mammoflow.dicom.net.upper;

import java.util.List;

/**
 * A presentation context as the requestor proposes it (PS3.8 9.3.2.2).
 *
 * @param id odd, 1 to 255
 * @param abstractSyntax the SOP class
 * @param transferSyntaxes at least one, in the requestor's order
 */
public record ProposedContext(int id, String abstractSyntax, List<String> transferSyntaxes) {

    public ProposedContext {
        transferSyntaxes = List.copyOf(transferSyntaxes);
    }
}
