package org.mammoflow.instance;

import java.nio.file.Path;

/** A received object whose bytes are on the disk, forced, under a temporary name: all that is left is to record it. */
record SealedObject(ReceivedObject received, InstanceHeader header, Path part, String sha256, long sizeBytes) {}
