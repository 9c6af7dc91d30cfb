package dev.almanac.cluster;

import dev.almanac.daily.DayEntry;
import dev.almanac.daily.DayEntry.State;
import dev.almanac.standin.Post;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongFunction;

/**
 * What became of a day in the channels of one setting.
 *
 * @param posts the messages that there are in the end
 * @param duplicates those of them that repeat a day in their channel
 * @param lost channels without a message
 * @param missed channels whose log says that the day was missed
 * @param latest how long after its time the last post came
 * @param faults what the promise excludes, in words; empty when it was kept
 */
record Tally(
        Duration nonceWindow,
        boolean readsHistory,
        int schedules,
        int posts,
        int duplicates,
        int lost,
        int missed,
        Duration latest,
        List<String> faults) {

    /**
     * Counts.
     *
     * @param dues when the day of each channel was due
     */
    static Tally of(
            Duration nonceWindow,
            boolean readsHistory,
            Map<Long, Instant> dues,
            LongFunction<List<Post>> posts,
            List<DayEntry> days) {
        List<DayEntry> ours =
                days.stream().filter(day -> dues.containsKey(day.channel())).toList();
        List<String> faults = new ArrayList<>();
        ours.forEach(day ->
                faults.addAll(faults(nonceWindow, readsHistory, posts.apply(day.channel()), day, due(dues, day))));
        int number = dues.keySet().stream()
                .mapToInt(channel -> posts.apply(channel).size())
                .sum();
        int lost = (int) dues.keySet().stream()
                .filter(channel -> posts.apply(channel).isEmpty())
                .count();
        return new Tally(
                nonceWindow,
                readsHistory,
                dues.size(),
                number,
                number - dues.size() + lost,
                lost,
                (int) ours.stream().filter(day -> day.state() == State.MISSED).count(),
                dues.entrySet().stream()
                        .flatMap(due -> posts.apply(due.getKey()).stream()
                                .map(post -> Duration.between(due.getValue(), post.at())))
                        .max(Comparator.naturalOrder())
                        .orElse(Duration.ZERO),
                faults);
    }

    private static Instant due(Map<Long, Instant> dues, DayEntry day) {
        return Objects.requireNonNull(dues.get(day.channel()));
    }

    private static List<String> faults(
            Duration nonceWindow, boolean readsHistory, List<Post> posts, DayEntry day, Instant due) {
        List<String> faults = new ArrayList<>();
        String what = "channel " + day.channel() + ", posts " + posts.size() + ", " + day + ": ";
        if (posts.size() > 1) {
            faults.add(what + "posted more than once: "
                    + posts.stream().map(Post::at).toList());
        }
        if (day.state() == State.POSTED && posts.stream().noneMatch(post -> post.id() == day.message())) {
            faults.add(what + "no such message");
        }
        if (day.state() == State.EMPTY) {
            faults.add(what + "there was something to post");
        }
        boolean mayBeMissed =
                !readsHistory && !day.reason().isEmpty() && !day.settledAt().isBefore(due.plus(nonceWindow));
        if (day.state() == State.MISSED && !mayBeMissed) {
            faults.add(what + "missed for no reason");
        }
        return faults;
    }

    /** A row of the table in docs/reliability.md. */
    String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %d | %d | %d | %d | %d | %.0f s |",
                nonceWindow.isZero() ? "forgotten at once" : nonceWindow.toMinutes() + " minutes",
                readsHistory ? "readable" : "closed",
                schedules,
                posts,
                duplicates,
                lost,
                missed,
                latest.toMillis() / 1000.0);
    }
}
