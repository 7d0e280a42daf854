package org.mammoflow.web.api;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;
import java.util.function.Function;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.Tag;
import org.mammoflow.finding.FindingView;
import org.mammoflow.instance.Instance;
import org.mammoflow.review.CaseView;
import org.mammoflow.review.ImageView;

/** A case as the viewer takes it: for each image how to fetch, hang and show it, and what was stated and decided. */
final class CaseJson {

    private final Function<Instance, Optional<Attributes>> headers;

    /** @param headers reads the header of an image; nothing when its file cannot be read */
    CaseJson(Function<Instance, Optional<Attributes>> headers) {
        this.headers = headers;
    }

    /** @param prior the study before this one of the same patient */
    JsonObject of(CaseView view, Optional<CaseView> prior) {
        JsonObjectBuilder json = JsonBuilders.object()
                .add("studyInstanceUid", view.summary().studyInstanceUid())
                .add("summary", JsonViews.summary(view.summary()))
                .add("patient", patient(view))
                .add("images", JsonViews.array(view.images(), this::image))
                .add("entries", JsonViews.array(view.entries(), ReadingJson::entry))
                .add("revealed", view.sight().ai())
                .add("viewsUrl", "/api/v1/studies/" + view.summary().studyInstanceUid() + "/views")
                .add("priors", JsonViews.array(prior.stream().toList(), earlier -> of(earlier, Optional.empty())));
        view.notYours().ifPresent(why -> json.add("notYours", why.name()));
        view.summary().studyDate().ifPresent(day -> json.add("studyDate", day.toString()));
        return json.build();
    }

    private static JsonObject patient(CaseView view) {
        JsonObjectBuilder json = JsonBuilders.object();
        view.summary().patient().name().ifPresent(name -> json.add("name", name));
        view.summary().patient().id().ifPresent(id -> json.add("id", id));
        view.summary().patient().birthDate().ifPresent(day -> json.add("birthDate", day.toString()));
        return json.build();
    }

    private JsonObject image(ImageView view) {
        Instance instance = view.instance();
        Optional<Attributes> header = headers.apply(instance);
        JsonObjectBuilder json = JsonBuilders.object()
                .add("sopInstanceUid", instance.sopInstanceUid())
                .add("seriesInstanceUid", instance.seriesInstanceUid())
                .add(
                        "viewsUrl",
                        "/api/v1/instances/" + instance.sopInstanceUid() + "/views?study="
                                + instance.studyInstanceUid())
                .add("state", state(view))
                .add("readable", header.isPresent());
        if (header.isPresent()) {
            json.add("framesUrl", url(instance) + "/frames/1");
            json.add("thumbnailUrl", url(instance) + "/rendered?viewport=1024,1024");
        }
        json.addAll(JsonBuilders.object(new ImageDescription(header.orElseGet(() -> remembered(instance))).json()));
        view.noOpinion().ifPresent(missing -> json.add("reason", missing.reason()));
        view.finding().ifPresent(finding -> json.add("finding", finding(finding, view)));
        view.review().ifPresent(review -> json.add("review", JsonViews.review(review)));
        return json.build();
    }

    /** Enough to leave an image its place, where its file tells nothing any more. */
    private static Attributes remembered(Instance instance) {
        Attributes header = new Attributes();
        instance.imageLaterality().ifPresent(side -> header.set(Tag.ImageLaterality, side));
        instance.viewCode()
                .ifPresent(code -> header.setItems(Tag.ViewCodeSequence, new Attributes().set(Tag.CodeValue, code)));
        return header;
    }

    private static String url(Instance instance) {
        return "/dicom-web/studies/" + instance.studyInstanceUid() + "/series/" + instance.seriesInstanceUid()
                + "/instances/" + instance.sopInstanceUid();
    }

    private static String state(ImageView view) {
        if (view.hidden()) {
            return "NOT_REVEALED";
        }
        if (view.finding().isPresent()) {
            return "CLASSIFIED";
        }
        return view.noOpinion().map(missing -> missing.kind().name()).orElse("WAITING");
    }

    private static JsonObject finding(FindingView finding, ImageView view) {
        return JsonBuilders.object()
                .add("id", finding.id())
                .add("band", finding.band())
                .add("malignancy", finding.scores().malignancy())
                .add("implantProbability", finding.scores().implant())
                .add("implantContradiction", finding.implantContradiction())
                .add("network", finding.network().name())
                .add("version", finding.network().version())
                .add("status", finding.network().status())
                .add("provider", finding.evidence().provider())
                .add("heatMapUrl", "/api/v1/findings/" + finding.id() + "/heatmap")
                .add("reviewState", view.review().map(r -> r.verdict().name()).orElse("OPEN"))
                .build();
    }
}
