package dev.almanac.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.almanac.discord.message.MessageLimits;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What people asked and the bot has or has not answered, with the rules of
 * https://discord.com/developers/docs/interactions/receiving-and-responding.
 */
final class Interactions {
    private static final int COMPONENT = 3;
    private static final int FILLED_FORM = 5;
    private static final int MESSAGE = 4;
    private static final int DEFERRED_MESSAGE = 5;
    private static final int DEFERRED_UPDATE = 6;
    private static final int UPDATE = 7;
    private static final int CHOICES = 8;
    private static final int FORM = 9;
    private static final Duration FIRST_ANSWER = Duration.ofSeconds(3);
    private static final Duration LATER_ANSWERS = Duration.ofMinutes(15);
    private static final int MOST_CHOICES = 25;
    private static final int LONGEST_CHOICE = 100;

    private final Payloads payloads;
    private final Messages messages;
    private final Snowflakes ids;
    private final Clock clock;
    private final Map<String, Asked> byToken = new HashMap<>();

    private int tooLate;

    Interactions(Payloads payloads, Messages messages, Snowflakes ids, Clock clock) {
        this.payloads = payloads;
        this.messages = messages;
        this.ids = ids;
        this.clock = clock;
    }

    synchronized CompletableFuture<Answer> sent(JsonNode interaction, Place place, long user) {
        Asked asked = new Asked(interaction, place, user, clock.instant());
        byToken.put(interaction.path("token").asText(), asked);
        return asked.answer;
    }

    /** What was asked with this token; empty when there is no such token or its 15 minutes are over. */
    Optional<Asked> find(String token) {
        return Optional.ofNullable(byToken.get(token))
                .filter(asked -> !clock.instant().isAfter(asked.at.plus(LATER_ANSWERS)));
    }

    /** How many first answers came when nobody waited any more. */
    synchronized int tooLate() {
        return tooLate;
    }

    synchronized void forgetAnswered() {
        byToken.values().removeIf(Asked::isAnswered);
    }

    /** Takes a first answer, or refuses it as Discord does. */
    synchronized RestAnswer callback(String token, JsonNode body) {
        @Nullable Asked asked = byToken.get(token);
        if (asked == null || clock.instant().isAfter(asked.at.plus(FIRST_ANSWER))) {
            tooLate++;
            return RestAnswer.error(404, 10062, "Unknown interaction");
        }
        if (asked.isAnswered()) {
            return RestAnswer.error(400, 40060, "Interaction has already been acknowledged.");
        }
        int type = body.path("type").asInt();
        List<String> problems = problems(type, asked.kind(), body.path("data"));
        if (!problems.isEmpty()) {
            return RestAnswer.error(400, 50035, "Invalid Form Body: " + problems);
        }
        return RestAnswer.ok(resource(asked, type, body.path("data")));
    }

    private static List<String> problems(int type, int asked, JsonNode data) {
        if (asked == FILLED_FORM && type == FORM) {
            return List.of("a form that answers a form");
        }
        if (asked != COMPONENT && (type == UPDATE || type == DEFERRED_UPDATE)) {
            return List.of("an edit where no component was used");
        }
        return switch (type) {
            case MESSAGE -> MessagePayloads.problems(data);
            case UPDATE ->
                Stream.concat(MessagePayloads.problems(data).stream(), MessagePayloads.problemsOfEdit(data).stream())
                        .toList();
            case DEFERRED_MESSAGE ->
                (data.path("flags").asInt() & MessageLimits.COMPONENTS_V2) == 0
                        ? List.of()
                        : List.of("a deferred answer with the flag of Components V2");
            case DEFERRED_UPDATE -> List.of();
            case CHOICES -> choicesProblems(data.path("choices"));
            case FORM -> FormLimits.problems(data);
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
        answered.putObject("interaction")
                .put("id", asked.interaction.path("id").asText())
                .put("type", asked.kind())
                .put("activity_instance_id", "");
        ObjectNode resource = answered.putObject("resource").put("type", type);
        switch (type) {
            case MESSAGE, UPDATE -> {
                ObjectNode message = type == MESSAGE
                        ? newMessage(asked, data)
                        : messages.bodies().edited(messages.json(asked.pressedMessage()), data);
                messages.putAnswer(message);
                resource.set("message", message);
                asked.answered(type, id(message));
                asked.shown(data, id(message));
            }
            case DEFERRED_MESSAGE -> {
                ObjectNode message = newMessage(asked, data);
                message.put("flags", message.path("flags").asInt() | MessagePayloads.LOADING);
                messages.putAnswer(message);
                resource.set("message", message);
                asked.deferred(type, id(message));
            }
            case DEFERRED_UPDATE -> asked.deferred(type, asked.pressedMessage());
            default -> {
                asked.answered(type, 0);
                asked.shown(data, 0);
            }
        }
        return answered;
    }

    /** A message that answers, not put anywhere yet. */
    ObjectNode newMessage(Asked asked, JsonNode data) {
        ObjectNode message =
                messages.bodies().message(ids.ofMessage(), clock.instant(), asked.place.channel(), Payloads.BOT, data);
        return messages.bodies().answer(message, asked.user, asked.kind());
    }

    private static long id(JsonNode message) {
        return message.path("id").asLong();
    }
}
