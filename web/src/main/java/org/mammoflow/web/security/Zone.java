package org.mammoflow.web.security;

import jakarta.servlet.http.HttpServletRequest;

/** What kind of address a request is for. */
enum Zone {
    /** For people: JSF pages and what belongs to them. */
    PAGE,
    /** For programs and for our own pages' scripts: REST and DICOMweb. */
    RESOURCE;

    static Zone of(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return path.startsWith("/api/") || path.startsWith("/dicom-web/") ? RESOURCE : PAGE;
    }
}
