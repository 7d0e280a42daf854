package org.mammoflow.web.api;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Base64;
import java.util.List;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.Tag;

/** What a viewer needs to know of one image: how to hang it and how to turn its stored values into greys. */
final class ImageDescription {

    private final Attributes header;
    private final JsonObjectBuilder json = JsonBuilders.object();

    ImageDescription(Attributes header) {
        this.header = header;
    }

    JsonObject json() {
        hanging();
        pixels();
        size();
        greys();
        return json.build();
    }

    private void hanging() {
        Projection projection = new Projection(header);
        header.string(Tag.ImageLaterality).ifPresent(side -> json.add("laterality", side));
        projection.view().ifPresent(view -> json.add("view", view));
        json.add("viewModifiers", JsonBuilders.array(projection.modifierMeanings()));
        json.add("implantDisplaced", projection.implantDisplaced());
        json.add("patientOrientation", JsonBuilders.array(header.strings(Tag.PatientOrientation)));
        header.integer(Tag.InstanceNumber).ifPresent(number -> json.add("instanceNumber", number));
        projection.acquired().ifPresent(time -> json.add("acquisitionDateTime", time));
    }

    private void pixels() {
        json.add("rows", header.integer(Tag.Rows).orElse(0));
        json.add("columns", header.integer(Tag.Columns).orElse(0));
        json.add("bitsStored", header.integer(Tag.BitsStored).orElse(16));
        json.add("signed", header.integer(Tag.PixelRepresentation).orElse(0) == 1);
        header.string(Tag.PhotometricInterpretation).ifPresent(word -> json.add("photometricInterpretation", word));
        header.string(Tag.PresentationLUTShape).ifPresent(shape -> json.add("presentationLutShape", shape));
        json.add("lossy", header.string(Tag.LossyImageCompression).orElse("").equals("01"));
        json.add(
                "lossyRatios",
                JsonBuilders.array(header.decimals(Tag.LossyImageCompressionRatio).stream()
                        .filter(Double::isFinite)
                        .toList()));
        header.integer(Tag.PixelPaddingValue).ifPresent(value -> {
            JsonObjectBuilder padding = JsonBuilders.object().add("value", value);
            header.integer(Tag.PixelPaddingRangeLimit).ifPresent(limit -> padding.add("limit", limit));
            json.add("pixelPadding", padding);
        });
    }

    private void size() {
        List<Double> spacing = header.decimals(Tag.ImagerPixelSpacing);
        if (spacing.size() == 2) {
            json.add("pixelSpacingMm", JsonBuilders.array(spacing));
        }
        header.decimal(Tag.EstimatedRadiographicMagnificationFactor)
                .ifPresent(factor -> json.add("magnification", factor));
    }

    private void greys() {
        header.decimal(Tag.RescaleSlope)
                .ifPresent(slope -> json.add(
                        "rescale",
                        JsonBuilders.object()
                                .add("slope", slope)
                                .add(
                                        "intercept",
                                        header.decimal(Tag.RescaleIntercept).orElse(0))));
        json.add("windows", windows());
        json.add("voiLut", luts());
    }

    private JsonArrayBuilder windows() {
        List<Double> centers = header.decimals(Tag.WindowCenter);
        List<Double> widths = header.decimals(Tag.WindowWidth);
        List<String> explanations = header.strings(Tag.WindowCenterWidthExplanation);
        String function = header.string(Tag.VOILUTFunction).orElse("LINEAR");
        JsonArrayBuilder windows = JsonBuilders.array();
        for (int i = 0; i < Math.min(centers.size(), widths.size()); i++) {
            if (!Double.isFinite(centers.get(i)) || !Double.isFinite(widths.get(i))) {
                continue;
            }
            windows.add(JsonBuilders.object()
                    .add("center", centers.get(i))
                    .add("width", widths.get(i))
                    .add("function", function)
                    .add("explanation", i < explanations.size() ? explanations.get(i) : ""));
        }
        return windows;
    }

    private JsonArrayBuilder luts() {
        JsonArrayBuilder luts = JsonBuilders.array();
        for (Attributes item : header.items(Tag.VOILUTSequence)) {
            List<Integer> descriptor = item.integers(Tag.LUTDescriptor);
            if (descriptor.size() == 3) {
                luts.add(JsonBuilders.object()
                        .add("firstValueMapped", descriptor.get(1))
                        .add("bitsPerEntry", descriptor.get(2))
                        .add("explanation", item.string(Tag.LUTExplanation).orElse(""))
                        .add("data", Base64.getEncoder().encodeToString(item.bytes(Tag.LUTData))));
            }
        }
        return luts;
    }
}
