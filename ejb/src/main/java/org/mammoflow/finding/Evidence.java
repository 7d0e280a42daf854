package org.mammoflow.finding;

/**
 * What a finding rests on, so that it can be repeated and compared.
 *
 * @param provider the execution provider that really computed it
 * @param pixelDigest SHA-256 of the decoded samples, 16-bit little endian, row by row
 * @param tensorDigest SHA-256 of the network's input tensor
 */
public record Evidence(
        String provider,
        String pixelDigest,
        String tensorDigest,
        long decodingMicros,
        long preprocessingMicros,
        long inferenceMicros) {}
