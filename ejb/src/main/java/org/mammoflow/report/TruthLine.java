package org.mammoflow.report;

/**
 * One network and the readers of its statements, against the outcomes of the examinations.
 *
 * @param networkItself what the network stated; never silent, because only examinations with findings are counted
 * @param readers what the verdicts that count come to
 */
public record TruthLine(String network, Accuracy networkItself, Accuracy readers) {

    TruthLine plus(boolean cancer, boolean aiPositive, Accuracy.Said readersSaid, long more) {
        return new TruthLine(
                network,
                networkItself.plus(cancer, aiPositive ? Accuracy.Said.POSITIVE : Accuracy.Said.NEGATIVE, more),
                readers.plus(cancer, readersSaid, more));
    }
}
