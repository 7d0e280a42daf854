package org.mammoflow.report;

import java.util.List;

/** The networks ({@code name/version}) and modalities (calling AE titles) that findings came from. */
public record ReportChoices(List<String> networks, List<String> modalities) {}
