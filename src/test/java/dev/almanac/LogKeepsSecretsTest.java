package dev.almanac;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.almanac.standin.DiscordStandIn;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogKeepsSecretsTest {
    @Test
    void findsATokenAndWhatSomebodyWroteInAnyLine() {
        String log = """
                2026-11-28T12:00:00.000Z INFO  DiscordBot: Shard [0 / 1] is ready, with 1 guilds
                2026-11-28T12:00:01.000Z DEBUG Requester: Authorization: Bot %s
                2026-11-28T12:00:02.000Z INFO  TypedMessages: somebody wrote "what happened in 1867?"
                2026-11-28T12:00:03.000Z DEBUG Socket: {"op":2,"d":{"token":"another"}}
                """.formatted(DiscordStandIn.TOKEN);

        assertEquals(log.lines().skip(1).toList(), LogKeepsSecrets.secrets(log, List.of("what happened in 1867?")));
        assertEquals(List.of(), LogKeepsSecrets.secrets("Shard [0 / 1] is ready", List.of("what happened in 1867?")));
    }
}
