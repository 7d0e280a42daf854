package org.mammoflow.outcome;

import java.util.List;

/** What became of a file that an auditor wanted to import. */
public sealed interface ImportOutcome {

    /** All of it is in. */
    record Imported(ImportedFile file) implements ImportOutcome {}

    /** The same bytes came before; nothing was added. */
    record AlreadyImported(ImportedFile file) implements ImportOutcome {}

    /**
     * Nothing of it is in.
     *
     * @param faults the first of them in the order of their lines
     * @param all how many there are
     */
    record Refused(List<LineFault> faults, int all) implements ImportOutcome {}

    /** Nothing of it was read: it is larger than a file may be. */
    record TooLarge(int mostBytes) implements ImportOutcome {}
}
