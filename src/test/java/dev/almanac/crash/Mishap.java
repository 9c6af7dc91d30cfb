package dev.almanac.crash;

import static dev.almanac.standin.Faults.ANSWERS;
import static dev.almanac.standin.Faults.MESSAGES;

import dev.almanac.standin.DiscordStandIn;
import dev.almanac.standin.Faults;
import dev.almanac.standin.Trouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Something that goes wrong between Discord and the bot, and heals by itself or after a while.
 *
 * @param loses whether what is asked meanwhile may get no answer, as docs/reliability.md says
 * @param lasts how long, until {@code ends} is called; zero for what passes by itself
 */
record Mishap(
        String name, boolean loses, Consumer<DiscordStandIn> happens, Duration lasts, Consumer<DiscordStandIn> ends) {
    private static final Duration SHORTLY = Duration.ofMillis(700);

    private static void passesByItself(DiscordStandIn discord) {}

    private static Mishap passing(String name, boolean loses, Consumer<DiscordStandIn> happens) {
        return new Mishap(name, loses, happens, Duration.ZERO, Mishap::passesByItself);
    }

    /** One that meets an answer and a post: an answer is sent once more, not twice. */
    private static Mishap of(String name, boolean loses, Trouble trouble) {
        return new Mishap(
                name,
                loses,
                discord -> {
                    discord.faults().next(ANSWERS, 1, trouble);
                    discord.faults().next(MESSAGES, 1, trouble);
                },
                Duration.ofSeconds(3),
                discord -> discord.faults().clear());
    }

    /** All there are after which the bot goes on, in the order of docs/reliability.md. */
    static List<Mishap> all() {
        List<Mishap> all = new ArrayList<>(List.of(
                passing("cut", false, DiscordStandIn::cutConnections),
                passing("half-open", true, discord -> discord.gateway().fallSilent()),
                passing("op 7", false, discord -> discord.gateway().askToReconnect()),
                passing("op 9, resumable", false, discord -> discord.gateway().invalidateSessions(true)),
                passing("op 9, over", true, discord -> discord.gateway().invalidateSessions(false)),
                passing("cut and refused", false, discord -> {
                    discord.refuseConnections(2);
                    discord.cutConnections();
                }),
                new Mishap(
                        "events late",
                        false,
                        discord -> discord.gateway().holdEvents(true),
                        Duration.ofSeconds(1),
                        discord -> discord.gateway().holdEvents(false)),
                of("500", false, Trouble.status(500)),
                of("500, but done", false, Trouble.status(500).butDone()),
                of("502", false, Trouble.page(502, "Bad Gateway")),
                of("503", false, Trouble.page(503, "Service Unavailable")),
                of("429 of the route", false, Trouble.limited(SHORTLY, false)),
                of("429, shared", false, Trouble.limited(SHORTLY, true)),
                of("429 of the bot", false, Trouble.limitedEverywhere(SHORTLY)),
                of("429 before Discord", false, Trouble.banned(SHORTLY)),
                of("slow", false, Trouble.late(SHORTLY)),
                of("half an answer", false, Trouble.half()),
                of("cut, not done", false, Trouble.cut()),
                of("cut, but done", false, Trouble.cut().butDone()),
                of("401", true, Trouble.status(401)),
                new Mishap(
                        "401 for everything",
                        true,
                        discord -> discord.faults().next(Faults.EVERYTHING, Integer.MAX_VALUE, Trouble.status(401)),
                        Duration.ofSeconds(2),
                        discord -> discord.faults().clear()),
                new Mishap(
                        "10062",
                        true,
                        discord -> discord.faults().next(ANSWERS, 1, Trouble.refused(404, 10062)),
                        Duration.ofSeconds(3),
                        discord -> discord.faults().clear()),
                new Mishap(
                        "40060",
                        true,
                        discord -> discord.faults().next(ANSWERS, 1, Trouble.refused(400, 40060)),
                        Duration.ofSeconds(3),
                        discord -> discord.faults().clear())));
        for (int code : List.of(1000, 4000, 4001, 4002, 4003, 4005, 4008)) {
            all.add(closed(code, false));
        }
        for (int code : List.of(4007, 4009)) {
            all.add(closed(code, true));
        }
        return all;
    }

    private static Mishap closed(int code, boolean loses) {
        return passing(
                "closed with " + code, loses, discord -> discord.gateway().close(code));
    }
}
