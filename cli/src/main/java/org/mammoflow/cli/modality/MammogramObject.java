package org.mammoflow.cli.modality;

import java.util.List;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.Tag;
import org.mammoflow.phantom.PhantomImage;

/**
 * A phantom image as a DICOM object.
 *
 * @param sopInstanceUid its identity, the same for the same seed
 * @param attributes the data set, pixel data included, without file meta information
 */
public record MammogramObject(String sopInstanceUid, Attributes attributes) {

    /**
     * Builds a Digital Mammography X-Ray Image – For Presentation.
     *
     * @param instanceNumber from 1, in the order in which the views are taken
     */
    public static MammogramObject of(Visit visit, PhantomImage image, int instanceNumber) {
        Attributes attributes = new Attributes();
        String uid = visit.uid("image", instanceNumber);
        List<Module> modules = List.of(
                new IdentityModules(visit, visit.start().plusMinutes(instanceNumber)),
                new AcquisitionModules(visit, image),
                new PixelModules(visit, image, instanceNumber));
        modules.forEach(module -> module.writeTo(attributes));
        attributes.set(Tag.SOPInstanceUID, uid);
        return new MammogramObject(uid, attributes);
    }
}
