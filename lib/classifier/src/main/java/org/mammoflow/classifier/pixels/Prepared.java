package org.mammoflow.classifier.pixels;

/** What the pipeline makes of an image. */
public sealed interface Prepared {

    /**
     * A breast, ready for the network.
     *
     * @param placement where on the image the tensor lies
     */
    record Ready(InputTensor tensor, Placement placement) implements Prepared {}

    /** No breast to be seen: empty, almost uniform, full of foreground, or only something small. */
    record NoBreast() implements Prepared {}
}
