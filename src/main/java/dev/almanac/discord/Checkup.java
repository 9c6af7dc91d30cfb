package dev.almanac.discord;

import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.exceptions.ParsingException;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Asks Discord about the bot over REST, without connecting it, so that a running one goes on undisturbed. */
public final class Checkup implements AutoCloseable {
    /** One page of the bot's servers: https://discord.com/developers/docs/resources/user#get-current-user-guilds. */
    private static final int MOST_GUILDS = 200;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** https://discord.com/developers/docs/reference#user-agent */
    private static final String AGENT = "DiscordBot (Almanac, 1)";

    private final DiscordSettings settings;
    private final Clock clock;
    private final OkHttpClient http =
            new OkHttpClient.Builder().callTimeout(PATIENCE).build();

    public Checkup(DiscordSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A server of the bot's.
     *
     * @param commands how many commands are registered for it alone; people see them beside those that are everywhere
     */
    public record Server(long id, String name, int commands) {}

    /**
     * What Discord says.
     *
     * @param application its id
     * @param name the bot's
     * @param clockAhead by how much this machine's clock is ahead of Discord's, to the second; negative where it's behind, empty
     *     where the answer had no date
     * @param forUsers whether people can take it along
     * @param forServers whether servers can add it
     * @param identifiesLeft how many sessions may begin before Discord's day is over
     * @param identifies how many a day has
     * @param shards how many Discord advises
     * @param servers those that were looked at, 200 at most
     */
    public record Standing(
            long application,
            String name,
            Optional<Duration> clockAhead,
            boolean forUsers,
            boolean forServers,
            int identifiesLeft,
            int identifies,
            int shards,
            List<Server> servers) {
        public Standing {
            servers = List.copyOf(servers);
        }
    }

    /** Discord can't be asked now, or something else answers in its place; the message says why, for operators. */
    public static final class NoAnswer extends Exception {
        private static final long serialVersionUID = 1;

        NoAnswer(String why) {
            super(why);
        }
    }

    /**
     * Asks.
     *
     * @throws DiscordRefusal when Discord doesn't accept the token
     * @throws NoAnswer when it can't be asked
     */
    public Standing standing() throws DiscordRefusal, NoAnswer {
        try {
            Answer application = ask("GET", "/applications/@me", null);
            DataObject about = DataObject.fromJson(application.body());
            DataObject contexts = about.optObject("integration_types_config").orElseGet(DataObject::empty);
            DataObject gateway =
                    DataObject.fromJson(ask("GET", "/gateway/bot", null).body());
            DataObject starts = gateway.getObject("session_start_limit");
            long id = about.getUnsignedLong("id");
            return new Standing(
                    id,
                    about.getString("name"),
                    application.date().map(date -> Duration.between(date, application.received())),
                    contexts.hasKey("1"),
                    contexts.hasKey("0"),
                    starts.getInt("remaining"),
                    starts.getInt("total"),
                    gateway.getInt("shards"),
                    servers(id));
        } catch (IOException | ParsingException away) {
            throw new NoAnswer(
                    String.valueOf(away.getMessage()).lines().findFirst().orElse("no reason given"));
        }
    }

    private List<Server> servers(long application) throws IOException, DiscordRefusal {
        List<Server> servers = new ArrayList<>();
        DataArray guilds = DataArray.fromJson(
                ask("GET", "/users/@me/guilds?limit=" + MOST_GUILDS, null).body());
        for (int i = 0; i < guilds.length(); i++) {
            DataObject guild = guilds.getObject(i);
            long id = guild.getUnsignedLong("id");
            DataArray own = DataArray.fromJson(
                    ask("GET", commands(application, id), null).body());
            servers.add(new Server(id, guild.getString("name"), own.length()));
        }
        return servers;
    }

    private static String commands(long application, long guild) {
        return "/applications/" + application + "/guilds/" + guild + "/commands";
    }

    /**
     * Removes the commands that are registered for a server alone; those that are everywhere stay.
     *
     * @throws DiscordRefusal when Discord doesn't accept the token
     * @throws NoAnswer when it can't be asked
     */
    public void removeCommands(long application, long guild) throws DiscordRefusal, NoAnswer {
        try {
            ask("PUT", commands(application, guild), "[]");
        } catch (IOException away) {
            throw new NoAnswer(String.valueOf(away.getMessage()));
        }
    }

    private record Answer(String body, Optional<Instant> date, Instant received) {}

    private Answer ask(String method, String route, @org.jspecify.annotations.Nullable String body)
            throws IOException, DiscordRefusal {
        String base = settings.api().toString().replaceFirst("/$", "");
        Request request = new Request.Builder()
                .url(base + route)
                .header("Authorization", "Bot " + settings.token())
                .header("User-Agent", AGENT)
                .method(
                        method,
                        body == null ? null : RequestBody.create(body, okhttp3.MediaType.get("application/json")))
                .build();
        try (Response response = http.newCall(request).execute()) {
            if (response.code() == 401) {
                throw ClosedForGood.refusedToken();
            }
            if (!response.isSuccessful()) {
                throw new IOException(settings.api() + " answered " + response.code());
            }
            return new Answer(response.body().string(), date(response), clock.instant());
        }
    }

    private static Optional<Instant> date(Response response) {
        String date = response.header("Date");
        try {
            return date == null
                    ? Optional.empty()
                    : Optional.of(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
