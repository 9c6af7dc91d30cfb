package dev.almanac.standin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Which routes there are, and who answers them. */
final class Routes {
    private final List<Route> routes = new ArrayList<>();

    /** @param authorised whether it takes the bot's token; routes of interactions have one of their own */
    record Route(String name, boolean authorised, Pattern pattern, Function<RestRequest, RestAnswer> answer) {}

    /** @param parts the variable parts of the path */
    record Found(Route route, List<String> parts) {}

    /** Adds a route like {@code GET /channels/{channel}/messages}. */
    void add(String name, Function<RestRequest, RestAnswer> answer) {
        add(name, true, answer);
    }

    /** Adds a route that is called without the bot's token. */
    void addOpen(String name, Function<RestRequest, RestAnswer> answer) {
        add(name, false, answer);
    }

    private void add(String name, boolean authorised, Function<RestRequest, RestAnswer> answer) {
        Pattern pattern = Pattern.compile(name.replaceAll("\\{\\w*(channel|message|application|user)}", "(\\\\d+)")
                .replaceAll("\\{\\w+}", "([^/]+)"));
        routes.add(new Route(name, authorised, pattern, answer));
    }

    /** @param asked method and path below the base */
    Optional<Found> find(String asked) {
        for (Route route : routes) {
            Matcher matcher = route.pattern().matcher(asked);
            if (matcher.matches()) {
                return Optional.of(new Found(
                        route,
                        IntStream.rangeClosed(1, matcher.groupCount())
                                .mapToObj(matcher::group)
                                .toList()));
            }
        }
        return Optional.empty();
    }
}
