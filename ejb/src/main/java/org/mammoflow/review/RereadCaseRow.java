package org.mammoflow.review;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** One case of a sample; a case is drawn once at the most. */
@Entity
@Immutable
@Table(name = "reread_case")
class RereadCaseRow {

    @Id
    private String studyInstanceUid;

    private long rereadSampleId;
    private int place;

    protected RereadCaseRow() {}

    RereadCaseRow(RereadSampleRow sample, int place, String studyInstanceUid) {
        this.rereadSampleId = sample.id();
        this.place = place;
        this.studyInstanceUid = studyInstanceUid;
    }
}
