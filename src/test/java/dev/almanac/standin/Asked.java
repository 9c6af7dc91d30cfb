package dev.almanac.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** An interaction that was sent to the bot, and how far it is answered. */
final class Asked {
    final JsonNode interaction;
    final Place place;
    final long user;
    final Instant at;
    final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private final long nanos = System.nanoTime();
    /** The type of the first answer; 0 while there is none. */
    private int type;

    /** The message that the answer is or changes. */
    private long original;

    private @Nullable Duration deferredAfter;

    Asked(JsonNode interaction, Place place, long user, Instant at) {
        this.interaction = interaction;
        this.place = place;
        this.user = user;
        this.at = at;
    }

    int kind() {
        return interaction.path("type").asInt();
    }

    long pressedMessage() {
        return interaction.path("message").path("id").asLong();
    }

    boolean isAnswered() {
        return type != 0;
    }

    long original() {
        return original;
    }

    void answered(int callback, long message) {
        type = callback;
        original = message;
    }

    void deferred(int callback, long message) {
        answered(callback, message);
        deferredAfter = took();
    }

    /** The person sees this now. */
    void shown(JsonNode data, long message) {
        answer.complete(new Answer(type, data, message, took(), Optional.ofNullable(deferredAfter)));
    }

    private Duration took() {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
