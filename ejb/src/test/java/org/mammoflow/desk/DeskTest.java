package org.mammoflow.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mammoflow.access.Caller;
import org.mammoflow.access.Callers;
import org.mammoflow.platform.TestDatabase;

class DeskTest {

    @ParameterizedTest
    @EnumSource
    void everybody_has_the_usual_desk_until_they_change_their_own(TestDatabase kind) {
        try (TestDatabase.Opened database = kind.open()) {
            assertThat(preferences(database, "one")).isEqualTo(Preferences.USUAL);
            KeyMap keys = new KeyMap(Map.of("page.next", "Ctrl+ArrowUp", "page.list", "", "help", "?"));
            atDesk(database, "one", desk -> desk.change(now -> now.withTheme(Theme.LIGHT)));
            atDesk(database, "one", desk -> desk.change(now -> now.withKeys(false, keys)));

            assertThat(preferences(database, "one")).isEqualTo(new Preferences(Theme.LIGHT, false, false, keys));
            assertThat(preferences(database, "two")).isEqualTo(Preferences.USUAL);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_saved_view_belongs_to_one_person_and_its_name_leads_to_the_last_one_saved(TestDatabase kind) {
        try (TestDatabase.Opened database = kind.open()) {
            withViews(database, "one", views -> views.save("High", "band=HIGH"));
            withViews(database, "one", views -> views.save(" High ", "band=HIGH&whose=UNCLAIMED"));
            withViews(database, "two", views -> views.save("High", "band=LOW"));

            assertThat(withViews(database, "one", SavedViews::mine))
                    .extracting(SavedView::name, SavedView::query)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("High", "band=HIGH&whose=UNCLAIMED"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobody_forgets_another_persons_view(TestDatabase kind) {
        try (TestDatabase.Opened database = kind.open()) {
            withViews(database, "one", views -> views.save("Mine", "whose=MINE"));
            long id = withViews(database, "one", SavedViews::mine).get(0).id();

            withViews(database, "two", views -> forgotten(views, id));
            assertThat(withViews(database, "one", SavedViews::mine)).hasSize(1);
            withViews(database, "one", views -> forgotten(views, id));
            assertThat(withViews(database, "one", SavedViews::mine)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void there_is_an_end_to_names_and_to_views(TestDatabase kind) {
        try (TestDatabase.Opened database = kind.open()) {
            assertThat(saved(database, " ")).isInstanceOf(ViewOutcome.InvalidName.class);
            assertThat(saved(database, "x".repeat(65))).isInstanceOf(ViewOutcome.InvalidName.class);
            for (int i = 0; i < 30; i++) {
                assertThat(saved(database, "view " + i)).isInstanceOf(ViewOutcome.Saved.class);
            }
            assertThat(saved(database, "one more")).isInstanceOf(ViewOutcome.TooMany.class);
        }
    }

    @Test
    void what_is_no_key_map_is_refused() {
        assertThatThrownBy(() -> new KeyMap(Map.of("page next", "n"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new KeyMap(Map.of("page.next", "n\nm"))).isInstanceOf(IllegalArgumentException.class);
        assertThat(KeyMap.of(new KeyMap(Map.of("a", "", "b", "+")).stored()).keys())
                .containsExactlyInAnyOrderEntriesOf(Map.of("a", "", "b", "+"));
    }

    private static ViewOutcome saved(TestDatabase.Opened database, String name) {
        return withViews(database, "one", views -> views.save(name, ""));
    }

    private static Void forgotten(SavedViews views, long id) {
        views.forget(id);
        return null;
    }

    private static Preferences preferences(TestDatabase.Opened database, String username) {
        return atDesk(database, username, Desk::preferences);
    }

    private static <T> T atDesk(TestDatabase.Opened database, String username, Function<Desk, T> deed) {
        return as(database, username, deed, (entityManager, callers) -> {
            Desk desk = new Desk();
            desk.entityManager = entityManager;
            desk.callers = callers;
            return desk;
        });
    }

    private static <T> T withViews(TestDatabase.Opened database, String username, Function<SavedViews, T> deed) {
        return as(database, username, deed, (entityManager, callers) -> {
            SavedViews views = new SavedViews();
            views.entityManager = entityManager;
            views.callers = callers;
            return views;
        });
    }

    private static <D, T> T as(
            TestDatabase.Opened database,
            String username,
            Function<D, T> deed,
            BiFunction<EntityManager, Callers, D> door) {
        Callers callers = new Callers() {
            @Override
            public Caller current() {
                return new Caller(username, "radiologist", "", "");
            }
        };
        return database.fromTransaction(entityManager -> deed.apply(door.apply(entityManager, callers)));
    }
}
