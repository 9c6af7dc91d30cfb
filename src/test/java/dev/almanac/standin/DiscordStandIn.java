package dev.almanac.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import mockwebserver3.MockWebServer;

/**
 * A Discord of our own on loopback. Give a bot {@link #apiBase()} and {@link #TOKEN}; then let people use it with
 * {@link #slash}, {@link #type} and {@link #press}, and break things with {@link #gateway()} and {@link #faults()}.
 */
public final class DiscordStandIn implements AutoCloseable {
    /** The one token it accepts. */
    public static final String TOKEN = "stand-in.token";

    /** The id of the bot's user. */
    public static final long BOT = Payloads.BOT;

    private final Payloads payloads = new Payloads();
    private final MockWebServer server = new MockWebServer();
    private final CuttableSockets sockets = new CuttableSockets();
    private final Faults faults = new Faults();
    private final RateLimits limits = new RateLimits();
    private final Snowflakes ids;
    private final Gateway gateway;
    private final Guilds guilds;
    private final ChannelAccess access;
    private final Messages messages;
    private final Interactions interactions;
    private final RestApi rest;
    private final People people;
    private final Writers writers;
    private final Application application;
    private final Webhook webhook;

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
        ids = new Snowflakes(clock);
        gateway = new Gateway(payloads, TOKEN, shards, this::guildsOf);
        guilds = new Guilds(ids, payloads, gateway);
        access = new ChannelAccess(guilds, ids, gateway);
        messages = new Messages(payloads, ids, clock);
        interactions = new Interactions(payloads, messages, ids, clock);
        rest = new RestApi(payloads, TOKEN, gateway, interactions, ids, limits, faults, shards);
        new ChannelRoutes(payloads, access, messages, faults, limits).addTo(rest.routes());
        webhook = new Webhook(payloads, ids);
        new Webhooks(interactions, messages, webhook).addTo(rest.routes());
        application = new Application(payloads, guilds, clock);
        application.addTo(rest.routes());
        people = new People(payloads, ids, guilds, gateway, interactions, messages, rest::commands);
        writers = new Writers(guilds, gateway, messages);
        server.setDispatcher(new Forgetful(server, rest));
        server.setServerSocketFactory(sockets);
        server.start(InetAddress.getLoopbackAddress(), port);
        gateway.reachedAt("ws://127.0.0.1:" + server.getPort() + "/gateway");
    }

    /** What {@code DISCORD_API_URL} is to name. */
    public URI apiBase() {
        return URI.create("http://127.0.0.1:" + server.getPort() + "/api/v10");
    }

    /** A guild with one text channel that the bot is a member of. */
    public Place guild() {
        return guilds.add(1);
    }

    /** A guild that the bot is no member of: someone there has installed it for themselves. */
    public Place foreignGuild() {
        return new Place(Place.Kind.GUILD, ids.counted(), ids.counted(), false);
    }

    /** In this guild nobody may show others what an app says that only they have installed. */
    public void hideExternalApps(Place guild) {
        people.hideExternalApps(guild.guild());
    }

    public Place directMessages() {
        return new Place(Place.Kind.BOT_DM, 0, ids.counted(), false);
    }

    /** Those between the bot and this person. */
    public Place directMessagesOf(long person) {
        return new Place(Place.Kind.BOT_DM, 0, access.directMessages(person), false);
    }

    public Place privateChannel() {
        return new Place(Place.Kind.PRIVATE_CHANNEL, 0, ids.counted(), false);
    }

    private List<ObjectNode> guildsOf(int shard) {
        return guilds.ofShard(shard);
    }

    /**
     * Someone uses a command, a subcommand like {@code daily set} too. What they answer is done when they see it: a
     * deferred answer when it was edited.
     *
     * @param options the values by name, as text; channels and roles by their ids
     */
    public CompletableFuture<Answer> slash(Place place, long user, String command, Map<String, String> options) {
        return people.slash(place, user, command, options);
    }

    /** Someone types into an option. */
    public CompletableFuture<Answer> type(Place place, long user, String command, String option, String typed) {
        return people.type(place, user, command, option, typed, Map.of());
    }

    /** Someone types into an option and has filled others before. */
    public CompletableFuture<Answer> type(
            Place place, long user, String command, String option, String typed, Map<String, String> others) {
        return people.type(place, user, command, option, typed, others);
    }

    /** Someone chooses a command from the menu of a message. */
    public CompletableFuture<Answer> menu(Place place, long user, String command, long message) {
        return people.menu(place, user, command, message);
    }

    /** Someone writes a message, of which the bot is told as far as its intents reach; its id. */
    public long write(Place place, long person, String text) {
        return writers.write(place, person, text);
    }

    /** The same as a reply to another message. */
    public long reply(Place place, long person, long to, String text) {
        return writers.reply(place, person, to, text);
    }

    /** Someone presses a button of a message that was sent before; a private one only by who asked for it. */
    public CompletableFuture<Answer> press(Place place, long user, long message, String customId) {
        return people.press(place, user, message, customId);
    }

    /** Someone chooses the options of these labels from a menu of a message; of a private one only whoever asked for it. */
    public CompletableFuture<Answer> choose(Place place, long user, long message, String customId, String... labels) {
        return people.choose(place, user, message, customId, List.of(labels));
    }

    /** Someone sends a form that a button of this message opened, with texts by the ids of its fields. */
    public CompletableFuture<Answer> fillIn(
            Place place, long user, long message, Answer form, Map<String, String> texts) {
        return people.fillIn(place, user, message, form.data(), texts);
    }

    /** How many first answers came after the three seconds that Discord waits for them. */
    public int answersTooLate() {
        return interactions.tooLate();
    }

    /** Forgets all answers, and the questions that have theirs: nobody uses what those answers offer. */
    public void forgetAnswers() {
        interactions.forgetAnswered();
        messages.forgetAnswers();
    }

    /** The webhook of a channel outside of the bot's guilds. */
    public Webhook webhook() {
        return webhook;
    }

    /** Puts a message there with one button, as an earlier process would have sent it, and returns its id. */
    public long earlierMessage(Place place, long askedBy, String customId) {
        return people.earlierMessage(place, askedBy, customId);
    }

    /** The guilds that know the bot, and what can happen to them. */
    public Guilds guilds() {
        return guilds;
    }

    /** What was sent, and what people write and delete. */
    public Messages messages() {
        return messages;
    }

    /** What Discord tells of the bot without a connection. */
    public Application application() {
        return application;
    }

    /** What goes wrong with requests and messages. */
    public Faults faults() {
        return faults;
    }

    /** How often the bot may ask. */
    public RateLimits limits() {
        return limits;
    }

    /** How much the bot has asked. */
    public Traffic traffic() {
        return rest.traffic();
    }

    /** What the bot wrote to a person directly, the oldest first. */
    public List<Post> directMessages(long person) {
        return messages.posts(access.directMessages(person));
    }

    /** From now on a person takes no direct messages, or does again. */
    public void refuseDirectMessages(long person, boolean refuse) {
        access.refuseDirectMessages(person, refuse);
    }

    /** Ends all connections without a word, as a broken network does; people go on asking meanwhile. */
    public void cutConnections() {
        gateway.lostConnections();
        sockets.cut();
    }

    /** How many connections are open, to REST and the gateway together. */
    public int openConnections() {
        return sockets.open();
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

    /** Routes that were asked for and are not there. */
    public List<String> unknownRoutes() {
        return rest.unknownRoutes();
    }

    @Override
    public void close() {
        faults.clear();
        gateway.endSilence();
        cutConnections();
        server.close();
    }
}
