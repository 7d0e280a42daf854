package org.mammoflow.web.dicomweb;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.Tag;
import org.mammoflow.instance.Instance;
import org.mammoflow.review.ImageArchive;

/** One study: WADO-RS metadata of it and of a series, QIDO-RS of its series and instances. */
@Path("/studies/{study}")
public class StudyResource {

    private static final int[] OF_AN_INSTANCE = {
        Tag.SpecificCharacterSet,
        Tag.SOPClassUID,
        Tag.SOPInstanceUID,
        Tag.StudyInstanceUID,
        Tag.SeriesInstanceUID,
        Tag.Modality,
        Tag.InstanceNumber,
        Tag.NumberOfFrames,
        Tag.Rows,
        Tag.Columns,
        Tag.BitsAllocated,
        Tag.ImageLaterality,
        Tag.ViewPosition,
    };

    @Inject
    ImageArchive archive;

    @PathParam("study")
    String study;

    @GET
    @Path("/metadata")
    public Response metadata() {
        return DicomJsonBody.metadata(archive.headers(study, all()));
    }

    @GET
    @Path("/series/{series}/metadata")
    public Response metadata(@PathParam("series") String series) {
        return DicomJsonBody.metadata(archive.headers(study, of(series)));
    }

    @GET
    @Path("/series")
    public Response series() {
        Map<String, List<Instance>> series = archive.study(study).stream()
                .collect(Collectors.groupingBy(Instance::seriesInstanceUid, LinkedHashMap::new, Collectors.toList()));
        List<Attributes> matches = new ArrayList<>();
        series.values().forEach(objects -> matches.add(IndexEntry.series(objects)));
        return DicomJsonBody.found(matches);
    }

    @GET
    @Path("/instances")
    public Response instances() {
        return instances(all());
    }

    @GET
    @Path("/series/{series}/instances")
    public Response instances(@PathParam("series") String series) {
        return instances(of(series));
    }

    private Response instances(Predicate<Instance> wanted) {
        return DicomJsonBody.found(archive.headers(study, wanted).stream()
                .map(header -> new Attributes().copy(header, OF_AN_INSTANCE))
                .toList());
    }

    private static Predicate<Instance> all() {
        return instance -> true;
    }

    private static Predicate<Instance> of(String series) {
        return instance -> instance.seriesInstanceUid().equals(series);
    }
}
