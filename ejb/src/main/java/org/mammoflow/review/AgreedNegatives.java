package org.mammoflow.review;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import org.mammoflow.platform.Digest;
import org.mammoflow.platform.SiteZone;

/**
 * Finished cases that network and readers agreed to be negative, and those drawn of them: the ones whose SHA-256 over seed and
 * Study Instance UID ({@code seed:uid}) comes first. So a draw depends on nothing but seed and population, and whoever has
 * both can repeat it with any tool.
 */
record AgreedNegatives(int population, String digest, List<String> drawn) {

    // Every image has a finding, each newest one is negative and confirmed, nobody marked what the network missed, and
    // no signature can be taken back any more.
    private static final String CANDIDATES = """
            select c.study_instance_uid from reading_case c
            where c.state = 'FINAL' and c.without_opinion = 0
              and not exists (select 1 from reread_case x where x.study_instance_uid = c.study_instance_uid)
              and exists (select 1 from stored_instance i join finding f on f.instance_id = i.id
                where i.study_instance_uid = c.study_instance_uid%s)
              and not exists (select 1 from stored_instance i
                left join finding f on f.id = (select max(g.id) from finding g where g.instance_id = i.id)
                left join standing_review s on s.finding_id = f.id
                left join review r on r.id = s.review_id
                where i.study_instance_uid = c.study_instance_uid
                  and (f.id is null or f.ai_positive = true or r.id is null or r.verdict <> 'CONFIRMED'))
              and not exists (select 1 from reading_entry e
                where e.study_instance_uid = c.study_instance_uid and e.kind = 'AI_MISSED'
                  and not exists (select 1 from reading_entry w where w.withdraws = e.id))
              and not exists (select 1 from reading_entry g
                where g.study_instance_uid = c.study_instance_uid and g.kind = 'SIGNATURE' and g.final_at > current_timestamp)
            order by c.study_instance_uid""";

    static AgreedNegatives draw(EntityManager entityManager, RereadOrder order) {
        Digest digest = new Digest();
        PriorityQueue<Lot> lots = new PriorityQueue<>(Comparator.reverseOrder());
        int population = 0;
        try (Stream<String> studies = candidates(entityManager, order)) {
            for (String study : (Iterable<String>) studies::iterator) {
                digest.update(ByteBuffer.wrap((study + "\n").getBytes(StandardCharsets.UTF_8)));
                population++;
                lots.add(new Lot(lot(order.seed(), study), study));
                if (lots.size() > order.size()) {
                    lots.remove();
                }
            }
        }
        return new AgreedNegatives(
                population,
                digest.value(),
                lots.stream().sorted().map(Lot::study).toList());
    }

    /** A case with the number that decides whether it is drawn. */
    private record Lot(String number, String study) implements Comparable<Lot> {

        @Override
        public int compareTo(Lot other) {
            return number.compareTo(other.number);
        }
    }

    private static String lot(long seed, String study) {
        Digest digest = new Digest();
        digest.update(ByteBuffer.wrap((seed + ":" + study).getBytes(StandardCharsets.UTF_8)));
        return digest.value();
    }

    @SuppressWarnings("unchecked")
    private static Stream<String> candidates(EntityManager entityManager, RereadOrder order) {
        String period = (order.from().isPresent() ? " and f.recorded_at >= :from" : "")
                + (order.to().isPresent() ? " and f.recorded_at < :to" : "");
        Query query = entityManager.createNativeQuery(CANDIDATES.formatted(period), String.class);
        bind(query, "from", order.from());
        bind(query, "to", order.to().map(day -> day.plusDays(1)));
        return query.getResultStream();
    }

    private static void bind(Query query, String name, Optional<LocalDate> day) {
        day.ifPresent(given -> query.setParameter(name, SiteZone.startOf(given)));
    }
}
