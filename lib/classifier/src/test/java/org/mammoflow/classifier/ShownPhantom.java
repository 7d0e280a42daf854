package org.mammoflow.classifier;

import java.nio.ShortBuffer;
import org.mammoflow.phantom.Detector;
import org.mammoflow.phantom.PhantomImage;

/** A phantom in the greys that its header would ask for. */
final class ShownPhantom {

    private ShownPhantom() {}

    static GreyImage grey(PhantomImage phantom) {
        Detector.Coding coding = phantom.exposure().detector().coding();
        char[] grey = new char[1 << 16];
        for (int value = 0; value <= coding.largest(); value++) {
            int shown = coding.monochrome1() ? coding.largest() - value : value;
            grey[value] = (char) ((long) shown * 65_534 / coding.largest());
        }
        grey[coding.padding()] = GreyImage.PADDING;
        return new GreyImage(phantom.rows(), phantom.columns(), ShortBuffer.wrap(phantom.samples()), grey);
    }
}
