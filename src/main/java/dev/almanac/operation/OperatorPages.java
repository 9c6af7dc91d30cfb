package dev.almanac.operation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.almanac.operation.Parts.State;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The operator's pages. They tell nothing about anybody. */
final class OperatorPages implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(OperatorPages.class);
    private static final String PLAIN = "text/plain; charset=utf-8";
    private static final String JSON = "application/json";

    /** https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format */
    private static final String FIGURES = "text/plain; version=0.0.4; charset=utf-8";

    private final ObjectMapper json = new ObjectMapper();
    private final Parts parts;
    private final Supplier<String> figures;

    /** @param figures in Prometheus' text format */
    OperatorPages(Parts parts, Supplier<String> figures) {
        this.parts = parts;
        this.figures = figures;
    }

    private record Page(int status, String type, String text) {}

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Page page = page(exchange);
            byte[] bytes = page.text().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", page.type());
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            if (page.status() == 405) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
            }
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(page.status(), head ? -1 : bytes.length);
            if (!head) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    private Page page(HttpExchange exchange) {
        if (!exchange.getRequestMethod().matches("GET|HEAD")) {
            return new Page(405, PLAIN, "Only GET and HEAD.\n");
        }
        String path = exchange.getRequestURI().getPath();
        try {
            return switch (path == null ? "" : path) {
                case "/livez" -> new Page(200, PLAIN, "alive\n");
                case "/readyz" -> readiness();
                case "/metrics" -> new Page(200, FIGURES, figures.get());
                default -> new Page(404, PLAIN, "There is nothing here. There are /livez, /readyz and /metrics.\n");
            };
        } catch (RuntimeException failure) {
            LOG.error("{} failed", path, failure);
            return new Page(500, PLAIN, "Something went wrong here; the log says what.\n");
        }
    }

    private Page readiness() {
        Map<String, State> now = new TreeMap<>(parts.now());
        boolean ready = now.values().stream().allMatch(State::ready);
        ObjectNode answer = json.createObjectNode().put("ready", ready);
        ObjectNode all = answer.putObject("parts");
        now.forEach((name, state) -> {
            ObjectNode part = all.putObject(name)
                    .put("ready", state.ready())
                    .put("state", state.word())
                    .put("since", state.since().toString());
            if (!state.why().isEmpty()) {
                part.put("why", state.why());
            }
        });
        return new Page(ready ? 200 : 503, JSON, answer.toPrettyString() + "\n");
    }
}
