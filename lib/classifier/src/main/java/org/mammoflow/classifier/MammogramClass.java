package org.mammoflow.classifier;

/** The four classes of Subaar et al. 2024 (doi 10.1088/2057-1976/ad3cdf), in the order of the networks' outputs. */
public enum MammogramClass {
    IMPLANT_NEGATIVE,
    IMPLANT_POSITIVE,
    NO_IMPLANT_NEGATIVE,
    NO_IMPLANT_POSITIVE
}
