package org.mammoflow.cli.modality;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.Tag;
import org.mammoflow.dicom.data.Uid;
import org.mammoflow.dicom.data.Vr;
import org.mammoflow.phantom.Detector.Coding;
import org.mammoflow.phantom.PhantomImage;

/** Image, pixels and how to show them (PS3.3 C.7.6.1, C.7.6.3, C.8.11.3, C.11.2). */
record PixelModules(Visit visit, PhantomImage image, int instanceNumber) implements Module {

    @Override
    public void writeTo(Attributes object) {
        general(object);
        source(object);
        pixels(object);
        display(object);
    }

    private void general(Attributes object) {
        object.set(Tag.ImageType, "DERIVED", "PRIMARY")
                .setInt(Tag.InstanceNumber, instanceNumber)
                .set(
                        Tag.ImageComments,
                        "Digital breast phantom, seed " + image.breast().seed() + ", not a patient")
                .set(Tag.DerivationDescription, "Simulated processing for presentation")
                .set(Tag.AcquisitionDeviceProcessingDescription, "Simulated")
                .set(Tag.BurnedInAnnotation, "NO")
                .set(Tag.LossyImageCompression, "00")
                .set(Tag.QualityControlImage, "NO");
    }

    /** The For Processing image that a real unit would have kept. */
    private void source(Attributes object) {
        object.setItems(
                Tag.SourceImageSequence,
                new Attributes()
                        .set(Tag.ReferencedSOPClassUID, Uid.DIGITAL_MAMMOGRAPHY_X_RAY_IMAGE_STORAGE_FOR_PROCESSING)
                        .set(Tag.ReferencedSOPInstanceUID, visit.uid("raw", instanceNumber))
                        .set(Tag.SpatialLocationsPreserved, "YES")
                        .setItems(Tag.PurposeOfReferenceCodeSequence, Code.SOURCE_IMAGE.item()));
    }

    private void pixels(Attributes object) {
        Coding coding = visit.detector().coding();
        object.setInt(Tag.SamplesPerPixel, 1)
                .set(Tag.PhotometricInterpretation, coding.monochrome1() ? "MONOCHROME1" : "MONOCHROME2")
                .setInt(Tag.Rows, image.rows())
                .setInt(Tag.Columns, image.columns())
                .setInt(Tag.BitsAllocated, 16)
                .setInt(Tag.BitsStored, coding.bitsStored())
                .setInt(Tag.HighBit, coding.bitsStored() - 1)
                .setInt(Tag.PixelRepresentation, 0)
                .setInt(Tag.PixelPaddingValue, coding.padding())
                .setBytes(Tag.PixelData, Vr.OW, littleEndian(image.samples()));
    }

    private static byte[] littleEndian(short[] samples) {
        ByteBuffer bytes = ByteBuffer.allocate(samples.length * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(samples);
        return bytes.array();
    }

    private void display(Attributes object) {
        Coding coding = visit.detector().coding();
        object.set(Tag.PixelIntensityRelationship, "LOG")
                .setInt(Tag.PixelIntensityRelationshipSign, coding.monochrome1() ? 1 : -1)
                .setDouble(Tag.RescaleIntercept, 0)
                .setDouble(Tag.RescaleSlope, 1)
                .set(Tag.RescaleType, "US")
                .set(Tag.PresentationLUTShape, coding.monochrome1() ? "INVERSE" : "IDENTITY")
                .setDouble(Tag.WindowCenter, coding.windowCentre())
                .setDouble(Tag.WindowWidth, coding.windowWidth())
                .set(Tag.WindowCenterWidthExplanation, "NORMAL")
                .set(Tag.VOILUTFunction, coding.voiFunction().name());
    }
}
