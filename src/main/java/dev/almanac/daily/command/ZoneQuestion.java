package dev.almanac.daily.command;

import dev.almanac.chat.Menu;
import dev.almanac.chat.Request;
import dev.almanac.daily.Guilds;
import dev.almanac.daily.Settings;
import dev.almanac.daily.command.ZoneReading.Meaning;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks which zone a daily post goes by, where nobody has said it in words that are clear: a line, and a menu of answers. */
final class ZoneQuestion {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final String UTC = "UTC";

    private static final String CHOOSE =
            "Choose one below; each says what time it is there now. Any other city or country works too, like"
                    + " /daily set zone:Lisbon.";

    /** Of one menu. */
    private static final int MOST = 25;

    private final ZoneText zones;
    private final Guilds guilds;

    ZoneQuestion(ZoneText zones, Guilds guilds) {
        this.zones = zones;
        this.guilds = guilds;
    }

    /** What is asked, and what can be chosen. */
    record Asked(String words, Menu menu) {}

    /** Empty where the zone is known, and nothing else was typed for it. */
    Optional<Asked> of(Settings settings, Request request, Instant now) {
        Optional<String> typed = request.option(DailyCommand.ZONE);
        Optional<ZoneId> known = settings.zone();
        if (known.isPresent()
                && (typed.isEmpty() || zones.read(typed.get()).zone().isPresent())) {
            return Optional.empty();
        }
        String said = typed.orElseGet(() -> zones.written(settings.zoneId()));
        List<Meaning> meanings = zones.read(said).meanings();
        List<Meaning> near = meanings.isEmpty() ? zones.nearest(said) : List.of();
        return Optional.of(new Asked(
                why(said, !meanings.isEmpty(), known) + didYouMean(near) + CHOOSE,
                menu(meanings.isEmpty() ? nearAndLikely(near, settings, request) : meanings, settings, request, now)));
    }

    /** What is asked of whoever wants another zone, whether one is known or not. */
    Asked again(Settings settings, Request request, Instant now) {
        return of(settings, request, now)
                .orElseGet(() -> new Asked(CHOOSE, menu(likely(settings, request), settings, request, now)));
    }

    private static Menu menu(List<Meaning> meanings, Settings settings, Request request, Instant now) {
        return new Menu(
                "Choose a time zone",
                PanelRights.question("zone", settings.channel(), request),
                DailyCommand.ZONE,
                false,
                meanings.stream()
                        .limit(MOST)
                        .map(meaning -> item(meaning, settings, now))
                        .toList());
    }

    private static String why(String said, boolean several, Optional<ZoneId> known) {
        if (said.isEmpty()) {
            return "";
        }
        return "“" + said + "” " + (several ? "may mean one of several zones" : "isn’t a time zone I know")
                + known.map(zone -> ", so it stays " + ZoneIds.words(zone)).orElse("") + ". ";
    }

    private static String didYouMean(List<Meaning> near) {
        return near.isEmpty()
                ? ""
                : near.stream().map(Meaning::words).collect(Collectors.joining(" or ", "Did you mean ", "? "));
    }

    private List<Meaning> nearAndLikely(List<Meaning> near, Settings settings, Request request) {
        Set<ZoneId> nearZones = near.stream().map(Meaning::zone).collect(Collectors.toSet());
        return Stream.concat(
                        near.stream(),
                        likely(settings, request).stream().filter(meaning -> !nearZones.contains(meaning.zone())))
                .toList();
    }

    /** By whoever asks: the zone of their own front, then those of the languages of the guild and of the asker. */
    private List<Meaning> likely(Settings settings, Request request) {
        ZoneId own = ZoneIds.read(request.zone());
        return zones.likely(
                own.getId().equals(UTC) ? List.of() : List.of(own),
                List.of(guilds.language(settings.guild()), request.language()));
    }

    private static Menu.Item item(Meaning meaning, Settings settings, Instant now) {
        return new Menu.Item(
                meaning.zone().getId(),
                meaning.words() + " · " + TIME.format(LocalTime.ofInstant(now, meaning.zone())),
                "",
                settings.zone().equals(Optional.of(meaning.zone())));
    }
}
