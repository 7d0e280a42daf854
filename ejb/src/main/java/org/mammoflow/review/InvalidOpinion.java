package org.mammoflow.review;

import jakarta.ejb.ApplicationException;

/** An opinion that breaks a rule; the message names the rule. */
@ApplicationException(rollback = true)
public final class InvalidOpinion extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    InvalidOpinion(String rule) {
        super(rule);
    }
}
