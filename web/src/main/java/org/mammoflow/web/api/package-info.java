/**
 * REST under {@code /api/v1}: the same front doors as the pages, for programs. Described by {@code openapi.yaml}.
 *
 * <p>In: requests of an authenticated caller. Out: JSON, files, problem details (RFC 9457). Never: a rule, an entity.
 */
package org.mammoflow.web.api;
