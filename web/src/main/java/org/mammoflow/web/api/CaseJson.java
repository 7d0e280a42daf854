package org.mammoflow.web.api;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.finding.FindingView;
import org.mammoflow.instance.Instance;
import org.mammoflow.review.CaseView;
import org.mammoflow.review.ImageView;

/** A case as the viewer takes it: for each image how to fetch, hang and show it, and what was stated and decided. */
final class CaseJson {

    private final CaseImages images;
    private final Locale locale;

    /** @param locale of the images' names, and of why there is no opinion about one */
    CaseJson(CaseImages images, Locale locale) {
        this.images = images;
        this.locale = locale;
    }

    /** @param prior the study before this one of the same patient */
    JsonObject of(CaseView view, Optional<CaseView> prior) {
        Map<String, Optional<Attributes>> headers = images.headers(view);
        Map<String, String> names = CaseImages.names(headers, view, locale);
        JsonObjectBuilder json = JsonBuilders.object()
                .add("studyInstanceUid", view.summary().studyInstanceUid())
                .add("summary", JsonViews.summary(view.summary()))
                .add("patient", patient(view))
                .add(
                        "images",
                        JsonViews.array(
                                view.images(), image -> image(image, headers.get(uid(image)), names.get(uid(image)))))
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

    private static String uid(ImageView view) {
        return view.instance().sopInstanceUid();
    }

    private JsonObject image(ImageView view, Optional<Attributes> header, String name) {
        Instance instance = view.instance();
        JsonObjectBuilder json = JsonBuilders.object()
                .add("sopInstanceUid", instance.sopInstanceUid())
                .add("name", name)
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
        json.addAll(JsonBuilders.object(
                new ImageDescription(header.orElseGet(() -> CaseImages.remembered(instance))).json()));
        view.noOpinion()
                .ifPresent(missing ->
                        json.add("reason", missing.reason()).add("reasonText", SilenceText.of(missing, locale)));
        view.finding().ifPresent(finding -> json.add("finding", finding(finding, view)));
        view.review().ifPresent(review -> json.add("review", JsonViews.review(review)));
        return json.build();
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
