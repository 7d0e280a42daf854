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

    protected CategoryRow() {}

    CategoryRow(AssessmentCategory category, int place) {
        this.code = category.code();
        this.words = category.words();
        this.place = place;
    }

    AssessmentCategory view() {
        return new AssessmentCategory(code, words);
    }
}
