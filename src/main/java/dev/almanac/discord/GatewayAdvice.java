package dev.almanac.discord;

import java.io.IOException;
import java.util.Objects;
import net.dv8tion.jda.api.exceptions.ParsingException;
import net.dv8tion.jda.api.utils.data.DataObject;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * What Discord says before anything connects: {@code GET /gateway/bot}
 * (https://discord.com/developers/docs/events/gateway#get-gateway-bot).
 *
 * @param url of the gateway
 * @param shards how many the bot should have
 * @param concurrency how many shards may identify at once: {@code max_concurrency}
 * @param identifiesLeft how often the bot may identify until the day ends
 */
record GatewayAdvice(String url, int shards, int concurrency, int identifiesLeft) {
    GatewayAdvice {
        if (shards < 1 || concurrency < 1) {
            throw new IllegalArgumentException(
                    "Discord advises " + shards + " shards, of which " + concurrency + " identify at once");
        }
    }

    /**
     * Asks for it; waits for the answer.
     *
     * @throws IOException when there is none, or a page answers in Discord's place
     * @throws IllegalArgumentException when the answer is JSON that says something else
     * @throws DiscordRefusal when Discord doesn't accept the token
     */
    static GatewayAdvice ask(OkHttpClient http, DiscordSettings settings) throws IOException, DiscordRefusal {
        Request request = new Request.Builder()
                .url(settings.base() + "gateway/bot")
                .header("Authorization", "Bot " + settings.token())
                .build();
        try (Response response = http.newCall(request).execute()) {
            if (response.code() == 401) {
                throw ClosedForGood.refusedToken();
            }
            if (!response.isSuccessful()) {
                throw new IOException("the answer was " + response.code());
            }
            return of(parsed(Objects.requireNonNull(response.body()).string()));
        }
    }

    private static DataObject parsed(String body) throws IOException {
        try {
            return DataObject.fromJson(body);
        } catch (ParsingException e) {
            throw new IOException("the answer wasn't Discord's", e);
        }
    }

    private static GatewayAdvice of(DataObject answer) {
        try {
            DataObject limit = answer.getObject("session_start_limit");
            return new GatewayAdvice(
                    answer.getString("url"),
                    answer.getInt("shards"),
                    limit.getInt("max_concurrency"),
                    limit.getInt("remaining"));
        } catch (ParsingException e) {
            // JDA's is an IllegalStateException, which stands for a network that is away.
            throw new IllegalArgumentException("Discord's advice can't be read: " + answer.keys(), e);
        }
    }
}
