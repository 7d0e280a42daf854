package org.mammoflow.report;

/** The agreement for one network, site, device, reader or month; the name is empty where the image says none. */
public record StatisticsLine(String name, Agreement agreement) {}
