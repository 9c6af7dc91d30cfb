package dev.almanac.crash;

import dev.almanac.standin.Answer;
import dev.almanac.standin.DiscordStandIn;
import dev.almanac.standin.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** People who ask all sorts of things, one after the other, and what became of each question. */
final class Crowd {
    private static final long ADMIN = 101_000_000_000_000_001L;
    private static final int PEOPLE = 10_000;
    private static final List<String> YEARS = List.of("1867", "1903", "1945", "1961", "1860s", "banana");
    private static final List<String> WORDS = List.of("Alaska", "Gagarin", "treaty", "Khrushchov", "zzz");

    private final DiscordStandIn discord;
    private final List<Place> guilds;
    private final Random random;
    private final List<Asked> asked = new ArrayList<>();
    private Optional<Page> page = Optional.empty();
    private int unheard;

    Crowd(DiscordStandIn discord, List<Place> guilds, Random random) {
        this.discord = discord;
        this.guilds = guilds;
        this.random = random;
    }

    /** A question, when it was asked, and its answer. */
    record Asked(String what, Instant at, CompletableFuture<Answer> answer) {}

    /** An answer with buttons, for whoever asked. */
    private record Page(Place place, long person, CompletableFuture<Answer> answer) {}

    /** Somebody asks something; nobody hears it where Discord has no session of the bot's to tell of it. */
    void ask(Instant now) {
        Place place = guilds.get(random.nextInt(guilds.size()));
        long person = 500_000_000_000_000_000L + random.nextInt(PEOPLE);
        int kind = random.nextInt(10);
        if (kind < 4) {
            String year = YEARS.get(random.nextInt(YEARS.size()));
            put("/year", now, () -> discord.slash(place, person, "year", Map.of("year", year)))
                    .ifPresent(answer -> page = Optional.of(new Page(place, person, answer)));
        } else if (kind < 6) {
            String word = WORDS.get(random.nextInt(WORDS.size()));
            put("/search", now, () -> discord.slash(place, person, "search", Map.of("words", word)));
        } else if (kind < 7) {
            put("/onthisday", now, () -> discord.slash(place, person, "onthisday", Map.of()));
        } else if (kind < 8) {
            put("completion", now, () -> discord.type(place, person, "year", "year", "186"));
        } else if (kind < 9) {
            put("/daily list", now, () -> discord.slash(place, ADMIN, "daily list", Map.of()));
        } else {
            page.ifPresent(shown -> press(now, shown));
        }
    }

    /** The first button of the newest page, if that is there already. */
    private void press(Instant now, Page shown) {
        if (!shown.answer().isDone()) {
            return;
        }
        Answer answer = shown.answer().join();
        answer.buttons().stream()
                .findFirst()
                .ifPresent(button -> put(
                        "button", now, () -> discord.press(shown.place(), shown.person(), answer.message(), button)));
    }

    private Optional<CompletableFuture<Answer>> put(
            String what, Instant now, Supplier<CompletableFuture<Answer>> asking) {
        try {
            CompletableFuture<Answer> answer = asking.get();
            asked.add(new Asked(what, now, answer));
            return Optional.of(answer);
        } catch (IllegalStateException noSession) {
            unheard++;
            return Optional.empty();
        }
    }

    List<Asked> all() {
        return List.copyOf(asked);
    }

    /** How many of them were answered by something else than choices. */
    long answeredByMessages() {
        return asked.stream()
                .filter(one -> !one.what().equals("completion") && one.answer().isDone())
                .count();
    }

    /** How many questions Discord could tell nobody of. */
    int unheard() {
        return unheard;
    }
}
