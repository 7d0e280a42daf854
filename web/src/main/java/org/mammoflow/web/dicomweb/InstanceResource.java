package org.mammoflow.web.dicomweb;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mammoflow.dicom.file.DicomFile;
import org.mammoflow.review.ImageArchive;
import org.mammoflow.review.ImageFile;
import org.mammoflow.web.api.Prefetching;
import org.mammoflow.web.api.Problem;
import org.mammoflow.web.dicomweb.MultipartRelated.Part;
import org.mammoflow.web.look.Looking;

/** WADO-RS of one instance (PS3.18 10.4): the object as stored, its header, its samples, pictures of it. */
@Path("/studies/{study}/series/{series}/instances/{instance}")
public class InstanceResource {

    private static final String OCTETS = "application/octet-stream";
    private static final String DICOM = "application/dicom";
    private static final String EXPLICIT_VR_LITTLE_ENDIAN = "1.2.840.10008.1.2.1";
    private static final int MOST_FRAMES = 100;

    @Inject
    ImageArchive archive;

    @Inject
    Looking looking;

    @Inject
    Decoding decoding;

    @Context
    HttpHeaders headers;

    @PathParam("study")
    String study;

    @PathParam("series")
    String series;

    @PathParam("instance")
    String instance;

    /** The object, byte for byte as it was received. */
    @GET
    public Response retrieve() throws IOException {
        Optional<ImageFile> file = file();
        if (file.isEmpty()) {
            return Problem.notFound("instance");
        }
        String syntax = file.get().instance().transferSyntaxUid();
        String type = DICOM + "; transfer-syntax=" + syntax;
        StreamingOutput content = out -> Files.copy(file.get().path(), out);
        return Representation.of(headers.getAcceptableMediaTypes(), DICOM, Set.of(syntax))
                .map(as -> as == Representation.SINGLE
                        ? attachment(
                                Response.ok(content, type),
                                file.get().instance().sopInstanceUid())
                        : multipart(DICOM, List.of(new Part(type, location(), content))))
                .orElseGet(() -> notAcceptable("the object is in transfer syntax " + syntax));
    }

    @GET
    @Path("/metadata")
    public Response metadata() {
        return DicomJsonBody.metadata(archive.headers(
                study,
                candidate -> candidate.sopInstanceUid().equals(instance)
                        && candidate.seriesInstanceUid().equals(series)));
    }

    /** @param numbers of the frames, counted from 1, with commas between */
    @GET
    @Path("/frames/{frames}")
    public Response frames(@PathParam("frames") String numbers) throws IOException {
        List<Integer> wanted = numbers(numbers);
        Optional<Representation> as =
                Representation.of(headers.getAcceptableMediaTypes(), OCTETS, Set.of(EXPLICIT_VR_LITTLE_ENDIAN));
        if (as.isEmpty() || as.get() == Representation.SINGLE && wanted.size() > 1) {
            return notAcceptable("frames are given as " + OCTETS + ", several of them as multipart/related");
        }
        Optional<ImageFile> file = file();
        if (file.isEmpty()) {
            return Problem.notFound("instance");
        }
        DicomFile object = decoding.object(file.get());
        return as.get() == Representation.SINGLE ? single(object, wanted.get(0)) : several(object, wanted);
    }

    @GET
    @Path("/rendered")
    public Response rendered(@QueryParam("viewport") String viewport, @QueryParam("window") String window)
            throws IOException {
        return rendered(1, viewport, window);
    }

    @GET
    @Path("/frames/{frame}/rendered")
    public Response rendered(
            @PathParam("frame") int frame, @QueryParam("viewport") String viewport, @QueryParam("window") String window)
            throws IOException {
        Optional<Picture.Format> format = format();
        return format.isEmpty() ? notAPicture() : picture(frame, Picture.of(viewport, window, format.get()));
    }

    @GET
    @Path("/thumbnail")
    public Response thumbnail(@QueryParam("viewport") String viewport) throws IOException {
        Optional<Picture.Format> format = format();
        return format.isEmpty() ? notAPicture() : picture(1, Picture.thumbnail(viewport, format.get()));
    }

    private Optional<ImageFile> file() {
        return looking.image(study, series, instance, Prefetching.asks(headers));
    }

    private Response single(DicomFile object, int number) throws IOException {
        Samples samples = decoding.samples(object, number);
        return Response.ok(samples, OCTETS)
                .header(HttpHeaders.CONTENT_LENGTH, samples.length())
                .build();
    }

    private Response several(DicomFile object, List<Integer> wanted) throws IOException {
        // The first frame is decoded before anything is sent: what cannot be read is then an answer, not a broken
        // stream.
        Samples first = decoding.samples(object, wanted.get(0));
        List<Part> parts = new ArrayList<>();
        for (int number : wanted) {
            StreamingOutput content = parts.isEmpty()
                    ? first
                    : out -> decoding.samples(object, number).write(out);
            parts.add(new Part(
                    OCTETS + "; transfer-syntax=" + EXPLICIT_VR_LITTLE_ENDIAN,
                    location() + "/frames/" + number,
                    content));
        }
        return multipart(OCTETS, parts);
    }

    private Response picture(int frame, Picture picture) throws IOException {
        Optional<ImageFile> file = file();
        return file.isEmpty()
                ? Problem.notFound("instance")
                : Response.ok(
                                decoding.picture(file.get(), frame, picture),
                                picture.format().mediaType())
                        .build();
    }

    private Optional<Picture.Format> format() {
        return headers.getAcceptableMediaTypes().stream()
                .flatMap(accepted -> Arrays.stream(Picture.Format.values())
                        .filter(format -> MediaType.valueOf(format.mediaType()).isCompatible(accepted)))
                .findFirst();
    }

    private String location() {
        return DicomWeb.PATH + "/studies/" + study + "/series/" + series + "/instances/" + instance;
    }

    private static List<Integer> numbers(String frames) {
        if (!frames.matches("[1-9][0-9]{0,5}(,[1-9][0-9]{0,5})*")) {
            throw new IllegalArgumentException("frames must be numbers from 1 with commas between");
        }
        List<Integer> numbers =
                Arrays.stream(frames.split(",")).map(Integer::valueOf).toList();
        if (numbers.size() > MOST_FRAMES) {
            throw new IllegalArgumentException("no more than " + MOST_FRAMES + " frames at a time");
        }
        return numbers;
    }

    private static Response multipart(String type, List<Part> parts) {
        MultipartRelated message = new MultipartRelated(type, parts);
        return Response.ok(message)
                .header(HttpHeaders.CONTENT_TYPE, message.contentType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment")
                .build();
    }

    /** Whatever the bytes could be taken for besides DICOM, no browser opens them. */
    private static Response attachment(Response.ResponseBuilder object, String sopInstanceUid) {
        return object.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + sopInstanceUid + ".dcm\"")
                .build();
    }

    private static Response notAPicture() {
        return notAcceptable("pictures are given as image/jpeg or image/png");
    }

    private static Response notAcceptable(String detail) {
        return Problem.of(Response.Status.NOT_ACCEPTABLE, detail);
    }
}
