package dev.almanac.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.almanac.discord.MessageLimits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What people asked and the bot has or has not answered, with the rules of
 * https://discord.com/developers/docs/interactions/receiving-and-responding.
 */
final class Interactions {
    private static final int MESSAGE = 4;
    private static final int DEFERRED_MESSAGE = 5;
    private static final int DEFERRED_UPDATE = 6;
    private static final int UPDATE = 7;
    private static final int CHOICES = 8;
    private static final Duration FIRST_ANSWER = Duration.ofSeconds(3);
    private static final int MOST_CHOICES = 25;
    private static final int LONGEST_CHOICE = 100;

    private final Payloads payloads;
    private final Clock clock;
    private final Map<String, Asked> byToken = new HashMap<>();
    private final Map<Long, ObjectNode> messages = new HashMap<>();

    Interactions(Payloads payloads, Clock clock) {
        this.payloads = payloads;
        this.clock = clock;
    }

    /** An interaction that was sent to the bot. */
    private static final class Asked {
        private final JsonNode interaction;
        private final Place place;
        private final long user;
        private final Instant at;
        private final long nanos = System.nanoTime();
        private final CompletableFuture<Answer> answer = new CompletableFuture<>();
        private boolean acknowledged;

        Asked(JsonNode interaction, Place place, long user, Instant at) {
            this.interaction = interaction;
            this.place = place;
            this.user = user;
            this.at = at;
        }
    }

    synchronized CompletableFuture<Answer> sent(JsonNode interaction, Place place, long user) {
        Asked asked = new Asked(interaction, place, user, clock.instant());
        byToken.put(interaction.path("token").asText(), asked);
        return asked.answer;
    }

    /** The message of an earlier answer. */
    synchronized ObjectNode message(long id) {
        ObjectNode message = messages.get(id);
        if (message == null) {
            throw new IllegalStateException("no message " + id);
        }
        return message;
    }

    /** Puts a message there that no process of now has sent. */
    synchronized void place(ObjectNode message) {
        messages.put(message.path("id").asLong(), message);
    }

    /** Takes a first answer, or refuses it as Discord does. */
    synchronized RestAnswer callback(String token, JsonNode body) {
        @Nullable Asked asked = byToken.get(token);
        if (asked == null || clock.instant().isAfter(asked.at.plus(FIRST_ANSWER))) {
            return RestAnswer.error(404, 10062, "Unknown interaction");
        }
        if (asked.acknowledged) {
            return RestAnswer.error(400, 40060, "Interaction has already been acknowledged.");
        }
        int type = body.path("type").asInt();
        List<String> problems = problems(type, body.path("data"));
        if (!problems.isEmpty()) {
            return RestAnswer.error(400, 50035, "Invalid Form Body: " + problems);
        }
        asked.acknowledged = true;
        return RestAnswer.ok(resource(asked, type, body.path("data")));
    }

    private static List<String> problems(int type, JsonNode data) {
        return switch (type) {
            case MESSAGE, UPDATE -> MessageLimits.problems(data);
            case DEFERRED_MESSAGE ->
                (data.path("flags").asInt() & MessageLimits.COMPONENTS_V2) == 0
                        ? List.of()
                        : List.of("a deferred answer with the flag of Components V2");
            case DEFERRED_UPDATE -> List.of();
            case CHOICES -> choicesProblems(data.path("choices"));
            default -> List.of("a callback of type " + type);
        };
    }

    private static List<String> choicesProblems(JsonNode choices) {
        boolean tooLong = false;
        for (JsonNode choice : choices) {
            tooLong |= choice.path("name").asText().length() > LONGEST_CHOICE
                    || choice.path("name").asText().isEmpty()
                    || choice.path("value").asText().length() > LONGEST_CHOICE;
        }
        return tooLong || choices.size() > MOST_CHOICES ? List.of("choices: " + choices) : List.of();
    }

    private ObjectNode resource(Asked asked, int type, JsonNode data) {
        ObjectNode answered = payloads.object();
        answered.set(
                "interaction",
                payloads.object()
                        .put("id", asked.interaction.path("id").asText())
                        .put("type", asked.interaction.path("type").asInt())
                        .put("activity_instance_id", ""));
        ObjectNode resource = answered.putObject("resource").put("type", type);
        long id = 0;
        if (type == MESSAGE || type == UPDATE) {
            boolean edit = type == UPDATE;
            id = edit ? asked.interaction.path("message").path("id").asLong() : payloads.newId();
            long owner = edit
                    ? message(id)
                            .path("interaction_metadata")
                            .path("user")
                            .path("id")
                            .asLong()
                    : asked.user;
            ObjectNode message = payloads.message(
                    id, asked.place, data, owner, asked.interaction.path("type").asInt());
            messages.put(id, message);
            resource.set("message", message);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - asked.nanos);
        asked.answer.complete(new Answer(type, data, id, took));
        return answered;
    }
}
