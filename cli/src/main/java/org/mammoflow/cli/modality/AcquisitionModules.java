package org.mammoflow.cli.modality;

import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.Tag;
import org.mammoflow.phantom.Detector;
import org.mammoflow.phantom.PhantomImage;
import org.mammoflow.phantom.Side;
import org.mammoflow.phantom.View;

/** View, positioning, dose and detector (PS3.3 C.8.11.2, C.8.11.4, C.8.11.7, C.8.7.4). */
record AcquisitionModules(Visit visit, PhantomImage image) implements Module {

    @Override
    public void writeTo(Attributes object) {
        view(object);
        positioning(object);
        dose(object);
        detector(object);
    }

    private void view(Attributes object) {
        boolean cc = image.exposure().view() == View.CC;
        boolean displaced = image.breast().implanted() && image.exposure().implantDisplaced();
        Attributes view = (cc ? Code.CRANIO_CAUDAL : Code.MEDIO_LATERAL_OBLIQUE).item();
        view.setItems(
                Tag.ViewModifierCodeSequence,
                displaced ? new Attributes[] {Code.IMPLANT_DISPLACED.item()} : new Attributes[0]);
        boolean declared = image.breast().implanted() != visit.implantMisdeclared();
        object.set(Tag.ImageLaterality, image.breast().side() == Side.LEFT ? "L" : "R")
                .set(Tag.OrganExposed, "BREAST")
                .set(Tag.BreastImplantPresent, declared ? "YES" : "NO")
                .set(Tag.PartialView, "NO")
                .set(Tag.ViewPosition, cc ? "CC" : "MLO")
                .setItems(Tag.ViewCodeSequence, view)
                .setItems(Tag.AnatomicRegionSequence, Code.BREAST.item())
                .setItems(Tag.AcquisitionContextSequence)
                .set(Tag.PatientOrientation, orientation());
    }

    /** Chest wall left for a left breast: columns run anterior, rows towards the medial side or the feet. */
    private String[] orientation() {
        boolean left = image.breast().side() == Side.LEFT;
        String across = left ? "A" : "P";
        String medial = left ? "R" : "L";
        return new String[] {across, image.exposure().view() == View.CC ? medial : "F" + medial};
    }

    private void positioning(Attributes object) {
        boolean mlo = image.exposure().view() == View.MLO;
        double angle = image.breast().side() == Side.LEFT ? 45 : -45;
        object.set(Tag.PositionerType, "MAMMOGRAPHIC")
                .setDouble(Tag.PositionerPrimaryAngle, mlo ? angle : 0)
                .setDouble(Tag.DistanceSourceToDetector, 660)
                .setDouble(Tag.DistanceSourceToPatient, 640)
                .setDouble(Tag.DistanceSourceToEntrance, 640 - Math.rint(image.compressedThicknessMm()))
                .setDouble(Tag.EstimatedRadiographicMagnificationFactor, 1.03125)
                .setDouble(Tag.BodyPartThickness, Math.rint(image.compressedThicknessMm()))
                .setDouble(Tag.CompressionForce, Technique.of(image).forceN());
    }

    private void dose(Attributes object) {
        Technique technique = Technique.of(image);
        object.setDouble(Tag.KVP, technique.kvp())
                .setDouble(Tag.ExposureTime, technique.milliseconds())
                .setInt(Tag.XRayTubeCurrent, (int) (1000 * technique.mas() / technique.milliseconds()))
                .setInt(Tag.Exposure, (int) technique.mas())
                .setInt(Tag.ExposureInuAs, (int) (1000 * technique.mas()))
                .setDouble(Tag.RelativeXRayExposure, Math.rint(technique.mas() * 4))
                .set(Tag.AnodeTargetMaterial, "TUNGSTEN")
                .set(Tag.FilterType, "NONE")
                .set(Tag.FilterMaterial, technique.filter())
                .setDouble(Tag.FocalSpots, 0.3)
                .set(Tag.ExposureControlMode, "AUTOMATIC")
                .set(Tag.Grid, "RECIPROCATING", "FOCUSED")
                .setDouble(Tag.HalfValueLayer, 0.55)
                .setDouble(Tag.EntranceDoseInmGy, rounded(technique.entranceDoseMgy()))
                // Organ Dose is in dGy.
                .setDouble(Tag.OrganDose, technique.glandularDoseMgy() / 100);
    }

    private static double rounded(double dose) {
        return Math.rint(dose * 1000) / 1000;
    }

    private void detector(Attributes object) {
        Detector.Field field = visit.detector().field();
        int width = (int) Math.round(field.columns() * field.pixelSpacingMm());
        int height = (int) Math.round(field.rows() * field.pixelSpacingMm());
        object.set(Tag.DetectorType, "DIRECT")
                .set(Tag.DetectorConfiguration, "AREA")
                .set(Tag.DetectorID, visit.detector().model().replace(' ', '-') + "-7")
                .set(Tag.DateOfLastDetectorCalibration, "20261101")
                .set(Tag.DetectorConditionsNominalFlag, "YES")
                .set(Tag.FieldOfViewShape, "RECTANGLE")
                .setInt(Tag.FieldOfViewDimensions, height, width)
                .setDouble(Tag.FieldOfViewOrigin, 0, 0)
                .setDouble(Tag.FieldOfViewRotation, 0)
                .set(Tag.FieldOfViewHorizontalFlip, "NO")
                .setDouble(Tag.ImagerPixelSpacing, field.pixelSpacingMm(), field.pixelSpacingMm());
    }
}
