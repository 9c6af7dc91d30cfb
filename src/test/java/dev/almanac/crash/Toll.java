package dev.almanac.crash;

import dev.almanac.daily.DayEntry;
import dev.almanac.daily.DayEntry.State;
import dev.almanac.daily.store.DailyFile;
import dev.almanac.standin.DiscordStandIn;
import dev.almanac.standin.Post;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What became of a day in all channels.
 *
 * @param posts the messages that there are in the end
 * @param duplicates those of them that repeat a day in their channel
 * @param lost channels without a message
 * @param missed channels whose log says that the day was missed
 * @param looks how often the bot asked for messages of a channel
 * @param again how often it sent a message that Discord knew by its nonce, or that got lost
 * @param latest how long after its time the last post came
 * @param faults what the promise excludes, in words; empty when it was kept
 */
record Toll(
        Crashes of,
        int schedules,
        int posts,
        int duplicates,
        int lost,
        int missed,
        int looks,
        int again,
        Duration latest,
        Duration took,
        List<String> faults) {

    static Toll of(
            Crashes crashes,
            List<DailyFile.Place> places,
            DiscordStandIn discord,
            List<DayEntry> days,
            Instant due,
            Duration took) {
        Map<Long, List<Post>> posts = places.stream()
                .map(DailyFile.Place::channel)
                .collect(Collectors.toMap(channel -> channel, discord.messages()::posts));
        List<String> faults = new ArrayList<>();
        for (DayEntry day : days) {
            faults.addAll(faults(crashes, posts.getOrDefault(day.channel(), List.of()), day, due));
        }
        int number = posts.values().stream().mapToInt(List::size).sum();
        int lost = (int) posts.values().stream().filter(List::isEmpty).count();
        Map<String, Integer> asked = discord.traffic().byRoute();
        return new Toll(
                crashes,
                places.size(),
                number,
                number - places.size() + lost,
                lost,
                (int) days.stream().filter(day -> day.state() == State.MISSED).count(),
                asked.getOrDefault("GET /channels/{channel}/messages", 0),
                asked.getOrDefault("POST /channels/{channel}/messages", 0) - number,
                posts.values().stream()
                        .flatMap(List::stream)
                        .map(post -> Duration.between(due, post.at()))
                        .max(Comparator.naturalOrder())
                        .orElse(Duration.ZERO),
                took,
                faults);
    }

    private static List<String> faults(Crashes crashes, List<Post> posts, DayEntry day, Instant due) {
        List<String> faults = new ArrayList<>();
        String what = "channel " + day.channel() + ", posts " + posts.size() + ", " + day + ": ";
        if (posts.size() > 1) {
            faults.add(what + "posted more than once: "
                    + posts.stream().map(Post::at).toList());
        }
        boolean right = posts.stream().anyMatch(post -> post.id() == day.message());
        if (day.state() == State.POSTED && !right) {
            faults.add(what + "no such message");
        }
        if (day.state() == State.EMPTY) {
            faults.add(what + "there was something to post");
        }
        boolean mayBeMissed = !crashes.readsHistory() && !day.settledAt().isBefore(due.plus(crashes.nonceWindow()));
        if (day.state() == State.MISSED && (!mayBeMissed || day.reason().isEmpty())) {
            faults.add(what + "missed for no reason");
        }
        return faults;
    }

    /** One line to read and compare. */
    String line() {
        return String.format(
                Locale.ROOT,
                "nonces known for %-4s history %s: %d schedules, %d kills (seed %d): %d posts, %d duplicates, %d lost,"
                        + " %d marked missed; %d looks, %d sent again; latest %.1f s late; took %.0f s",
                of.nonceWindow().toString().substring(2) + ",",
                of.readsHistory() ? "readable  " : "unreadable",
                schedules,
                of.kills(),
                of.seed(),
                posts,
                duplicates,
                lost,
                missed,
                looks,
                again,
                latest.toMillis() / 1000.0,
                took.toMillis() / 1000.0);
    }
}
