package dev.almanac.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

/** The routes of Discord's REST API, version 10, that the bot uses; any other is refused and remembered. */
final class RestApi extends Dispatcher {
    private static final Pattern CALLBACK = Pattern.compile("/interactions/\\d+/([^/]+)/callback");
    private static final Pattern COMMANDS = Pattern.compile("/applications/\\d+/commands");

    private final Payloads payloads;
    private final String token;
    private final Gateway gateway;
    private final Interactions interactions;
    private final int shards;
    private final Deque<RestAnswer> nextCallbacks = new ArrayDeque<>();
    private final List<String> unknown = new ArrayList<>();
    private final AtomicInteger refusedConnections = new AtomicInteger();
    private ArrayNode commands;
    private int commandWrites;

    RestApi(Payloads payloads, String token, Gateway gateway, Interactions interactions, int shards) {
        this.payloads = payloads;
        this.token = token;
        this.gateway = gateway;
        this.interactions = interactions;
        this.shards = shards;
        this.commands = payloads.array();
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
                    .webSocketUpgrade(gateway.new Connection(compressed))
                    .build();
        }
        String route = path.replaceFirst("^/api/v10", "");
        Matcher callback = CALLBACK.matcher(route);
        if (callback.matches()) {
            return callback(callback.group(1), body(request)).response();
        }
        if (!("Bot " + token).equals(request.getHeaders().get("Authorization"))) {
            return RestAnswer.error(401, 0, "401: Unauthorized").response();
        }
        return answer(request.getMethod() + " " + route, request).response();
    }

    private JsonNode body(RecordedRequest request) {
        return request.getBody() == null
                ? payloads.object()
                : payloads.read(request.getBody().utf8());
    }

    private synchronized RestAnswer callback(String interaction, JsonNode body) {
        RestAnswer instead = nextCallbacks.poll();
        return instead != null ? instead : interactions.callback(interaction, body);
    }

    private synchronized RestAnswer answer(String route, RecordedRequest request) {
        if (route.equals("GET /gateway/bot")) {
            ObjectNode answer = payloads.object().put("url", gateway.url()).put("shards", shards);
            answer.putObject("session_start_limit")
                    .put("total", 1000)
                    .put("remaining", 999)
                    .put("reset_after", 14_400_000)
                    .put("max_concurrency", 16);
            return RestAnswer.ok(answer);
        }
        if (route.equals("GET /users/@me")) {
            return RestAnswer.ok(payloads.user(Payloads.BOT));
        }
        Matcher forCommands = COMMANDS.matcher(route.substring(route.indexOf(' ') + 1));
        if (forCommands.matches() && route.startsWith("GET")) {
            return RestAnswer.ok(commands);
        }
        if (forCommands.matches() && route.startsWith("PUT")) {
            return register(body(request));
        }
        unknown.add(route);
        return RestAnswer.error(404, 0, "404: Not Found");
    }

    private RestAnswer register(JsonNode written) {
        List<String> problems = new ArrayList<>();
        ArrayNode registered = payloads.array();
        for (JsonNode command : written) {
            problems.addAll(CommandLimits.problems(command));
            ObjectNode stored = command.deepCopy();
            stored.put("id", String.valueOf(payloads.newId()))
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

    synchronized void answerNextCallback(RestAnswer answer) {
        nextCallbacks.add(answer);
    }

    void refuseConnections(int number) {
        refusedConnections.set(number);
    }

    int refusedConnectionsLeft() {
        return refusedConnections.get();
    }

    synchronized boolean hasFaultsLeft() {
        return !nextCallbacks.isEmpty();
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
