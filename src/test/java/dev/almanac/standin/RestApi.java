package dev.almanac.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

/** The routes of Discord's REST API, version 10, that the bot uses; any other is refused and remembered. */
final class RestApi extends Dispatcher {
    private final Payloads payloads;
    private final String token;
    private final Gateway gateway;
    private final Snowflakes ids;
    private final RateLimits limits;
    private final Faults faults;
    private final int shards;
    private final Routes routes = new Routes();
    private final Traffic traffic = new Traffic();
    private final List<String> unknown = new ArrayList<>();
    private final AtomicInteger refusedConnections = new AtomicInteger();
    private ArrayNode commands;
    private int commandWrites;

    RestApi(
            Payloads payloads,
            String token,
            Gateway gateway,
            Interactions interactions,
            Snowflakes ids,
            RateLimits limits,
            Faults faults,
            int shards) {
        this.payloads = payloads;
        this.token = token;
        this.gateway = gateway;
        this.ids = ids;
        this.limits = limits;
        this.faults = faults;
        this.shards = shards;
        this.commands = payloads.array();
        routes.add("GET /gateway/bot", request -> RestAnswer.ok(gatewayOfBot()));
        routes.add("GET /users/@me", request -> RestAnswer.ok(payloads.user(Payloads.BOT)));
        routes.add("GET /applications/{application}/commands", request -> registered());
        routes.add("PUT /applications/{application}/commands", request -> register(request.body()));
        routes.addOpen("POST /interactions/{interaction}/{token}/callback", request -> {
            RestAnswer answer = interactions.callback(request.part(1), request.body());
            return answer.status() == 200 && !request.asks("with_response") ? RestAnswer.done() : answer;
        });
    }

    /** More of them can be added before the first request. */
    Routes routes() {
        return routes;
    }

    Traffic traffic() {
        return traffic;
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) {
        String path = request.getUrl().encodedPath();
        if (path.equals("/gateway/") || path.equals("/gateway")) {
            if (refusedConnections.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                return RestAnswer.error(503, 0, "no gateway for a moment").response();
            }
            boolean compressed = "zlib-stream".equals(request.getUrl().queryParameter("compress"));
            return new MockResponse.Builder()
                    .webSocketUpgrade(new GatewayConnection(gateway, payloads, compressed))
                    .build();
        }
        String asked = request.getMethod() + " " + path.replaceFirst("^/api/v10", "");
        Optional<Routes.Found> found = routes.find(asked);
        RestAnswer answer = answer(request, asked, found);
        traffic.count(found.map(there -> there.route().name()).orElse(asked), answer.status());
        return answer.response();
    }

    private RestAnswer answer(RecordedRequest request, String asked, Optional<Routes.Found> found) {
        boolean open = found.isPresent() && !found.get().route().authorised();
        if (!open && !("Bot " + token).equals(request.getHeaders().get("Authorization"))) {
            return RestAnswer.error(401, 0, "401: Unauthorized");
        }
        // What belongs to an interaction does not count for the limit of the whole bot.
        Optional<RestAnswer> limited = open ? Optional.empty() : limits.everywhere();
        if (limited.isPresent()) {
            return limited.get();
        }
        if (found.isEmpty()) {
            remember(asked);
            return RestAnswer.error(404, 0, "404: Not Found");
        }
        RestRequest asking = new RestRequest(found.get().parts(), request.getUrl(), body(request));
        Routes.Route route = found.get().route();
        Optional<Trouble> trouble = faults.of(route.name());
        if (trouble.isPresent() && !trouble.get().isDone()) {
            return trouble.get().spoilt(RestAnswer.done());
        }
        RestAnswer right = route.answer().apply(asking);
        return trouble.map(spoiling -> spoiling.spoilt(right)).orElse(right);
    }

    private JsonNode body(RecordedRequest request) {
        if (request.getBody() == null || request.getBody().size() == 0) {
            return payloads.object();
        }
        String type = request.getHeaders().get("Content-Type");
        return type != null && type.startsWith("multipart/form-data")
                ? new Uploads(payloads).body(request.getBody(), type)
                : payloads.read(request.getBody().utf8());
    }

    private synchronized void remember(String asked) {
        unknown.add(asked);
    }

    private ObjectNode gatewayOfBot() {
        ObjectNode answer = payloads.object().put("url", gateway.url()).put("shards", shards);
        answer.putObject("session_start_limit")
                .put("total", 1000)
                .put("remaining", 999)
                .put("reset_after", 14_400_000)
                .put("max_concurrency", gateway.concurrency());
        return answer;
    }

    private synchronized RestAnswer registered() {
        return RestAnswer.ok(commands);
    }

    private synchronized RestAnswer register(JsonNode written) {
        List<String> problems = new ArrayList<>();
        ArrayNode registered = payloads.array();
        for (JsonNode command : written) {
            problems.addAll(CommandLimits.problems(command));
            ObjectNode stored = command.deepCopy();
            stored.put("id", String.valueOf(ids.counted()))
                    .put("application_id", String.valueOf(Payloads.BOT))
                    .put("version", "1");
            registered.add(stored);
        }
        if (!problems.isEmpty()) {
            return RestAnswer.error(400, 50035, "Invalid Form Body: " + problems);
        }
        commandWrites++;
        commands = registered;
        return RestAnswer.ok(commands);
    }

    void refuseConnections(int number) {
        refusedConnections.set(number);
    }

    int refusedConnectionsLeft() {
        return refusedConnections.get();
    }

    synchronized List<JsonNode> commands() {
        List<JsonNode> all = new ArrayList<>();
        commands.forEach(all::add);
        return all;
    }

    synchronized int commandWrites() {
        return commandWrites;
    }

    synchronized List<String> unknownRoutes() {
        return List.copyOf(unknown);
    }
}
