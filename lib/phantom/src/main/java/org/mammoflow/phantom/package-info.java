/**
 * The digital breast phantom: a seed and a description go in, a raw mammogram and its truth come out.
 *
 * <p>In: a {@link org.mammoflow.phantom.Breast} (density, implant, lesions) and an
 * {@link org.mammoflow.phantom.Exposure} (view, simulated detector). Out: a {@link org.mammoflow.phantom.PhantomImage}
 * with stored values as the detector would write them, and the {@link org.mammoflow.phantom.Truth}. The same
 * description gives the same bytes on every machine.
 *
 * <p>Never: knows DICOM, reads a file, or is presented as a patient. The vendors, women and lesions are invented; what
 * a network scores here says nothing about its performance in a clinic.
 */
package org.mammoflow.phantom;
