package dev.almanac.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * Discord's gateway, version 10 (https://discord.com/developers/docs/events/gateway): sessions that outlive their
 * connections, so that a bot that resumes gets what it missed.
 */
public final class Gateway {
    private static final int DISPATCH = 0;
    private static final int RECONNECT = 7;
    private static final int INVALID_SESSION = 9;
    private static final int HEARTBEAT_ACK = 11;
    private static final int INVALID_SEQUENCE = 4007;
    private static final int SESSION_TIMED_OUT = 4009;

    /** https://discord.com/developers/docs/events/gateway#rate-limiting */
    private static final Duration BETWEEN_IDENTIFIES = Duration.ofSeconds(5);

    private static final int USUAL_CONCURRENCY = 16;

    private final Payloads payloads;
    private final String token;
    private int shards;
    private final IntFunction<List<ObjectNode>> guildsOfShard;
    private final Map<String, Session> sessions = new LinkedHashMap<>();
    private final List<GatewayConnection> silent = new ArrayList<>();
    private String url = "";
    private int refusal;
    private boolean late;
    private boolean tellOfOutages = true;
    private int concurrency;
    private final Map<Integer, Long> lastIdentify = new HashMap<>();
    private int identifiedTooEarly;
    private int identifies;
    private int resumes;
    private int heartbeats;

    /** @param guildsOfShard whole, or only their id and that they are away */
    Gateway(Payloads payloads, String token, int shards, IntFunction<List<ObjectNode>> guildsOfShard) {
        this.payloads = payloads;
        this.token = token;
        this.shards = shards;
        this.guildsOfShard = guildsOfShard;
    }

    void reachedAt(String address) {
        url = address;
    }

    synchronized void heartbeat(GatewayConnection connection, int event) {
        heartbeats++;
        sessions.values().stream()
                .filter(session -> session.connection() == connection)
                .forEach(session -> session.received(event));
        connection.send(HEARTBEAT_ACK, payloads.object());
    }

    synchronized void identify(GatewayConnection connection, JsonNode identify) {
        identifies++;
        if (!identify.path("token").asText().equals(token)) {
            connection.close(4004, "Authentication failed.");
            return;
        }
        if (refusal != 0) {
            connection.close(refusal, "refused");
            return;
        }
        if (isTooEarly(identify.path("shard").path(0).asInt())) {
            identifiedTooEarly++;
            connection.send(INVALID_SESSION, BooleanNode.FALSE);
            return;
        }
        Session opened = new Session(
                identify.path("shard").path(0).asInt(), identify.path("intents").asInt(), connection);
        // Nobody resumes what a dead process has left behind.
        sessions.values().removeIf(old -> old.shard() == opened.shard() && old.connection() == null);
        String id = "session-" + identifies;
        sessions.put(id, opened);
        List<ObjectNode> guilds = guildsOfShard.apply(opened.shard());
        ObjectNode ready = payloads.ready(identify.path("shard"), guilds)
                .put("session_id", id)
                .put("resume_gateway_url", url);
        dispatch(opened, "READY", ready);
        for (ObjectNode guild : guilds) {
            boolean away = guild.path("unavailable").asBoolean();
            if (!away || tellOfOutages) {
                dispatch(opened, away ? "GUILD_DELETE" : "GUILD_CREATE", guild);
            }
        }
    }

    private boolean isTooEarly(int shard) {
        if (concurrency == 0) {
            return false;
        }
        long now = System.nanoTime();
        Long last = lastIdentify.put(shard % concurrency, now);
        return last != null && now - last < BETWEEN_IDENTIFIES.toNanos();
    }

    /** From now on so many shards may identify every five seconds ({@code max_concurrency}), and whoever comes earlier has to again. */
    public synchronized void limitIdentifies(int atOnce) {
        concurrency = atOnce;
    }

    /** What {@code max_concurrency} says. */
    synchronized int concurrency() {
        return concurrency == 0 ? USUAL_CONCURRENCY : concurrency;
    }

    /** How often a shard identified earlier than it may. */
    public synchronized int identifiedTooEarly() {
        return identifiedTooEarly;
    }

    synchronized void resume(GatewayConnection connection, JsonNode resume) {
        Session known = sessions.get(resume.path("session_id").asText());
        if (known == null) {
            connection.send(INVALID_SESSION, BooleanNode.FALSE);
            return;
        }
        resumes++;
        known.resumed(connection, resume.path("seq").asInt());
        dispatch(known, "RESUMED", payloads.object());
    }

    synchronized void ended(GatewayConnection connection) {
        sessions.values().stream()
                .filter(session -> session.connection() == connection)
                .forEach(Session::disconnected);
    }

