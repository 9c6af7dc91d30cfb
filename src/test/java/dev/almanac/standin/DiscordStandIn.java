package dev.almanac.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import mockwebserver3.MockWebServer;

/**
 * A Discord of our own on loopback. Give a bot {@link #apiBase()} and {@link #TOKEN}; then let people use it with
 * {@link #slash}, {@link #type} and {@link #press}, and break things with {@link #gateway()} and
 * {@link #answerNextCallbackWith}.
 */
public final class DiscordStandIn implements AutoCloseable {
    /** The one token it accepts. */
    public static final String TOKEN = "stand-in.token";

    private static final int COMMAND = 2;
    private static final int COMPONENT = 3;
    private static final int AUTOCOMPLETE = 4;
    private static final int STRING = 3;
    private static final int INTEGER = 4;

    private final Payloads payloads = new Payloads();
    private final MockWebServer server = new MockWebServer();
    private final CuttableSockets sockets = new CuttableSockets();
    private final List<ObjectNode> guilds = new ArrayList<>();
    private final int shards;
    private final Gateway gateway;
    private final Interactions interactions;
    private final RestApi rest;

    /** Starts it on a free port. */
    public DiscordStandIn(Clock clock, int shards) throws IOException {
        this(clock, shards, 0);
    }

    /**
     * Starts it.
     *
     * @param clock by which the three seconds of an answer count
     * @param port 0 for a free one
     */
    public DiscordStandIn(Clock clock, int shards, int port) throws IOException {
        this.shards = shards;
        this.gateway = new Gateway(payloads, TOKEN, this::guildsOf);
        this.interactions = new Interactions(payloads, clock);
        this.rest = new RestApi(payloads, TOKEN, gateway, interactions, shards);
        server.setDispatcher(rest);
        server.setServerSocketFactory(sockets);
        server.start(InetAddress.getLoopbackAddress(), port);
        gateway.reachedAt("ws://127.0.0.1:" + server.getPort() + "/gateway");
    }

    /** What {@code DISCORD_API_URL} is to name. */
    public URI apiBase() {
        return URI.create("http://127.0.0.1:" + server.getPort() + "/api/v10");
    }

    /** A guild with one text channel that the bot is a member of; to be added before it connects. */
    public synchronized Place guild() {
        long id = payloads.newId();
        payloads.newId(); // Three ids to a guild, so that guilds fall to two shards in turn.
        long channel = payloads.newId();
        guilds.add(payloads.guild(id, channel));
        return new Place(Place.Kind.GUILD, id, channel, true);
    }

    /** A guild that the bot is no member of: someone there has installed it for themselves. */
    public Place foreignGuild() {
        return new Place(Place.Kind.GUILD, payloads.newId(), payloads.newId(), false);
    }

    public Place directMessages() {
        return new Place(Place.Kind.BOT_DM, 0, payloads.newId(), false);
    }

    public Place privateChannel() {
        return new Place(Place.Kind.PRIVATE_CHANNEL, 0, payloads.newId(), false);
    }

    private synchronized List<ObjectNode> guildsOf(int shard) {
        return guilds.stream()
                .filter(guild -> (guild.path("id").asLong() >> 22) % shards == shard)
                .toList();
    }

    /** Someone uses a command; options that are whole numbers are sent as such. */
    public CompletableFuture<Answer> slash(Place place, long user, String command, Map<String, String> options) {
        ObjectNode data = command(command);
        options.forEach((name, value) -> data.withArray("/options").add(option(command, name, value)));
        return send(COMMAND, place, user, data);
    }

    /** Someone types into an option. */
    public CompletableFuture<Answer> type(Place place, long user, String command, String option, String typed) {
        ObjectNode data = command(command);
        data.withArray("/options").add(option(command, option, typed).put("focused", true));
        return send(AUTOCOMPLETE, place, user, data);
    }

