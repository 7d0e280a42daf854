package org.mammoflow.review;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hibernate.annotations.Immutable;

@Entity
@Immutable
@Table(name = "reread_sample")
class RereadSampleRow {

    private static final String SEPARATOR = "\n";

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "reread_sample_seq")
    @SequenceGenerator(name = "reread_sample_seq", sequenceName = "reread_sample_seq")
    private Long id;

    private long seed;
    private int wanted;
    private LocalDate fromDay;
    private LocalDate toDay;
    private String recallCategories;
    private int population;
    private String populationDigest;
    private int drawn;
    private String drawnBy;
    private Instant drawnAt;

    protected RereadSampleRow() {}

    RereadSampleRow(RereadOrder order, AgreedNegatives negatives, String drawnBy, Instant drawnAt) {
        this.seed = order.seed();
        this.wanted = order.size();
        this.fromDay = order.from().orElse(null);
        this.toDay = order.to().orElse(null);
        // A separator on each side of each code, so that one query finds a code in it.
        this.recallCategories = SEPARATOR + String.join(SEPARATOR, order.recallCategories()) + SEPARATOR;
        this.population = negatives.population();
        this.populationDigest = negatives.digest();
        this.drawn = negatives.drawn().size();
        this.drawnBy = drawnBy;
        this.drawnAt = drawnAt;
    }

    long id() {
        return id;
    }

    RereadSample view() {
        return new RereadSample(
                id,
                seed,
                wanted,
                Optional.ofNullable(fromDay),
                Optional.ofNullable(toDay),
                Stream.of(recallCategories.split(Pattern.quote(SEPARATOR)))
                        .filter(code -> !code.isEmpty())
                        .toList(),
                population,
                populationDigest,
                drawn,
                drawnBy,
                drawnAt);
    }
}
