/**
 * The beans behind the pages: what a page shows, and one front-door call per action.
 *
 * <p>In: query parameters, form fields, calls of the application's front doors. Out: words ready to be shown, in the
 * reader's language. Never: a rule, an entity, a patient's name or identifier in an address.
 */
package org.mammoflow.web.page;
