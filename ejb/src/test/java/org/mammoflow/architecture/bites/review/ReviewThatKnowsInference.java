package org.mammoflow.architecture.bites.review;

import jakarta.servlet.http.HttpServletRequest;
import org.mammoflow.architecture.bites.inference.InferenceOfAnotherRoom;
import org.mammoflow.classifier.HeatMap;

public class ReviewThatKnowsInference {

    InferenceOfAnotherRoom inference;
    HeatMap heatMap;
    HttpServletRequest request;
}
