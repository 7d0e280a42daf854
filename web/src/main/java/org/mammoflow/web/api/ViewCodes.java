package org.mammoflow.web.api;

import java.util.Map;
import java.util.Optional;

/** The short names of mammographic views: PS3.16 CID 4014 in SNOMED CT, and in the SNOMED RT codes of older modalities. */
public final class ViewCodes {

    private static final Map<String, String> VIEWS = Map.ofEntries(
            Map.entry("399162004", "CC"),
            Map.entry("R-10242", "CC"),
            Map.entry("399368009", "MLO"),
            Map.entry("R-10226", "MLO"),
            Map.entry("399260004", "ML"),
            Map.entry("R-10224", "ML"),
            Map.entry("399352003", "LM"),
            Map.entry("R-10228", "LM"),
            Map.entry("399099002", "LMO"),
            Map.entry("R-10230", "LMO"),
            Map.entry("399192008", "XCCL"),
            Map.entry("R-1024A", "XCCL"),
            Map.entry("399101009", "XCCM"),
            Map.entry("R-1024B", "XCCM"),
            Map.entry("399196006", "FB"),
            Map.entry("R-10244", "FB"),
            Map.entry("127457009", "SPECIMEN"),
            Map.entry("G-8310", "SPECIMEN"));

    private ViewCodes() {}

    public static Optional<String> view(String code) {
        return Optional.ofNullable(VIEWS.get(code));
    }
}
