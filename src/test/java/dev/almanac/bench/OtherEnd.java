package dev.almanac.bench;

import static org.awaitility.Awaitility.await;

import dev.almanac.standin.DiscordStandIn;
import dev.almanac.timeline.Timeline;
import dev.almanac.timeline.file.TimelineFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/**
 * A Discord of ours with people in it, as a process of its own that does what it is told by lines: {@link OtherEndProcess} writes
 * them.
 */
final class OtherEnd {
    /** Answered with {@link #AWAITS} at once, and with {@link #CONNECTED} when the next bot that connects has asked for its commands. */
    static final String AWAIT = "await";

    static final String AWAITS = "awaits";
    static final String CONNECTED = "connected";

    /** With how many at once and for how many seconds; answered with a {@link Round}. */
    static final String ASK = "ask";

    private static final Duration LONGEST_START = Duration.ofMinutes(2);

    private final DiscordStandIn discord;
    private final Crowd crowd;

    private OtherEnd(DiscordStandIn discord, Crowd crowd) {
        this.discord = discord;
        this.crowd = crowd;
    }

    /** Says where it is, and does what it is told until there are no more lines. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Timeline timeline =
                new TimelineFile(Path.of(arguments[0])).read().timeline().orElseThrow();
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (DiscordStandIn discord = new DiscordStandIn(Clock.systemUTC(), 1);
                Crowd crowd = new Crowd(discord, timeline)) {
            OtherEnd end = new OtherEnd(discord, crowd);
            System.out.println(discord.apiBase());
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                end.obey(line.split(" ", -1));
            }
        }
    }

    private void obey(String[] words) throws InterruptedException {
        switch (words[0]) {
            case AWAIT -> {
                int before = askedForCommands();
                System.out.println(AWAITS);
                await().atMost(LONGEST_START)
                        .pollInterval(Duration.ofMillis(2))
                        .until(() -> askedForCommands() > before);
                System.out.println(CONNECTED);
            }
            case ASK -> {
                await().until(() -> !discord.commands().isEmpty());
                System.out.println(crowd.ask(Integer.parseInt(words[1]), Duration.ofSeconds(Long.parseLong(words[2])))
                        .written());
            }
            default -> throw new IllegalArgumentException(String.join(" ", words));
        }
    }

    /** What a bot does first when it is ready, whether it reads its commands or writes them. */
    private int askedForCommands() {
        return discord.traffic().byRoute().entrySet().stream()
                .filter(route -> route.getKey().endsWith(" /applications/{application}/commands"))
                .mapToInt(route -> route.getValue())
                .sum();
    }
}
