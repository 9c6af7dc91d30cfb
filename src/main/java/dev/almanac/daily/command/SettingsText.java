package dev.almanac.daily.command;

import dev.almanac.chat.BadRequest;
import dev.almanac.chat.PlainText;
import dev.almanac.chat.Request;
import dev.almanac.chat.Suggestion;
import dev.almanac.daily.EmptyDay;
import dev.almanac.daily.Rhythm;
import dev.almanac.daily.Settings;
import dev.almanac.timeline.Category;
import dev.almanac.timeline.TimelineHead;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Reads what an admin says with {@code /daily set}. What is not said stays as it was, or is what most would want. */
final class SettingsText {
    private static final LocalTime USUAL_TIME = LocalTime.of(9, 0);

    /** All categories. */
    static final String ALL = "all";

    /** No role, no introduction. */
    static final String NONE = "none";

    /** What the database holds for a zone. */
    private static final int LONGEST_KEPT = 64;

    private final ZoneText zones;
    private final List<Category> categories;

    SettingsText(ZoneText zones, TimelineHead head) {
        this.zones = zones;
        this.categories = head.categories();
    }

    /**
     * The settings of a channel.
     *
     * @param known those it has
     * @param guildZone the one that was set last in the guild; where there is none either, the zone stays empty, and the post waits
     * @throws BadRequest when an option can't be read
     */
    Settings read(Request request, long channel, Optional<Settings> known, Optional<ZoneId> guildZone) {
        return new Settings(
                request.asker().guild(),
                channel,
                request.option("time")
                        .map(TimeText::parse)
                        .orElse(known.map(Settings::time).orElse(USUAL_TIME)),
                zone(request, known, guildZone),
                request.option("empty")
                        .map(SettingsText::emptyDay)
                        .orElse(known.map(Settings::empty).orElse(EmptyDay.NEAREST)),
                request.option("categories")
                        .map(this::categories)
                        .orElse(known.map(Settings::categories).orElse(List.of())),
                isYes(request, "sensitive", known.map(Settings::sensitive).orElse(true)),
                isYes(request, "silent", known.map(Settings::silent).orElse(false)),
                request.option("role")
                        .map(typed -> typed.equals(NONE) ? 0L : id(typed, "role"))
                        .orElse(known.map(Settings::role).orElse(0L)),
                isYes(request, "publish", known.map(Settings::publish).orElse(false)),
                isYes(request, "picture", known.map(Settings::picture).orElse(true)),
                rhythm(request, known.map(Settings::rhythm).orElse(Rhythm.EVERY_DAY)),
                request.option("intro")
                        .map(typed -> typed.equalsIgnoreCase(NONE) ? "" : PlainText.of(typed))
                        .orElse(known.map(Settings::intro).orElse("")),
                request.option("colour")
                        .map(ColourText::read)
                        .orElse(known.map(Settings::colour).orElse(OptionalInt.empty())));
    }

    /**
     * The zone's id. What can't be read, or has several meanings, leaves the zone that is known as it is; where none is, it is kept as
     * what the post waits for.
     */
    private String zone(Request request, Optional<Settings> known, Optional<ZoneId> guildZone) {
        Optional<String> typed = request.option(DailyCommand.ZONE);
        Optional<String> before = known.map(Settings::zoneId).filter(zone -> !zone.isEmpty());
        if (typed.isEmpty()) {
            return before.or(() -> guildZone.map(ZoneId::getId)).orElse("");
        }
        return zones.read(typed.get())
                .zone()
                .or(() -> known.flatMap(Settings::zone))
                .map(ZoneId::getId)
                .orElseGet(() -> ZoneText.kept(typed.get(), LONGEST_KEPT));
    }

    private static Rhythm rhythm(Request request, Rhythm known) {
        Optional<String> days = request.option("days");
        Optional<String> weekly = request.option("weekly");
        if (days.isPresent() && weekly.isPresent()) {
            throw new BadRequest("A post is either due on days of the week or weekly. Give days or weekly, not both.");
        }
        return weekly.map(typed -> Rhythm.weekly(DaysText.one(typed)))
                .or(() -> days.map(DaysText::read))
                .orElse(known);
    }

    private static EmptyDay emptyDay(String typed) {
        return Arrays.stream(EmptyDay.values())
                .filter(choice -> choice.name().equalsIgnoreCase(typed))
                .findFirst()
                .orElseThrow(() ->
                        new BadRequest("“" + typed + "” isn’t a choice for empty. Try nearest, random or nothing."));
    }

    /**
     * Reads what Discord puts into an option for a channel or a role.
     *
     * @param what a channel or a role
     * @throws BadRequest when it is no id
     */
    static long id(String typed, String what) {
        try {
            return Long.parseLong(typed);
        } catch (NumberFormatException e) {
            throw new BadRequest("“" + typed + "” isn’t a " + what + ". Choose one of those that are offered.");
        }
    }

    private static boolean isYes(Request request, String option, boolean otherwise) {
        String said = request.option(option).orElse(otherwise ? "yes" : "no");
        if (!said.equals("yes") && !said.equals("no")) {
            throw new BadRequest("“" + said + "” isn’t a choice for " + option + ". Try yes or no.");
        }
        return said.equals("yes");
    }

    /** Empty for all. */
    private List<String> categories(String typed) {
        if (typed.equalsIgnoreCase(ALL)) {
            return List.of();
        }
        return Arrays.stream(typed.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(this::category)
                .distinct()
                .toList();
    }

    private String category(String name) {
        return categories.stream()
                .filter(category ->
                        category.id().equalsIgnoreCase(name) || category.title().equalsIgnoreCase(name))
                .findFirst()
                .map(Category::id)
                .orElseThrow(() -> new BadRequest("“" + name + "” isn’t a category here. Try "
                        + categories.stream().map(Category::id).collect(Collectors.joining(", ")) + ", or all."));
    }

    /** Completes the last one of a list, leaving those before it. */
    List<Suggestion> completeCategories(String typed) {
        int comma = typed.lastIndexOf(',');
        String before = comma < 0 ? "" : typed.substring(0, comma).strip() + ", ";
        String last = typed.substring(comma + 1).strip().toLowerCase(Locale.ENGLISH);
        List<Suggestion> found = categories.stream()
                .filter(category -> category.title().toLowerCase(Locale.ENGLISH).startsWith(last))
                .filter(category -> !before.toLowerCase(Locale.ENGLISH).contains(category.id() + ","))
                .map(category -> before + category.id())
                .map(list -> new Suggestion(list, list))
                .collect(Collectors.toList());
        if (before.isEmpty() && ALL.startsWith(last)) {
            found.add(0, new Suggestion("All categories", ALL));
        }
        return found;
    }
}
