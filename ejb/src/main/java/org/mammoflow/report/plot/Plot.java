package org.mammoflow.report.plot;

import java.util.List;

/**
 * A drawing in points, y downwards.
 *
 * @param description what the plot says, for those who cannot see it
 */
public record Plot(double width, double height, String description, List<Mark> marks) {}
