package org.mammoflow.architecture.bites.inference;

public class InferenceOfAnotherRoom {}
