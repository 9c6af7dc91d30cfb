package dev.almanac.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SentAgainTest {
    private static final MockResponse DONE =
            new MockResponse.Builder().code(204).build();
    private static final MockResponse CUT = new MockResponse.Builder()
            .onResponseStart(new SocketEffect.CloseSocket())
            .build();
    private static final MockResponse TAKEN =
            new MockResponse.Builder().code(400).body("{\"code\":40060}").build();

    private final MockWebServer discord = new MockWebServer();
    private final SentAgain sentAgain = new SentAgain();
    private final OkHttpClient http = new OkHttpClient.Builder()
            .addInterceptor(sentAgain)
            .addNetworkInterceptor(sentAgain::attempt)
            .build();

    @BeforeEach
    void start() throws IOException {
        discord.start();
    }

    @AfterEach
    void close() {
        discord.close();
    }

    private int post(String path, MockResponse... answers) throws IOException {
        for (MockResponse answer : answers) {
            discord.enqueue(answer);
        }
        Request request = new Request.Builder()
                .url(discord.url(path))
                .post(RequestBody.EMPTY)
                .build();
        try (Response response = http.newCall(request).execute()) {
            return response.code();
        }
    }

    /** OkHttp does that only where the connection was used before. */
    @Test
    void anAnswerOverAConnectionThatBreaksIsSentAgain() throws IOException {
        assertEquals(204, post("/interactions/1/token/callback", CUT, DONE));
        assertEquals(2, discord.getRequestCount());
    }

    @Test
    void anAnswerThatDiscordHadTakenBeforeTheConnectionBrokeIsASuccess() throws IOException {
        assertEquals(204, post("/interactions/1/token/callback", CUT, TAKEN));
    }

    @Test
    void anAnswerThatNobodyLostAndDiscordRefusesStaysRefused() throws IOException {
        assertEquals(400, post("/interactions/1/token/callback", TAKEN));
    }

    @Test
    void aMessageIsSentOnce() {
        assertThrows(IOException.class, () -> post("/channels/1/messages", CUT, DONE));
        assertEquals(1, discord.getRequestCount());
    }
}
