package dev.almanac.standin;

import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** Takes from the server what it would otherwise keep for ever: every request that it has ever got. */
final class Forgetful extends Dispatcher {
    private final MockWebServer server;
    private final Dispatcher dispatcher;

    Forgetful(MockWebServer server, Dispatcher dispatcher) {
        this.server = server;
        this.dispatcher = dispatcher;
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
        while (server.takeRequest(0, TimeUnit.MILLISECONDS) != null) {
            // One of them is the one at hand.
        }
        return dispatcher.dispatch(request);
    }
}
