package org.mammoflow.dicom.image.codec.jpeg2000;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mammoflow.dicom.image.codec.BadCodestream;

/** The order of a tile's packets (B.12). */
enum Progression {
    LAYER_RESOLUTION_COMPONENT_POSITION,
    RESOLUTION_LAYER_COMPONENT_POSITION,
    RESOLUTION_POSITION_COMPONENT_LAYER,
    POSITION_COMPONENT_RESOLUTION_LAYER,
    COMPONENT_POSITION_RESOLUTION_LAYER;

    /** One packet: the contribution of a layer to a precinct. */
    record Packet(Precinct precinct, int layer) {}

    static Progression of(int code) {
        if (code >= values().length) {
            throw BadCodestream.broken("JPEG 2000 progression order %d is not 0 to 4", code);
        }
        return values()[code];
    }

    Stream<Packet> packets(List<Resolution> resolutions, int layers) {
        return switch (this) {
            case LAYER_RESOLUTION_COMPONENT_POSITION ->
                IntStream.range(0, layers)
                        .boxed()
                        .flatMap(layer -> resolutions.stream().flatMap(resolution -> layer(resolution, layer)));
            case RESOLUTION_LAYER_COMPONENT_POSITION ->
                resolutions.stream()
                        .flatMap(resolution ->
                                IntStream.range(0, layers).boxed().flatMap(layer -> layer(resolution, layer)));
            case RESOLUTION_POSITION_COMPONENT_LAYER -> allLayers(precincts(resolutions), layers);
            case POSITION_COMPONENT_RESOLUTION_LAYER, COMPONENT_POSITION_RESOLUTION_LAYER ->
                allLayers(
                        precincts(resolutions)
                                .sorted(Comparator.comparingLong(Precinct::referenceTop)
                                        .thenComparingLong(Precinct::referenceLeft)),
                        layers);
        };
    }

    private static Stream<Precinct> precincts(List<Resolution> resolutions) {
        return resolutions.stream().flatMap(resolution -> resolution.precincts().stream());
    }

    private static Stream<Packet> layer(Resolution resolution, int layer) {
        return resolution.precincts().stream().map(precinct -> new Packet(precinct, layer));
    }

    private static Stream<Packet> allLayers(Stream<Precinct> precincts, int layers) {
        return precincts.flatMap(precinct -> IntStream.range(0, layers).mapToObj(layer -> new Packet(precinct, layer)));
    }
}
