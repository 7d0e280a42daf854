package org.mammoflow.review;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "assessment_category")
class CategoryRow {

    @Id
    private String code;

    private String words;
    private int place;
    private boolean offered;

    protected CategoryRow() {}

    CategoryRow(AssessmentCategory category, int place) {
        this.code = category.code();
        offer(category.words(), place);
    }

    /** Puts the code on the list with these words. */
    final void offer(String words, int place) {
        this.words = words;
        this.place = place;
        this.offered = true;
    }

    /** Takes it off the list; what was stated with it goes on meaning these words. */
    void withdraw() {
        this.offered = false;
    }

    boolean offered() {
        return offered;
    }

    AssessmentCategory view() {
        return new AssessmentCategory(code, words);
    }
}
