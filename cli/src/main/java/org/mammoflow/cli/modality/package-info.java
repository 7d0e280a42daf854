/**
 * A simulated mammography unit: phantom images go in, complete DICOM objects as a modality would send them come out.
 *
 * <p>In: {@link org.mammoflow.phantom.PhantomImage} and the {@link org.mammoflow.cli.modality.Visit} at which it was
 * taken. Out: data sets of Digital Mammography X-Ray Image Storage – For Presentation (PS3.3 A.27) with what the IHE
 * Mammography Image profile asks for. The same seed gives the same objects, UIDs and dates included.
 *
 * <p>Never: pretends to be a patient. Every name begins with PHANTOM, every object says what it is.
 */
package org.mammoflow.cli.modality;