    /** Someone presses a button of a message that was sent before. */
    public CompletableFuture<Answer> press(Place place, long user, long message, String customId) {
        ObjectNode interaction = interaction(COMPONENT, place, user);
        interaction.set(
                "data",
                payloads.object()
                        .put("component_type", 2)
                        .put("custom_id", customId)
                        .put("id", 1));
        interaction.set("message", interactions.message(message));
        return send(interaction, place, user);
    }

    /** Puts a message there with one button, as an earlier process would have sent it, and returns its id. */
    public long earlierMessage(Place place, long askedBy, String customId) {
        ObjectNode body = payloads.object().put("flags", 1 << 15);
        body.putArray("components")
                .addObject()
                .put("type", 1)
                .putArray("components")
                .addObject()
                .put("type", 2)
                .put("style", 2)
                .put("label", "Earlier")
                .put("custom_id", customId);
        long id = payloads.newId();
        interactions.place(payloads.message(id, place, body, askedBy, COMMAND));
        return id;
    }

    private ObjectNode command(String name) {
        JsonNode registered = rest.commands().stream()
                .filter(command -> command.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no command " + name + " is registered"));
        return payloads.object()
                .put("id", registered.path("id").asText())
                .put("name", name)
                .put("type", 1);
    }

    private ObjectNode option(String command, String name, String value) {
        int type = rest.commands().stream()
                .filter(known -> known.path("name").asText().equals(command))
                .flatMap(known -> known.findParents("name").stream())
                .filter(option -> option.path("name").asText().equals(name) && option.has("required"))
                .mapToInt(option -> option.path("type").asInt())
                .findFirst()
                .orElse(STRING);
        ObjectNode option = payloads.object().put("name", name).put("type", type);
        return type == INTEGER ? option.put("value", Long.parseLong(value)) : option.put("value", value);
    }

    private ObjectNode interaction(int type, Place place, long user) {
        long id = payloads.newId();
        return payloads.interaction(type, id, "token-" + id, place, user);
    }

    private CompletableFuture<Answer> send(int type, Place place, long user, ObjectNode data) {
        ObjectNode interaction = interaction(type, place, user);
        interaction.set("data", data);
        return send(interaction, place, user);
    }

    private CompletableFuture<Answer> send(ObjectNode interaction, Place place, long user) {
        CompletableFuture<Answer> answer = interactions.sent(interaction, place, user);
        int shard = place.attached() ? (int) ((place.guild() >> 22) % shards) : 0;
        gateway.dispatch(shard, "INTERACTION_CREATE", interaction);
        return answer;
    }

    /** Ends all connections without a word, as a broken network does; people go on asking meanwhile. */
    public void cutConnections() {
        gateway.lostConnections();
        sockets.cut();
    }

    /** Lets so many attempts to connect to the gateway fail. */
    public void refuseConnections(int number) {
        rest.refuseConnections(number);
    }

    /** How many of these are still to come. */
    public int refusedConnectionsLeft() {
        return rest.refusedConnectionsLeft();
    }

    public Gateway gateway() {
        return gateway;
    }

    /** The commands that are registered. */
    public List<JsonNode> commands() {
        return rest.commands();
    }

    /** How often they were written. */
    public int commandWrites() {
        return rest.commandWrites();
    }

    /** Refuses the next answer to an interaction, before it is looked at. */
    public void answerNextCallbackWith(int status) {
        rest.answerNextCallback(RestAnswer.error(status, 0, "stand-in says " + status));
    }

    /** Asks the bot to wait before it answers the next interaction. */
    public void limitNextCallback(Duration wait) {
        rest.answerNextCallback(RestAnswer.limited(wait));
    }

    /** As if another process had been first: the next answer is refused, code 40060. */
    public void answerNextCallbackAsIfAnsweredBefore() {
        rest.answerNextCallback(RestAnswer.error(400, 40060, "Interaction has already been acknowledged."));
    }

    /** Whether some of the faults that were ordered for answers are still to come. */
    public boolean hasFaultsLeft() {
        return rest.hasFaultsLeft();
    }

    /** Routes that were asked for and are not there. */
    public List<String> unknownRoutes() {
        return rest.unknownRoutes();
    }

    @Override
    public void close() {
        cutConnections();
        server.close();
    }
}
