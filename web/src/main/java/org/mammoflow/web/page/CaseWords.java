package org.mammoflow.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mammoflow.instance.Instance;
import org.mammoflow.instance.Patient;
import org.mammoflow.review.CaseSummary;
import org.mammoflow.review.CaseView;
import org.mammoflow.review.Claim;
import org.mammoflow.review.EntryKind;
import org.mammoflow.review.EntryView;
import org.mammoflow.review.ImageView;
import org.mammoflow.review.Refusal;

/** Puts what is the same for all images of a case into words. */
@RequestScoped
public class CaseWords {

    @Inject
    Privacy privacy;

    @Inject
    Words words;

    @Inject
    Moments moments;

    @Inject
    You you;

    CaseHeading heading(CaseSummary summary) {
        Patient patient = summary.patient();
        return new CaseHeading(
                privacy.name(patient),
                privacy.id(patient),
                patient.issuerOfId().orElse(""),
                privacy.birthDate(patient),
                age(patient.birthDate(), summary.studyDate()),
                summary.studyDate().map(LocalDate::toString).orElse(""),
                privacy.accessionNumber(summary.accessionNumber()),
                summary.institutionName().orElse(""),
                summary.callingAeTitle(),
                summary.urgent());
    }

    ClaimMark claim(Optional<Claim> claim) {
        return ClaimMark.of(claim, you.name(), words, moments);
    }

    String foreign(CaseView view, ImagesCalled called) {
        String names = view.foreign().stream()
                .map(image -> called.name(image.instance()))
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : words.of("case.foreign", names);
    }

    /** Why the case is not the reader's now; nothing where the reader can still take the signature back and is told so. */
    String notYours(CaseView view, Refusal.Why why) {
        Optional<EntryView> open = why == Refusal.Why.SIGNED ? openSignature(view) : Optional.empty();
        return open.map(this::notYetFinal).orElseGet(() -> words.of("turn." + why.name()));
    }

    private String notYetFinal(EntryView signature) {
        return signature.reader().equals(you.name())
                ? ""
                : words.of(
                        "turn.SIGNED.open",
                        signature.reader(),
                        moments.second(signature.finalAt().orElseThrow()));
    }

    private Optional<EntryView> openSignature(CaseView view) {
        return view.entries().stream()
                .filter(entry -> entry.stands(EntryKind.SIGNATURE))
                .reduce((earlier, later) -> later)
                .filter(entry -> entry.finalAt().filter(moments::isToCome).isPresent());
    }

    /** Until when the reader can take the last own signature back. */
    String takeBackUntil(CaseView view) {
        return view.entries().stream()
                .filter(entry ->
                        entry.stands(EntryKind.SIGNATURE) && entry.reader().equals(you.name()))
                .reduce((earlier, later) -> later)
                .flatMap(EntryView::finalAt)
                .filter(moments::isToCome)
                .map(moments::second)
                .orElse("");
    }

    /** The marks of what the network missed, as the viewer takes them. */
    String marks(CaseView view) {
        JsonArrayBuilder marks = Json.createArrayBuilder();
        view.entries().stream()
                .filter(entry -> entry.stands(EntryKind.AI_MISSED))
                .forEach(entry -> marks.add(mark(view, entry)));
        return marks.build().toString();
    }

    private static JsonObject mark(CaseView view, EntryView entry) {
        String image = view.images().stream()
                .map(ImageView::instance)
                .filter(instance -> instance.id() == entry.instanceId().orElseThrow())
                .map(Instance::sopInstanceUid)
                .findFirst()
                .orElse("");
        return Json.createObjectBuilder()
                .add("sopInstanceUid", image)
                .add("column", entry.mark().orElseThrow().column())
                .add("row", entry.mark().orElseThrow().row())
                .add("label", entry.comment().isEmpty() ? entry.reader() : entry.comment())
                .build();
    }

    private String age(Optional<LocalDate> birth, Optional<LocalDate> study) {
        return birth.flatMap(born -> study.filter(day -> !day.isBefore(born)).map(day -> moments.years(born, day)))
                .map(years -> words.of("case.age", years))
                .orElse("");
    }
}
