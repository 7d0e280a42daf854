package org.mammoflow.desk;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

@Entity
@Table(name = "saved_view")
class SavedViewRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "saved_view_seq")
    @SequenceGenerator(name = "saved_view_seq", sequenceName = "saved_view_seq")
    private Long id;

    private String username;
    private String name;
    private String query;

    protected SavedViewRow() {}

    SavedViewRow(String username, String name) {
        this.username = username;
        this.name = name;
    }

    void leadTo(String other) {
        query = other;
    }

    SavedView view() {
        return new SavedView(id, name, query);
    }
}
