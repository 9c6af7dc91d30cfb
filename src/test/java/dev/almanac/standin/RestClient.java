package dev.almanac.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Asks the stand-in as a bot without a library would. */
final class RestClient {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Payloads payloads = new Payloads();
    private final URI base;

    RestClient(DiscordStandIn discord) {
        this.base = discord.apiBase();
    }

    /** @param body an empty object when there was none */
    record Reply(int status, JsonNode body, HttpHeaders headers) {
        /** Like {@code 403 50013}. */
        String refusal() {
            return status + " " + body.path("code").asInt();
        }
    }

    Reply get(String route) {
        return send("GET", route, "");
    }

    Reply post(String route, String body) {
        return send("POST", route, body);
    }

    Reply say(long channel, String text) {
        return post("/channels/" + channel + "/messages", "{\"content\":\"" + text + "\"}");
    }

    Reply say(long channel, String text, String nonce) {
        return post(
                "/channels/" + channel + "/messages",
                "{\"content\":\"" + text + "\",\"nonce\":\"" + nonce + "\",\"enforce_nonce\":true}");
    }

    Reply send(String method, String route, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + route))
                .header("Authorization", "Bot " + DiscordStandIn.TOKEN)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Reply(
                    response.statusCode(),
                    response.body().isEmpty() ? payloads.object() : payloads.read(response.body()),
                    response.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