    private void dispatch(Session session, String type, JsonNode data) {
        ObjectNode message =
                payloads.object().put("op", DISPATCH).put("s", session.next()).put("t", type);
        message.set("d", data);
        session.add(message.toString());
        if (!late) {
            session.flush();
        }
    }

    /**
     * Whether who identifies is told at once of guilds that are away, by GUILD_DELETE, as is usual here. If not, it sees
     * only that they do not come: JDA then waits 75 seconds.
     */
    public synchronized void tellOfOutages(boolean tell) {
        tellOfOutages = tell;
    }

    /** Whether events come late, so that REST knows already what the bot is yet to be told; then all come at once. */
    public synchronized void holdEvents(boolean hold) {
        late = hold;
        if (!hold) {
            sessions.values().forEach(Session::flush);
        }
    }

    /** From now on the bot is expected to have so many shards. */
    public synchronized void shardsAre(int number) {
        shards = number;
    }

    /** The shard that a guild falls to. */
    synchronized int shardOf(long guild) {
        return (int) ((guild >> 22) % shards);
    }

    /** Sends an event to every session of a guild's shard, now or when it resumes. */
    synchronized void announce(long guild, String type, JsonNode data) {
        sessions.values().stream()
                .filter(session -> session.shard() == shardOf(guild))
                .forEach(session -> dispatch(session, type, data));
    }

    /** The same, if it has identified with this intent. */
    synchronized void dispatch(int shard, int intent, String type, JsonNode data) {
        listening(shard)
                .filter(session -> (session.intents() & intent) != 0)
                .forEach(session -> dispatch(session, type, data));
    }

    /** Sends an event to all that listen for the shard, or where nobody does, to the newest session, when it resumes. */
    synchronized void dispatch(int shard, String type, JsonNode data) {
        List<Session> listening = listening(shard).toList();
        if (listening.isEmpty()) {
            throw new IllegalStateException("shard " + shard + " never identified");
        }
        listening.forEach(session -> dispatch(session, type, data));
    }

    private Stream<Session> listening(int shard) {
        List<Session> all = sessions.values().stream()
                .filter(session -> session.shard() == shard)
                .toList();
        List<Session> connected =
                all.stream().filter(session -> session.connection() != null).toList();
        return connected.isEmpty() ? all.stream().skip(Math.max(0, all.size() - 1)) : connected.stream();
    }

    /** From now on refuses whoever identifies, with this close code. */
    public synchronized void refuse(int closeCode) {
        refusal = closeCode;
    }

    /** Forgets the connections, which have ended; what is sent meanwhile waits for who resumes. */
    synchronized void lostConnections() {
        sessions.values().forEach(Session::disconnected);
    }

    /** Asks every bot to connect anew and resume (op 7). */
    public synchronized void askToReconnect() {
        connections(sessions.values()).forEach(connection -> connection.send(RECONNECT, payloads.object()));
    }

    /**
     * Tells every bot that its session isn't valid (op 9).
     *
     * @param resumable whether it goes on over another connection; else the bot has to identify again
     */
    public synchronized void invalidateSessions(boolean resumable) {
        List<GatewayConnection> all = connections(sessions.values()).toList();
        if (!resumable) {
            sessions.clear();
        }
        all.forEach(connection -> connection.send(INVALID_SESSION, BooleanNode.valueOf(resumable)));
    }

    /** Closes every connection with this code, and with those that say so ends the sessions. */
    public synchronized void close(int closeCode) {
        List<GatewayConnection> all = connections(sessions.values()).toList();
        if (closeCode == INVALID_SEQUENCE || closeCode == SESSION_TIMED_OUT) {
            sessions.clear();
        }
        all.forEach(connection -> connection.close(closeCode, "closed"));
    }

    /** From now on nothing is heard on the connections that there are, in either direction; none of them ends. */
    public synchronized void fallSilent() {
        List<GatewayConnection> all = connections(sessions.values()).toList();
        all.forEach(GatewayConnection::fallSilent);
        silent.addAll(all);
    }

    /** Ends those, too. */
    synchronized void endSilence() {
        silent.forEach(connection -> connection.close(1001, "closed"));
        silent.clear();
    }

    private static Stream<GatewayConnection> connections(Collection<Session> sessions) {
        return sessions.stream()
                .map(Session::connection)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull);
    }

    /** How many shards are connected now. */
    public synchronized long connected() {
        return connections(sessions.values()).count();
    }

    public synchronized int identifies() {
        return identifies;
    }

    public synchronized int resumes() {
        return resumes;
    }

    public synchronized int heartbeats() {
        return heartbeats;
    }

    String url() {
        return url;
    }
}
