package dev.almanac.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;

/**
 * Discord's gateway, version 10 (https://discord.com/developers/docs/events/gateway): sessions that outlive their
 * connections, so that a bot that resumes gets what it missed.
 */
public final class Gateway {
    private static final int DISPATCH = 0;
    private static final int HEARTBEAT = 1;
    private static final int IDENTIFY = 2;
    private static final int RESUME = 6;
    private static final int RECONNECT = 7;
    private static final int INVALID_SESSION = 9;
    private static final int HELLO = 10;
    private static final int HEARTBEAT_ACK = 11;
    private static final int HEARTBEAT_MILLIS = 1_000;

    private final Payloads payloads;
    private final String token;
    private final int shards;
    private final IntFunction<List<ObjectNode>> guildsOfShard;
    private final Map<String, Session> sessions = new LinkedHashMap<>();
    private String url = "";
    private int refusal;
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

    /** One WebSocket of a bot. */
    final class Connection extends WebSocketListener {
        private final @Nullable ZlibStream zlib;
        private @Nullable WebSocket socket;

        /** @param compressed whether it asked for {@code compress=zlib-stream} */
        Connection(boolean compressed) {
            this.zlib = compressed ? new ZlibStream() : null;
        }

        @Override
        public void onOpen(WebSocket webSocket, Response response) {
            synchronized (Gateway.this) {
                socket = webSocket;
                send(HELLO, payloads.object().put("heartbeat_interval", HEARTBEAT_MILLIS));
            }
        }

        @Override
        public void onMessage(WebSocket webSocket, String text) {
            JsonNode message = payloads.read(text);
            synchronized (Gateway.this) {
                switch (message.path("op").asInt()) {
                    case HEARTBEAT -> {
                        heartbeats++;
                        received(message.path("d").asInt());
                        send(HEARTBEAT_ACK, payloads.object());
                    }
                    case IDENTIFY -> identify(message.path("d"));
                    case RESUME -> resume(message.path("d"));
                    default -> {}
                }
            }
        }

        @Override
        public void onClosing(WebSocket webSocket, int code, String reason) {
            webSocket.close(code == 1005 ? 1000 : code, reason);
        }

        @Override
        public void onClosed(WebSocket webSocket, int code, String reason) {
            ended();
        }

        @Override
        public void onFailure(WebSocket webSocket, Throwable failure, @Nullable Response response) {
            ended();
        }

        private void ended() {
            synchronized (Gateway.this) {
                socket = null;
                if (zlib != null) {
                    zlib.close();
                }
                sessions.values().stream()
                        .filter(session -> session.connection == this)
                        .forEach(session -> session.connection = null);
            }
        }

        private void received(int event) {
            sessions.values().stream()
                    .filter(session -> session.connection == this)
                    .forEach(session -> session.received(event));
        }

        private void identify(JsonNode identify) {
            identifies++;
            if (!identify.path("token").asText().equals(token)) {
                close(4004, "Authentication failed.");
                return;
            }
            if (refusal != 0) {
                close(refusal, "refused");
                return;
            }
            Session opened = new Session(identify.path("shard").path(0).asInt());
            opened.connection = this;
            // Nobody resumes what a dead process has left behind.
            sessions.values().removeIf(old -> old.shard == opened.shard && old.connection == null);
            String id = "session-" + identifies;
            sessions.put(id, opened);
            List<ObjectNode> guilds = guildsOfShard.apply(opened.shard);
            ObjectNode ready = payloads.ready(identify.path("shard"), guilds)
                    .put("session_id", id)
                    .put("resume_gateway_url", url);
            dispatch(opened, "READY", ready);
            guilds.forEach(guild ->
                    dispatch(opened, guild.path("unavailable").asBoolean() ? "GUILD_DELETE" : "GUILD_CREATE", guild));
        }

        private void resume(JsonNode resume) {
            Session known = sessions.get(resume.path("session_id").asText());
            if (known == null) {
                sendRaw("{\"op\":" + INVALID_SESSION + ",\"d\":false}");
                return;
            }
            resumes++;
            known.connection = this;
            known.since(resume.path("seq").asInt()).forEach(this::sendRaw);
            dispatch(known, "RESUMED", payloads.object());
        }

        private void send(int op, JsonNode data) {
            ObjectNode message = payloads.object().put("op", op);
            message.set("d", data);
            sendRaw(message.toString());
        }

        private void sendRaw(String message) {
            if (socket == null) {
                return;
            }
            if (zlib == null) {
                socket.send(message);
            } else {
                socket.send(zlib.deflated(message));
            }
        }

        void close(int code, String reason) {
            if (socket != null) {
                socket.close(code, reason);
            }
        }
    }

    private void dispatch(Session session, String type, JsonNode data) {
        ObjectNode message =
                payloads.object().put("op", DISPATCH).put("s", session.next()).put("t", type);
        message.set("d", data);
        String text = message.toString();
        session.add(text);
        if (session.connection != null) {
            session.connection.sendRaw(text);
        }
    }

    /** The shard that a guild falls to. */
    int shardOf(long guild) {
        return (int) ((guild >> 22) % shards);
    }

    /** Sends an event to every session of a guild's shard, now or when it resumes. */
    synchronized void announce(long guild, String type, JsonNode data) {
        sessions.values().stream()
                .filter(session -> session.shard == shardOf(guild))
                .forEach(session -> dispatch(session, type, data));
    }

    /** Sends an event to the newest session of the shard, now or when it resumes. */
    synchronized void dispatch(int shard, String type, JsonNode data) {
        Session latest = sessions.values().stream()
                .filter(session -> session.shard == shard)
                .reduce((one, other) -> other)
                .orElseThrow(() -> new IllegalStateException("shard " + shard + " never identified"));
        dispatch(latest, type, data);
    }

    /** From now on refuses whoever identifies, with this close code. */
    public synchronized void refuse(int closeCode) {
        refusal = closeCode;
    }

    /** Forgets the connections, which have ended; what is sent meanwhile waits for who resumes. */
    synchronized void lostConnections() {
        sessions.values().forEach(session -> session.connection = null);
    }

    /** Asks every bot to connect anew and resume (op 7). */
    public synchronized void askToReconnect() {
        sessions.values().forEach(session -> {
            if (session.connection != null) {
                session.connection.send(RECONNECT, payloads.object());
            }
        });
    }

    /** Ends every session for good (op 9): the bot has to identify again. */
    public synchronized void invalidateSessions() {
        List<Session> ended = List.copyOf(sessions.values());
        sessions.clear();
        ended.forEach(session -> {
            if (session.connection != null) {
                session.connection.sendRaw("{\"op\":" + INVALID_SESSION + ",\"d\":false}");
            }
        });
    }

    /** How many shards are connected now. */
    public synchronized long connected() {
        return sessions.values().stream()
                .filter(session -> session.connection != null)
                .count();
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
