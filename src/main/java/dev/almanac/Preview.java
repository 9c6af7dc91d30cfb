package dev.almanac;

import dev.almanac.daily.engine.Daily;
import dev.almanac.preview.PreviewEdition;
import dev.almanac.preview.PreviewServer;
import java.net.URI;

/** The bot in a browser page of this machine, with daily posts in a store that is forgotten. */
public final class Preview implements AutoCloseable {
    private final PreviewServer server;
    private final Daily daily;
    private final ForgottenFolder folder;
    private final Reload<PreviewEdition> reload;

    Preview(PreviewServer server, Daily daily, ForgottenFolder folder, Reload<PreviewEdition> reload) {
        this.server = server;
        this.daily = daily;
        this.folder = folder;
        this.reload = reload;
    }

    /** Where the page is. */
    public URI address() {
        return server.address();
    }

    @Override
    public void close() {
        reload.close();
        server.close();
        daily.close();
        folder.close();
    }
}
