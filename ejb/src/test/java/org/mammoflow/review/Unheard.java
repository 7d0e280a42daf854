package org.mammoflow.review;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Nobody looks at a page. */
final class Unheard implements Event<WorklistChanged> {

    @Override
    public void fire(WorklistChanged event) {}

    @Override
    public <U extends WorklistChanged> CompletionStage<U> fireAsync(U event) {
        return CompletableFuture.completedFuture(event);
    }

    @Override
    public <U extends WorklistChanged> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
        return CompletableFuture.completedFuture(event);
    }

    @Override
    public Event<WorklistChanged> select(Annotation... qualifiers) {
        return this;
    }

    @Override
    public <U extends WorklistChanged> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
        throw new UnsupportedOperationException("nobody asks for it");
    }

    @Override
    public <U extends WorklistChanged> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
        throw new UnsupportedOperationException("nobody asks for it");
    }
}
