/**
 * Who looks at a case by a page looks once, whatever the page and its viewer fetch of it.
 *
 * <p>In: the looks of pages, REST and DICOMweb. Out: cases and images from the front doors that tell the audit trail. Never:
 * a look that is not on the trail.
 */
package org.mammoflow.web.look;
