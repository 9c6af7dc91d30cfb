package dev.almanac.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestWatchingTest {
    @ParameterizedTest
    @CsvSource({
        "api/v10/channels/101000000000000001/messages, /channels/{id}/messages",
        "api/v10/channels/101000000000000001/messages/202000000000000002/crosspost, /channels/{id}/messages/{id}/crosspost",
        "api/v10/interactions/303000000000000003/aW50ZXJhY3Rpb24/callback, /interactions/{id}/{token}/callback",
        "api/v10/webhooks/404000000000000004/aW50ZXJhY3Rpb24/messages/@original, /webhooks/{id}/{token}/messages/@original",
        "api/v10/gateway/bot, /gateway/bot",
        "gateway/bot, /gateway/bot"
    })
    void namesARouteWithoutItsIdsAndTokens(String path, String route) {
        assertEquals(route, RestWatching.route(List.of(path.split("/"))));
    }
}
