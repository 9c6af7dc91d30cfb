package dev.almanac.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;

/**
 * Answers without a library, without reading more of a question than its token, and without reading what comes back: so that it can be
 * told how fast the other end is by itself.
 */
final class RawBot extends WebSocketListener {
    private static final int CONNECTIONS = 16;
    private static final String COMMANDS =
            "[{'name':'year','description':'y','type':1,'options':[{'type':3,'name':'year','description':'y','required':true}]},"
                    + "{'name':'onthisday','description':'d','type':1,'options':[{'type':3,'name':'month','description':'m'},"
                    + "{'type':4,'name':'day','description':'d'}]},{'name':'random','description':'r','type':1}]";
    private static final String ANSWER =
            "{'type':4,'data':{'flags':32768,'components':[{'type':17,'components':[{'type':10,'content':'"
                    + "Nothing is known of this day. ".repeat(110) + "'}]}]}}";

    private final URI api;
    private final String token;
    private final ExecutorService answering = Executors.newFixedThreadPool(CONNECTIONS);
    private final ThreadLocal<Connection> connections;
    private final Inflater inflater = new Inflater();
    private final byte[] answer = json(ANSWER);
    private volatile int last;

    private RawBot(URI api, String token) {
        this.api = api;
        this.token = token;
        this.connections = ThreadLocal.withInitial(() -> new Connection(api));
    }

    /** Connects to {@code DISCORD_API_URL} as {@code DISCORD_TOKEN}, and answers until it is ended. */
    public static void main(String[] arguments) {
        URI api = URI.create(Objects.requireNonNull(System.getenv("DISCORD_API_URL")));
        RawBot bot = new RawBot(api, Objects.requireNonNull(System.getenv("DISCORD_TOKEN")));
        String gateway = "http://" + api.getAuthority() + "/gateway/?v=10&encoding=json&compress=zlib-stream";
        new OkHttpClient().newWebSocket(new Request.Builder().url(gateway).build(), bot);
    }

    private static byte[] json(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void onOpen(WebSocket socket, Response response) {
        socket.send(new String(
                json("{'op':2,'d':{'token':'" + token + "','intents':0,'shard':[0,1]}}"), StandardCharsets.UTF_8));
        answering.execute(() -> connections
                .get()
                .send(
                        "PUT " + api.getPath() + "/applications/900000000000000001/commands",
                        "Bot " + token,
                        json(COMMANDS)));
        ScheduledFuture<?> unused = Executors.newSingleThreadScheduledExecutor()
                .scheduleAtFixedRate(() -> socket.send("{\"op\":1,\"d\":" + last + "}"), 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public void onMessage(WebSocket socket, ByteString bytes) {
        String message = inflated(bytes.toByteArray());
        if (!message.contains("INTERACTION_CREATE")) {
            return;
        }
        int sequence = message.indexOf("\"s\":") + 4;
        last = Integer.parseInt(message.substring(sequence, message.indexOf(',', sequence)));
        String id = between(message, "\"id\":\"");
        String asked = between(message, "\"token\":\"");
        answering.execute(() -> connections
                .get()
                .send(
                        "POST " + api.getPath() + "/interactions/" + id + "/" + asked + "/callback?with_response=true",
                        "",
                        answer));
    }

    private static String between(String message, String before) {
        int start = message.indexOf(before) + before.length();
        return message.substring(start, message.indexOf('"', start));
    }

    private String inflated(byte[] bytes) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream(4 * bytes.length);
        byte[] part = new byte[8192];
        inflater.setInput(bytes);
        try {
            for (int length = inflater.inflate(part); length > 0; length = inflater.inflate(part)) {
                whole.write(part, 0, length);
            }
        } catch (DataFormatException e) {
            throw new IllegalStateException(e);
        }
        return whole.toString(StandardCharsets.UTF_8);
    }

    /** A connection that stays open. */
    private static final class Connection {
        private final Socket socket;
        private final InputStream in;

        Connection(URI api) {
            try {
                socket = new Socket(InetAddress.getByName(api.getHost()), api.getPort());
                socket.setTcpNoDelay(true);
                in = new BufferedInputStream(socket.getInputStream());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void send(String request, String authorization, byte[] body) {
            String head = request + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAuthorization: "
                    + authorization + "\r\nContent-Length: " + body.length + "\r\n\r\n";
            byte[] heading = head.getBytes(StandardCharsets.UTF_8);
            byte[] whole = new byte[heading.length + body.length];
            System.arraycopy(heading, 0, whole, 0, heading.length);
            System.arraycopy(body, 0, whole, heading.length, body.length);
            try {
                socket.getOutputStream().write(whole);
                in.skipNBytes(length());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Of the body that follows. */
        private int length() throws IOException {
            int length = 0;
            for (String line = line(); !line.isEmpty(); line = line()) {
                if (line.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                    length = Integer.parseInt(line.substring(15).strip());
                }
            }
            return length;
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int next = in.read(); next != '\n' && next != -1; next = in.read()) {
                line.append((char) next);
            }
            return line.toString().strip();
        }
    }
}
