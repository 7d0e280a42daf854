package org.mammoflow.desk;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
@Table(name = "preference")
class Preference {

    @Id
    private String username;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Theme theme;

    private boolean namesHidden;
    private boolean singleKeys;
    private String keyMap;

    protected Preference() {}

    Preferences content() {
        return new Preferences(theme, namesHidden, singleKeys, KeyMap.of(keyMap));
    }

    void accept(Preferences wish) {
        theme = wish.theme();
        namesHidden = wish.namesHidden();
        singleKeys = wish.singleKeys();
        keyMap = wish.keys().stored();
    }
}
