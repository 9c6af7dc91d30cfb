package dev.almanac.daily.command;

import dev.almanac.chat.Choice;
import dev.almanac.chat.Reply;
import dev.almanac.chat.Request;
import dev.almanac.chat.Section;
import dev.almanac.chat.Span;
import dev.almanac.daily.EmptyDay;
import dev.almanac.daily.Guilds;
import dev.almanac.daily.Rhythm;
import dev.almanac.daily.Schedule;
import dev.almanac.daily.Settings;
import dev.almanac.timeline.Category;
import dev.almanac.timeline.TimelineHead;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** One thing of a daily post, and buttons that change it: some values that many would choose, or all there are. */
final class PanelParts {
    /** Three rows of buttons; the fourth leads back. */
    private static final int MOST = 15;

    private static final List<Integer> HOURS = List.of(6, 7, 8, 9, 10, 12, 15, 18, 20, 21);

    /** So many characters of a category's id are enough to tell it from others, and few enough for a button. */
    static final int OF_A_KIND = 24;

    private final Guilds guilds;
    private final ZoneQuestion zones;
    private final SettingsWords words;
    private final List<Category> categories;

    PanelParts(Guilds guilds, ZoneQuestion zones, SettingsWords words, TimelineHead head) {
        this.guilds = guilds;
        this.zones = zones;
        this.words = words;
        this.categories = head.categories();
    }

    Reply of(PanelPart part, Schedule schedule, Request request, Instant now) {
        Settings settings = schedule.settings();
        return switch (part) {
            case TIME ->
                reply(
                        part,
                        request,
                        settings,
                        List.of(Span.words("It is posted " + SettingsWords.when(settings)
                                + ". Any other time can be given with /daily set time:14:45.")),
                        times(settings, request));
            case ZONE -> zone(settings, request, now);
            case DAYS, WEEKLY ->
                reply(
                        PanelPart.DAYS,
                        request,
                        settings,
                        List.of(Span.words("It is posted " + SettingsWords.when(settings) + ".")),
                        days(settings, request));
            case KINDS ->
                reply(
                        part,
                        request,
                        settings,
                        List.of(Span.words(words.kinds(settings)
                                + (settings.categories().isEmpty()
                                        ? ". Press a kind to have only that, and then more of them."
                                        : ". Press a kind to add it or to take it out."))),
                        kinds(settings, request));
            case EMPTY ->
                reply(
                        part,
                        request,
                        settings,
                        List.of(Span.words(
                                "On a day without any event it posts " + SettingsWords.of(settings.empty()) + ".")),
                        empties(settings, request));
            case ROLE -> reply(part, request, settings, role(settings), roles(settings, request));
            case COLOUR ->
                reply(
                        part,
                        request,
                        settings,
                        List.of(Span.words(
                                "The post’s card has the colour of the event’s kind, or the one that you choose."
                                        + " Any other can be given with /daily set colour:#3b82d0.")),
                        colours(settings, request));
            case MORE, INTRO, SENSITIVE, SILENT, PUBLISH ->
                reply(
                        PanelPart.MORE,
                        request,
                        settings,
                        Stream.concat(
                                        words.what(settings).stream(),
                                        Stream.of(
                                                Span.words(
                                                        "\nWords of your own above the post can be given with /daily set intro:.")))
                                .toList(),
                        more(settings, request));
        };
    }

    private static Reply reply(
            PanelPart part, Request request, Settings settings, List<Span> spans, List<Choice> choices) {
        List<Span> where = new ArrayList<>(List.of(Span.channel(settings.channel()), Span.words("\n")));
        where.addAll(spans);
        List<Choice> all = new ArrayList<>(choices.subList(0, Math.min(MOST, choices.size())));
        all.add(DailyPanel.back(settings.channel(), request));
        return Reply.ofSections("Daily post: " + part.title(), List.of(new Section("", where)))
                .inPrivate()
                .withChoices(all);
    }

    private static List<Choice> times(Settings settings, Request request) {
        return HOURS.stream()
                .map(hour -> LocalTime.of(hour, 0))
                .map(time -> PanelPart.TIME.to(
                        time.toString(),
                        chosen(time.toString(), time.equals(settings.time())),
                        settings.channel(),
                        request))
                .toList();
    }

    private static String chosen(String label, boolean is) {
        return (is ? "✓ " : "") + label;
    }

    private Reply zone(Settings settings, Request request, Instant now) {
        ZoneQuestion.Asked asked = zones.again(settings, request, now);
        String known = settings.zone()
                .map(zone -> "It goes by the clock of " + ZoneIds.words(zone) + ". ")
                .orElse("");
        return reply(PanelPart.ZONE, request, settings, List.of(Span.words(known + asked.words())), asked.choices());
    }

