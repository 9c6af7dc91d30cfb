package dev.almanac.standin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The bot's application as Discord knows it, and its servers: what is asked of them without a connection
 * (https://discord.com/developers/docs/resources/application, .../resources/user#get-current-user-guilds).
 */
public final class Application {
    private final Payloads payloads;
    private final Guilds guilds;
    private final Clock clock;
    private final Map<Long, ArrayNode> ownCommands = new ConcurrentHashMap<>();
    private volatile Set<String> contexts = Set.of("0", "1");
    private volatile Duration clockAhead = Duration.ZERO;

    Application(Payloads payloads, Guilds guilds, Clock clock) {
        this.payloads = payloads;
        this.guilds = guilds;
        this.clock = clock;
    }

    void addTo(Routes routes) {
        routes.add("GET /applications/@me", request -> about());
        routes.add("GET /users/@me/guilds", request -> servers());
        routes.add(
                "GET /applications/{application}/guilds/{guild}/commands",
                request -> RestAnswer.ok(own(Long.parseLong(request.part(1)))));
        routes.add("PUT /applications/{application}/guilds/{guild}/commands", request -> {
            ownCommands.remove(Long.parseLong(request.part(1)));
            return RestAnswer.ok(payloads.array());
        });
    }

    /** Who can add it: 0 for servers, 1 for people. */
    public void isInstalledBy(String... integrationTypes) {
        contexts = Set.of(integrationTypes);
    }

    /** From now on the bot's machine has a clock that is so much ahead of Discord's. */
    public void clockIsBehindBy(Duration behind) {
        clockAhead = behind;
    }

    /** Registers a command for one server alone. */
    public void registerFor(Place place, String command) {
        ownCommands
                .computeIfAbsent(place.guild(), guild -> payloads.array())
                .addObject()
                .put("name", command);
    }

    private ArrayNode own(long guild) {
        return ownCommands.getOrDefault(guild, payloads.array());
    }

    private RestAnswer about() {
        ObjectNode about =
                payloads.object().put("id", String.valueOf(Payloads.BOT)).put("name", "Almanac");
        ObjectNode installed = about.putObject("integration_types_config");
        contexts.forEach(installed::putObject);
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                clock.instant().minus(clockAhead).atOffset(ZoneOffset.UTC));
        return RestAnswer.ok(about).with(Map.of("Date", date));
    }

    private RestAnswer servers() {
        ArrayNode all = payloads.array();
        guilds.joined()
                .forEach(guild ->
                        all.addObject().put("id", String.valueOf(guild)).put("name", "Server " + guild % 100));
        return RestAnswer.ok(all);
    }
}
