package dev.almanac;

import dev.almanac.daily.engine.Daily;
import dev.almanac.preview.PreviewServer;
import java.net.URI;

/** The bot in a browser page of this machine, with daily posts in a store that is forgotten. */
public final class Preview implements AutoCloseable {
    private final PreviewServer server;
    private final Daily daily;
    private final ForgottenFolder folder;

    Preview(PreviewServer server, Daily daily, ForgottenFolder folder) {
        this.server = server;
        this.daily = daily;
        this.folder = folder;
    }

    /** Where the page is. */
    public URI address() {
        return server.address();
    }

    @Override
    public void close() {
        server.close();
        daily.close();
        folder.close();
    }
}
