package org.mammoflow.review;

import java.nio.file.Path;
import org.mammoflow.instance.Instance;

/** An image and the file that holds it. */
public record ImageFile(Instance instance, Path path) {}
