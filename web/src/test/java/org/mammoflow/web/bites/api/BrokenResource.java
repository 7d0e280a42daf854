package org.mammoflow.web.bites.api;

import jakarta.json.Json;

/** Breaks the rule of the resources, to show that it bites. */
class BrokenResource {

    Object slow() {
        return Json.createObjectBuilder();
    }
}
