package dev.almanac.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;

/** One WebSocket of a bot; the gateway is the lock of all of them. */
final class GatewayConnection extends WebSocketListener {
    private static final int HEARTBEAT = 1;
    private static final int IDENTIFY = 2;
    private static final int RESUME = 6;
    private static final int HELLO = 10;
    private static final int HEARTBEAT_MILLIS = 1_000;

    private final Gateway gateway;
    private final Payloads payloads;
    private final @Nullable ZlibStream zlib;
    private @Nullable WebSocket socket;
    private boolean silent;

    /** @param compressed whether it asked for {@code compress=zlib-stream} */
    GatewayConnection(Gateway gateway, Payloads payloads, boolean compressed) {
        this.gateway = gateway;
        this.payloads = payloads;
        this.zlib = compressed ? new ZlibStream() : null;
    }

    @Override
    public void onOpen(WebSocket webSocket, Response response) {
        synchronized (gateway) {
            socket = webSocket;
            send(HELLO, payloads.object().put("heartbeat_interval", HEARTBEAT_MILLIS));
        }
    }

    @Override
    public void onMessage(WebSocket webSocket, String text) {
        JsonNode message = payloads.read(text);
        synchronized (gateway) {
            if (silent) {
                return;
            }
            switch (message.path("op").asInt()) {
                case HEARTBEAT -> gateway.heartbeat(this, message.path("d").asInt());
                case IDENTIFY -> gateway.identify(this, message.path("d"));
                case RESUME -> gateway.resume(this, message.path("d"));
                default -> {}
            }
        }
    }

    @Override
    public void onClosing(WebSocket webSocket, int code, String reason) {
        synchronized (gateway) {
            if (!silent) {
                webSocket.close(code == 1005 ? 1000 : code, reason);
            }
        }
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
        synchronized (gateway) {
            socket = null;
            if (zlib != null) {
                zlib.close();
            }
            gateway.ended(this);
        }
    }

    void fallSilent() {
        silent = true;
    }

    void send(int op, JsonNode data) {
        ObjectNode message = payloads.object().put("op", op);
        message.set("d", data);
        send(message.toString());
    }

    void send(String message) {
        if (socket == null || silent) {
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
