package dev.almanac.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LinksTest {
    @Test
    void putsAddressesBehindTitlesInTerminalsThatAreKnownToHaveHyperlinks() {
        List.of(
                        Map.of("TERM", "xterm-256color", "VTE_VERSION", "7600"),
                        Map.of("TERM", "xterm-256color", "VTE_VERSION", "5001"),
                        Map.of("TERM", "xterm-256color", "TERM_PROGRAM", "iTerm.app"),
                        Map.of("TERM", "xterm-kitty"),
                        Map.of("KONSOLE_VERSION", "230800"),
                        Map.of("WT_SESSION", "a-b-c"))
                .forEach(environment ->
                        assertEquals(Links.BEHIND_TITLES, Links.of(environment), environment.toString()));
    }

    @Test
    void keepsAddressesInTheTextOfAnyOtherTerminal() {
        List.<Map<String, String>>of(
                        Map.of(),
                        Map.of("TERM", "xterm-256color"),
                        Map.of("TERM", "xterm-256color", "TERM_PROGRAM", "Apple_Terminal"),
                        Map.of("TERM", "xterm-256color", "VTE_VERSION", "5000"),
                        Map.of("TERM", "xterm-256color", "VTE_VERSION", "new"),
                        Map.of("TERM", "dumb", "VTE_VERSION", "7600"),
                        Map.of("TERM", "linux", "TERM_PROGRAM", "vscode"),
                        Map.of("TERM", "screen-256color", "VTE_VERSION", "7600"),
                        Map.of("TERM", "tmux-256color", "WT_SESSION", "a-b-c"))
                .forEach(environment -> assertEquals(Links.WHOLE, Links.of(environment), environment.toString()));
    }
}
