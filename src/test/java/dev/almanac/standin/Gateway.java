package dev.almanac.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.zip.Deflater;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
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
    private final IntFunction<List<ObjectNode>> guildsOfShard;
    private final Map<String, Session> sessions = new LinkedHashMap<>();
    private String url = "";
    private int refusal;
    private int identifies;
    private int resumes;
    private int heartbeats;

    Gateway(Payloads payloads, String token, IntFunction<List<ObjectNode>> guildsOfShard) {
        this.payloads = payloads;
        this.token = token;
        this.guildsOfShard = guildsOfShard;
    }

    void reachedAt(String address) {
        url = address;
    }

    /** Everything one identified shard was sent, and where it is connected now. */
    private static final class Session {
        private final int shard;
        private final List<String> events = new ArrayList<>();
        private @Nullable Connection connection;

        Session(int shard) {
            this.shard = shard;
        }
    }

    /** One WebSocket of a bot. */
    final class Connection extends WebSocketListener {
        private final @Nullable Deflater zlib;
        private @Nullable WebSocket socket;

        /** @param compressed whether it asked for {@code compress=zlib-stream} */
        Connection(boolean compressed) {
            this.zlib = compressed ? new Deflater() : null;
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
            String id = "session-" + payloads.newId();
            Session opened = new Session(identify.path("shard").path(0).asInt());
            opened.connection = this;
            sessions.put(id, opened);
            List<ObjectNode> guilds = guildsOfShard.apply(opened.shard);
            ObjectNode ready =
                    payloads.object().put("v", 10).put("session_id", id).put("resume_gateway_url", url);
            ready.set("user", payloads.user(Payloads.BOT));
            ready.set("application", payloads.application());
            ready.set("shard", identify.path("shard"));
            ready.set("private_channels", payloads.array());
            ready.putArray("guilds")
                    .addAll(guilds.stream()
                            .map(guild -> payloads.object()
                                    .put("id", guild.path("id").asText())
                                    .put("unavailable", true))
                            .toList());
            dispatch(opened, "READY", ready);
            guilds.forEach(guild -> dispatch(opened, "GUILD_CREATE", guild));
        }

        private void resume(JsonNode resume) {
            Session known = sessions.get(resume.path("session_id").asText());
            if (known == null) {
                sendRaw("{\"op\":" + INVALID_SESSION + ",\"d\":false}");
                return;
            }
            resumes++;
            known.connection = this;
            known.events.stream().skip(resume.path("seq").asInt()).forEach(this::sendRaw);
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
                socket.send(deflated(zlib, message));
            }
        }

        void close(int code, String reason) {
            if (socket != null) {
                socket.close(code, reason);
            }
        }
    }

    /** All messages of a connection are one stream, each flushed to its end (transport compression, zlib-stream). */
    private static ByteString deflated(Deflater zlib, String message) {
        byte[] text = message.getBytes(StandardCharsets.UTF_8);
        byte[] room = new byte[text.length * 2 + 64];
        zlib.setInput(text);
        return ByteString.of(room, 0, zlib.deflate(room, 0, room.length, Deflater.SYNC_FLUSH));
    }

    private void dispatch(Session session, String type, JsonNode data) {
        ObjectNode message = payloads.object()
                .put("op", DISPATCH)
                .put("s", session.events.size() + 1)
                .put("t", type);
        message.set("d", data);
        session.events.add(message.toString());
        if (session.connection != null) {
            session.connection.sendRaw(message.toString());
        }
    }

    /** Sends an event to the shard, now or when it resumes. */
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
