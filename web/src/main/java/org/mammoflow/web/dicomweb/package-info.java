/**
 * DICOMweb under {@code /dicom-web} (PS3.18): QIDO-RS for studies, series and instances; WADO-RS for metadata, frames,
 * rendered pictures and whole instances.
 *
 * <p>In: requests of an authenticated caller. Out: DICOM JSON, samples, pictures, files. Never: a rule, an entity, a
 * changed object.
 */
package org.mammoflow.web.dicomweb;
