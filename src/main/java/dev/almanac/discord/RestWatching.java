package dev.almanac.discord;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import net.dv8tion.jda.api.exceptions.ParsingException;
import net.dv8tion.jda.api.utils.data.DataObject;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Tells of each request to Discord's REST API, those that JDA repeats too, without ids and tokens. */
final class RestWatching implements Interceptor {
    private static final String GATEWAY = "/gateway/bot";
    private static final long LONGEST_GATEWAY = 4096;

    private final DiscordWatch watch;

    RestWatching(DiscordWatch watch) {
        this.watch = watch;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        long began = System.nanoTime();
        String method = chain.request().method().toUpperCase(Locale.ROOT);
        String route = route(chain.request().url().pathSegments());
        try {
            Response response = chain.proceed(chain.request());
            watch.asked(method, route, response.code(), Duration.ofNanos(System.nanoTime() - began));
            if (route.equals(GATEWAY) && response.isSuccessful()) {
                readLimit(response);
            }
            return response;
        } catch (IOException unanswered) {
            watch.asked(method, route, 0, Duration.ofNanos(System.nanoTime() - began));
            throw unanswered;
        }
    }

    /** https://discord.com/developers/docs/events/gateway#session-start-limit-object */
    private void readLimit(Response response) throws IOException {
        try {
            watch.identifiesLeft(
                    DataObject.fromJson(response.peekBody(LONGEST_GATEWAY).bytes())
                            .getObject("session_start_limit")
                            .getInt("remaining"));
        } catch (ParsingException other) {
            // Something answers in Discord's place, and JDA says so.
        }
    }

    /** {@code /channels/{id}/messages}: the path behind the version, with names in place of what is different each time. */
    static String route(List<String> path) {
        int begin = 0;
        for (int i = path.size() - 1; i >= 0; i--) {
            begin = path.get(i).startsWith("v") && isNumber(path.get(i), 1) ? i + 1 : begin;
        }
        // Every answer passes here, so there is no stream.
        StringBuilder route = new StringBuilder();
        for (int i = begin; i < path.size(); i++) {
            String part = path.get(i);
            String first = path.get(begin);
            boolean isToken = i == begin + 2 && (first.equals("interactions") || first.equals("webhooks"));
            route.append('/').append(isNumber(part, 0) ? "{id}" : isToken ? "{token}" : part);
        }
        return route.isEmpty() ? "/" : route.toString();
    }

    /** Whether digits alone stand from a place on. */
    private static boolean isNumber(String part, int from) {
        for (int i = from; i < part.length(); i++) {
            if (part.charAt(i) < '0' || part.charAt(i) > '9') {
                return false;
            }
        }
        return part.length() > from;
    }
}
