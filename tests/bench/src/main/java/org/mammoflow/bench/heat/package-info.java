/**
 * Whether heat maps point at what is there.
 *
 * <p>In: a network and phantom women, whose lesions are known. Out: how many images were called positive rightly, and on
 * how many of these the map's centre lies at the lesion. It must use the objects that a modality would send, and count
 * every image.
 */
package org.mammoflow.bench.heat;
