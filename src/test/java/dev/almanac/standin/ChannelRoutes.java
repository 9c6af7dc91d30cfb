package dev.almanac.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Messages in channels (https://discord.com/developers/docs/resources/message), and how direct ones begin. */
final class ChannelRoutes {
    private static final int LONGEST_NONCE = 25;
    private static final int ANNOUNCEMENT = 5;
    private static final int MOST_MESSAGES = 100;
    private static final int USUAL_MESSAGES = 50;

    private final Payloads payloads;
    private final ChannelAccess access;
    private final Messages messages;
    private final Faults faults;
    private final RateLimits limits;

    ChannelRoutes(Payloads payloads, ChannelAccess access, Messages messages, Faults faults, RateLimits limits) {
        this.payloads = payloads;
        this.access = access;
        this.messages = messages;
        this.faults = faults;
        this.limits = limits;
    }

    void addTo(Routes routes) {
        String message = "/channels/{channel}/messages/{message}";
        routes.add("GET /channels/{channel}", this::channel);
        routes.add("POST /channels/{channel}/messages", this::create);
        routes.add("GET /channels/{channel}/messages", this::history);
        routes.add("GET " + message, this::message);
        routes.add("DELETE " + message, this::delete);
        routes.add("POST " + message + "/crosspost", this::crosspost);
        routes.add("POST /users/@me/channels", this::openDirectMessages);
    }

    private RestAnswer channel(RestRequest request) {
        long channel = request.id(0);
        return access.refusal(channel)
                .orElseGet(() -> RestAnswer.ok(
                        payloads.object().put("id", String.valueOf(channel)).put("type", access.type(channel))));
    }

    private RestAnswer create(RestRequest request) {
        long channel = request.id(0);
        faults.arrived(channel, request.body());
        RestAnswer answer = faults.insteadOfCreating(channel)
                .or(() -> limits.message(channel))
                .or(() -> access.refusal(channel, needed(request.body())))
                .or(() -> invalid(problems(request.body())))
                .orElseGet(() -> stored(channel, request.body()));
        return answer.with(limits.headers(channel));
    }

    private static Permission[] needed(JsonNode message) {
        return message.path("attachments").isEmpty()
                ? new Permission[] {Permission.SEND_MESSAGES}
                : new Permission[] {Permission.SEND_MESSAGES, Permission.ATTACH_FILES};
    }

    private static List<String> problems(JsonNode body) {
        List<String> problems = new ArrayList<>(MessagePayloads.problems(body));
        if (body.path("nonce").asText("").length() > LONGEST_NONCE) {
            problems.add("the nonce " + body.path("nonce") + " is longer than " + LONGEST_NONCE);
        }
        return problems;
    }

    private static Optional<RestAnswer> invalid(List<String> problems) {
        return problems.isEmpty()
                ? Optional.empty()
                : Optional.of(RestAnswer.error(400, 50035, "Invalid Form Body: " + problems));
    }

    private RestAnswer stored(long channel, JsonNode body) {
        faults.willStore(channel, body);
        Messages.Outcome outcome = messages.send(channel, body, access.pinged(channel, body));
        if (outcome instanceof Messages.Outcome.Stored stored) {
            faults.hasStored(messages.post(stored.message()));
            return confirmed(stored.message());
        }
        return outcome instanceof Messages.Outcome.Known known ? confirmed(known.message()) : unknownMessage();
    }

    private RestAnswer confirmed(Message message) {
        faults.willAnswer(messages.post(message));
        // The history has no nonces; only who sends a message is told its own.
        ObjectNode json = message.json(payloads);
        if (!message.nonce().isEmpty()) {
            json.put("nonce", message.nonce());
        }
        return faults.insteadOfConfirming(message.channel()).orElseGet(() -> RestAnswer.ok(json));
    }

    private static RestAnswer unknownMessage() {
        return RestAnswer.error(404, 10008, "Unknown Message");
    }

    private RestAnswer history(RestRequest request) {
        long channel = request.id(0);
        int limit = request.url().queryParameter("limit") == null ? USUAL_MESSAGES : (int) request.query("limit");
        if (limit < 1 || limit > MOST_MESSAGES) {
            return RestAnswer.error(400, 50035, "Invalid Form Body: limit " + limit);
        }
        return access.refusal(channel).orElseGet(() -> {
            ArrayNode found = payloads.array();
            if (access.may(channel, Permission.READ_MESSAGE_HISTORY)) {
                selected(messages.history(channel), request, limit)
                        .forEach(message -> found.add(message.json(payloads)));
            }
            return RestAnswer.ok(found);
        });
    }

    /** The newest first; behind {@code after} those that follow it directly. */
    private static List<Message> selected(NavigableMap<Long, Message> all, RestRequest request, int limit) {
        long after = request.query("after");
        long before = request.query("before");
        long around = request.query("around");
        if (around != 0) {
            return Stream.concat(
                            newestFirst(all.tailMap(around, false), limit / 2),
                            all.headMap(around, true).descendingMap().values().stream())
                    .limit(limit)
                    .toList();
        }
        return after != 0
                ? newestFirst(all.tailMap(after, false), limit).toList()
                : (before != 0 ? all.headMap(before, false) : all)
                        .descendingMap().values().stream().limit(limit).toList();
    }

    /** The oldest of these, in Discord's order. */
    private static Stream<Message> newestFirst(NavigableMap<Long, Message> of, int limit) {
        return of.values().stream()
                .limit(limit)
                .sorted(Comparator.comparingLong(Message::id).reversed());
    }

    private RestAnswer message(RestRequest request) {
        return onMessage(request, message -> RestAnswer.ok(message.json(payloads)), Permission.READ_MESSAGE_HISTORY);
    }

    private RestAnswer delete(RestRequest request) {
        return onMessage(request, message -> {
            if (message.kind() == Message.Kind.OF_A_PERSON
                    && !access.may(message.channel(), Permission.MANAGE_MESSAGES)) {
                return RestAnswer.error(403, 50013, "Missing Permissions");
            }
            messages.delete(message.id());
            return RestAnswer.done();
        });
    }

    private RestAnswer crosspost(RestRequest request) {
        return faults.insteadOfCrossposting(request.id(0))
                .orElseGet(() -> onMessage(
                        request,
                        message -> {
                            if (access.type(message.channel()) != ANNOUNCEMENT) {
                                return RestAnswer.error(400, 50024, "Cannot execute action on this channel type");
                            }
                            return messages.crosspost(message.id())
                                    ? RestAnswer.ok(messages.shown(message.id()))
                                    : RestAnswer.error(400, 40033, "This message has already been crossposted");
                        },
                        Permission.SEND_MESSAGES));
    }

    private RestAnswer onMessage(RestRequest request, Function<Message, RestAnswer> answer, Permission... needed) {
        long channel = request.id(0);
        return access.refusal(channel, needed)
                .orElseGet(() ->
                        messages.find(channel, request.id(1)).map(answer).orElseGet(ChannelRoutes::unknownMessage));
    }

    private RestAnswer openDirectMessages(RestRequest request) {
        long person = request.body().path("recipient_id").asLong();
        ObjectNode channel = payloads.object()
                .put("id", String.valueOf(access.directMessages(person)))
                .put("type", 1)
                .putNull("last_message_id");
        channel.putArray("recipients").add(payloads.user(person));
        return RestAnswer.ok(channel);
    }
}
