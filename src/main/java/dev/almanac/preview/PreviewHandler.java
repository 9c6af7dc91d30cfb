package dev.almanac.preview;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers the page and nobody else. Another page in the same browser can reach this machine, too; so each request must say which host
 * it is meant for (against DNS rebinding), and where it comes from.
 */
final class PreviewHandler implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(PreviewHandler.class);

    private static final Pattern LOOPBACK = Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d{1,5})?");
    private static final int LONGEST_BODY = 8192;
    private static final String PLAIN = "text/plain; charset=utf-8";
    private static final String JSON = "application/json";

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
                    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
                            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Referrer-Policy", "no-referrer",
            "X-Content-Type-Options", "nosniff",
            "Cache-Control", "no-store");

    private final ChatApi api;
    private final PageFiles files = new PageFiles();

    PreviewHandler(ChatApi api) {
        this.api = api;
    }

    private record Response(int status, String type, String text) {
        static Response refusal(int status, String why) {
            return new Response(status, PLAIN, why + "\n");
        }

        static Response json(String text) {
            return new Response(200, JSON, text);
        }
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Response response = response(exchange);
            Headers headers = exchange.getResponseHeaders();
            HEADERS.forEach(headers::set);
            headers.set("Content-Type", response.type());
            if (response.status() == 405) {
                headers.set("Allow", "GET, POST");
            }
            byte[] bytes = response.text().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(response.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private Response response(HttpExchange exchange) {
        try {
            String host = header(exchange, "Host");
            if (!LOOPBACK.matcher(host).matches()) {
                return Response.refusal(421, "This page is for browsers on its own machine: open it as localhost.");
            }
            return switch (exchange.getRequestMethod()) {
                case "GET" -> got(path(exchange));
                case "POST" -> posted(exchange, host);
                default -> Response.refusal(405, "Only GET and POST.");
            };
        } catch (JsonProcessingException e) {
            return Response.refusal(400, "The page never sends this.");
        } catch (IOException | RuntimeException failure) {
            LOG.error("{} {} failed", exchange.getRequestMethod(), exchange.getRequestURI(), failure);
            return Response.refusal(500, "Something went wrong here; the terminal that runs the preview says what.");
        }
    }

    private Response got(String path) throws IOException {
        if (path.equals("/api/start")) {
            return Response.json(api.start());
        }
        return files.at(path)
                .map(found -> new Response(200, found.type(), found.text()))
                .orElseGet(PreviewHandler::nothing);
    }

    private Response posted(HttpExchange exchange, String host) throws IOException {
        if (!header(exchange, "Origin").equals("http://" + host)) {
            return Response.refusal(403, "Only the preview's own page may ask.");
        }
        if (!header(exchange, "Content-Type").equals(JSON)) {
            return Response.refusal(415, "Only " + JSON + ".");
        }
        byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
        if (body.length > LONGEST_BODY) {
            return Response.refusal(413, "At most " + LONGEST_BODY + " bytes.");
        }
        String text = new String(body, StandardCharsets.UTF_8);
        return switch (path(exchange)) {
            case "/api/ask" -> Response.json(api.ask(text));
            case "/api/line" -> Response.json(api.line(text));
            case "/api/press" -> Response.json(api.press(text));
            case "/api/posts" -> Response.json(api.posts(text));
            case "/api/complete" -> Response.json(api.complete(text));
            default -> nothing();
        };
    }

    private static Response nothing() {
        return Response.refusal(404, "There is nothing here. The preview is at /.");
    }

    private static String path(HttpExchange exchange) {
        return Optional.ofNullable(exchange.getRequestURI().getPath()).orElse("");
    }

    private static String header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
    }
}
