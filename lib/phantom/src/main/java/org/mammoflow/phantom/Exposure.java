package org.mammoflow.phantom;

/**
 * How a breast is imaged.
 *
 * @param view CC or MLO
 * @param implantDisplaced the implant is pushed back out of the view (view modifier 399209000); ignored without one
 * @param detector the simulated detector, at full size or {@linkplain Detector#scaled scaled}
 */
public record Exposure(View view, boolean implantDisplaced, Detector detector) {}
