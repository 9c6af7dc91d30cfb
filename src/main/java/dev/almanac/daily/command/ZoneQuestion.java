package dev.almanac.daily.command;

import dev.almanac.chat.Choice;
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

/** Asks which zone a daily post goes by, where nobody has said it in words that are clear: a line, and a button for each answer. */
final class ZoneQuestion {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final String UTC = "UTC";

    /** One row of buttons. */
    private static final int MOST = 5;

    private final ZoneText zones;
    private final Guilds guilds;

    ZoneQuestion(ZoneText zones, Guilds guilds) {
        this.zones = zones;
        this.guilds = guilds;
    }

    /** What is asked, and what can be pressed. */
    record Asked(String words, List<Choice> choices) {}

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
        String words = why(said, !meanings.isEmpty(), known)
                + (near.isEmpty()
                        ? ""
                        : near.stream().map(Meaning::words).collect(Collectors.joining(" or ", "Did you mean ", "? ")))
                + "Choose one below; each button shows what time it is there now. Any other city or country can be given as"
                + " zone in /daily set.";
        List<Choice> choices = (meanings.isEmpty() ? nearAndLikely(near, settings, request) : meanings)
                .stream()
                        .limit(MOST)
                        .map(meaning -> choice(meaning, settings, request, now))
                        .toList();
        return Optional.of(new Asked(words, choices));
    }

    private static String why(String said, boolean several, Optional<ZoneId> known) {
        if (said.isEmpty()) {
            return "";
        }
        return "“" + said + "” " + (several ? "may mean one of several zones" : "isn’t a time zone I know")
                + known.map(zone -> ", so it stays " + ZoneIds.words(zone)).orElse("") + ". ";
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

    private static Choice choice(Meaning meaning, Settings settings, Request request, Instant now) {
        return new Choice(
                meaning.words() + " · " + TIME.format(LocalTime.ofInstant(now, meaning.zone())),
                PanelRights.question("zone", settings.channel(), request)
                        .with(DailyCommand.ZONE, meaning.zone().getId()));
    }
}
