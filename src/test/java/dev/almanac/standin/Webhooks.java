package dev.almanac.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.BiFunction;

/** What follows the first answer to an interaction: edits of it, and more messages. */
final class Webhooks {
    private static final String ORIGINAL = "@original";

    private final Interactions interactions;
    private final Messages messages;
    private final Webhook webhook;

    Webhooks(Interactions interactions, Messages messages, Webhook webhook) {
        this.webhook = webhook;
        this.interactions = interactions;
        this.messages = messages;
    }

    void addTo(Routes routes) {
        String message = "/webhooks/{application}/{token}/messages/{which}";
        routes.addOpen(
                "POST /webhooks/{application}/{token}",
                request -> webhook.isMeant(request) ? webhook.execute(request.body()) : with(request, this::followUp));
        routes.addOpen("GET " + message, request -> onMessage(request, (asked, shown) -> RestAnswer.ok(shown)));
        routes.addOpen(
                "PATCH " + message,
                request -> onMessage(request, (asked, shown) -> edit(asked, shown, request.body())));
        routes.addOpen(
                "DELETE " + message,
                request -> onMessage(request, (asked, shown) -> {
                    messages.delete(id(shown));
                    return RestAnswer.done();
                }));
    }

    private RestAnswer with(RestRequest request, BiFunction<Asked, RestRequest, RestAnswer> answer) {
        synchronized (interactions) {
            return interactions
                    .find(request.part(1))
                    .map(asked -> asked.isAnswered()
                            ? answer.apply(asked, request)
                            : RestAnswer.error(404, 10015, "Unknown Webhook"))
                    .orElseGet(() -> RestAnswer.error(401, 50027, "Invalid Webhook Token"));
        }
    }

    private RestAnswer onMessage(RestRequest request, BiFunction<Asked, ObjectNode, RestAnswer> answer) {
        return with(request, (asked, same) -> {
            String which = request.part(2);
            return messages.find(which.equals(ORIGINAL) ? asked.original() : Long.parseLong(which))
                    .map(message -> answer.apply(asked, messages.json(message.id())))
                    .orElseGet(() -> RestAnswer.error(404, 10008, "Unknown Message"));
        });
    }

    private RestAnswer edit(Asked asked, ObjectNode message, JsonNode body) {
        List<String> problems = MessagePayloads.problemsOfEdit(body);
        return problems.isEmpty() ? show(asked, messages.bodies().edited(message, body)) : refused(problems);
    }

    private RestAnswer followUp(Asked asked, RestRequest request) {
        boolean waitedFor = messages.find(asked.original()).isPresent()
                && (messages.shown(asked.original()).path("flags").asInt() & MessagePayloads.LOADING) != 0;
        return waitedFor
                ? edit(asked, messages.json(asked.original()), request.body())
                : show(asked, interactions.newMessage(asked, request.body()));
    }

    private RestAnswer show(Asked asked, ObjectNode message) {
        List<String> problems = MessagePayloads.problems(message);
        if (!problems.isEmpty()) {
            return refused(problems);
        }
        messages.putAnswer(message);
        asked.shown(message, id(message));
        return RestAnswer.ok(message);
    }

    private static RestAnswer refused(List<String> problems) {
        return RestAnswer.error(400, 50035, "Invalid Form Body: " + problems);
    }

    private static long id(JsonNode message) {
        return message.path("id").asLong();
    }
}