    /** What it can be, then each day of the week: added or taken out, or, of a weekly post, the one that its week begins with. */
    private static List<Choice> days(Settings settings, Request request) {
        Rhythm rhythm = settings.rhythm();
        DayOfWeek first = rhythm.days().stream().min(Comparator.naturalOrder()).orElseThrow();
        List<Choice> choices = new ArrayList<>();
        BiFunction<String, Rhythm, Choice> whole = (label, which) -> PanelPart.DAYS.to(
                label.toLowerCase(Locale.ROOT), chosen(label, rhythm.equals(which)), settings.channel(), request);
        choices.add(whole.apply("Every day", Rhythm.EVERY_DAY));
        choices.add(whole.apply("Weekdays", Rhythm.WEEKDAYS));
        choices.add(whole.apply("Weekends", Rhythm.WEEKENDS));
        choices.add(PanelPart.WEEKLY.to(
                DaysText.name(first).toLowerCase(Locale.ROOT),
                chosen("Once a week", rhythm.weekly()),
                settings.channel(),
                request));
        for (DayOfWeek day : DayOfWeek.values()) {
            String name = DaysText.name(day);
            boolean is = rhythm.days().contains(day);
            String to = rhythm.weekly() ? name : (is ? SettingsText.WITHOUT : SettingsText.WITH) + name;
            PanelPart part = rhythm.weekly() ? PanelPart.WEEKLY : PanelPart.DAYS;
            choices.add(part.to(to.toLowerCase(Locale.ROOT), chosen(name, is), settings.channel(), request));
        }
        return choices;
    }

    private List<Choice> kinds(Settings settings, Request request) {
        List<Choice> choices = new ArrayList<>();
        choices.add(PanelPart.KINDS.to(
                SettingsText.ALL, chosen("All kinds", settings.categories().isEmpty()), settings.channel(), request));
        for (Category category : categories) {
            boolean is = settings.categories().contains(category.id());
            choices.add(PanelPart.KINDS.to(
                    (is ? SettingsText.WITHOUT : SettingsText.WITH) + begin(category.id()),
                    chosen(category.title(), is),
                    settings.channel(),
                    request));
        }
        return choices;
    }

    private static String begin(String id) {
        return id.substring(0, Math.min(OF_A_KIND, id.length()));
    }

    private static List<Choice> empties(Settings settings, Request request) {
        return Arrays.stream(EmptyDay.values())
                .map(choice -> PanelPart.EMPTY.to(
                        choice.name().toLowerCase(Locale.ROOT),
                        chosen(SettingsWords.capital(SettingsWords.of(choice)), choice == settings.empty()),
                        settings.channel(),
                        request))
                .toList();
    }

    private static List<Span> role(Settings settings) {
        String other = " Any role that you and the bot may mention can be given with /daily set role:.";
        return settings.role() == 0
                ? List.of(Span.words("It mentions nobody." + other))
                : List.of(Span.words("It mentions "), Span.role(settings.role()), Span.words("." + other));
    }

    private List<Choice> roles(Settings settings, Request request) {
        List<Choice> choices = new ArrayList<>();
        choices.add(PanelPart.ROLE.to(
                SettingsText.NONE, chosen("Nobody", settings.role() == 0), settings.channel(), request));
        guilds.mentionable(settings.guild(), settings.channel()).stream()
                .filter(role -> request.asker().rights().mayMention(settings.channel(), role.id()))
                .forEach(role -> choices.add(PanelPart.ROLE.to(
                        String.valueOf(role.id()),
                        chosen(role.name(), role.id() == settings.role()),
                        settings.channel(),
                        request)));
        return choices;
    }

    private static List<Choice> colours(Settings settings, Request request) {
        List<Choice> choices = new ArrayList<>();
        choices.add(PanelPart.COLOUR.to(
                ColourText.OF_THE_KIND,
                chosen("Of the kind", settings.colour().isEmpty()),
                settings.channel(),
                request));
        for (String name : ColourText.names()) {
            boolean is = settings.colour().equals(ColourText.read(name));
            choices.add(
                    PanelPart.COLOUR.to(name.toLowerCase(Locale.ROOT), chosen(name, is), settings.channel(), request));
        }
        return choices;
    }

    private List<Choice> more(Settings settings, Request request) {
        List<Choice> choices = new ArrayList<>();
        if (!settings.intro().isEmpty()) {
            choices.add(PanelPart.INTRO.to(SettingsText.NONE, "Remove the introduction", settings.channel(), request));
        }
        choices.add(turned(
                PanelPart.SENSITIVE,
                settings.sensitive(),
                "Leave out sensitive events",
                "Take sensitive events in",
                settings,
                request));
        choices.add(turned(PanelPart.SILENT, settings.silent(), "Notify again", "Post silently", settings, request));
        boolean announcements = guilds.channel(settings.guild(), settings.channel())
                .filter(Guilds.Channel::announcement)
                .isPresent();
        if (announcements || settings.publish()) {
            choices.add(turned(PanelPart.PUBLISH, settings.publish(), "Don’t publish", "Publish", settings, request));
        }
        return choices;
    }

    /** The button that makes of yes a no, and of no a yes. */
    private static Choice turned(
            PanelPart part, boolean is, String off, String on, Settings settings, Request request) {
        return part.to(is ? "no" : "yes", is ? off : on, settings.channel(), request);
    }
}
