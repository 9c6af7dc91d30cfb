package dev.almanac.daily.command;

import dev.almanac.chat.Choice;
import dev.almanac.chat.Menu;
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
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One thing of a daily post: what it is now, and a menu or a few buttons that change it. */
final class PanelParts {
    /** Of one menu. */
    private static final int MOST = 25;

    private static final int HOURS = 24;

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

    /**
     * One thing, and what changes it.
     *
     * @param said in words
     */
    private record Shown(List<Span> said, List<Menu> menus, List<Choice> choices) {
        static Shown menu(String said, Menu menu) {
            return new Shown(List.of(Span.words(said)), List.of(menu), List.of());
        }

        static Shown buttons(String said, List<Choice> choices) {
            return new Shown(List.of(Span.words(said)), List.of(), choices);
        }
    }

    Reply of(PanelPart part, Schedule schedule, Request request, Instant now) {
        Settings settings = schedule.settings();
        Shown shown = shown(part, settings, request, now);
        List<Span> spans = new ArrayList<>(List.of(Span.channel(settings.channel()), Span.words("\n")));
        spans.addAll(shown.said());
        List<Choice> choices = new ArrayList<>(shown.choices());
        choices.add(DailyPanel.back(settings.channel(), request));
        String title = part == PanelPart.WEEKLY ? PanelPart.DAYS.title() : part.title();
        return Reply.ofSections("Daily post: " + title, List.of(new Section("", spans)))
                .inPrivate()
                .withMenus(shown.menus())
                .withChoices(choices);
    }

    private Shown shown(PanelPart part, Settings settings, Request request, Instant now) {
        return switch (part) {
            case TIME ->
                Shown.menu(
                        "It is posted " + SettingsWords.when(settings)
                                + ". Any other time works too, like /daily set time:14:45.",
                        times(settings, request));
            case ZONE -> zone(settings, request, now);
            case DAYS, WEEKLY -> days(settings, request);
            case KINDS -> kinds(settings, request);
            case EMPTY ->
                Shown.buttons(
                        words.daysWithout(settings).isEmpty()
                                ? "Each day of the year has an event of the kinds that are chosen here."
                                : words.daysWithout(settings).strip(),
                        empties(settings, request));
            case SENSITIVE ->
                Shown.buttons(
                        "Whether it may tell of massacres, famines and the like.",
                        yesOrNo(part, settings.sensitive(), "Tell them", "Leave them out", settings, request));
            case ROLE -> role(settings, request);
            case SILENT ->
                Shown.buttons(
                        SettingsWords.notification(settings),
                        List.of(
                                part.to("no", "Notify", !settings.silent(), settings.channel(), request),
                                part.to("yes", "Silent", settings.silent(), settings.channel(), request)));
            case COLOUR ->
                Shown.menu(
                        "The edge of the post’s card has the colour of the event’s kind, or one that you choose. Any other"
                                + " works too, like /daily set colour:#3b82d0.",
                        colours(settings, request));
            case PICTURE ->
                Shown.buttons(
                        "Whether a picture of the day stands above the post: the day, its events on a line of time, and the"
                                + " title of the first.",
                        yesOrNo(part, settings.picture(), "With a picture", "Without", settings, request));
            case INTRO -> intro(settings, request);
            case PUBLISH -> publish(settings, request);
        };
    }

    private static Menu times(Settings settings, Request request) {
        Stream<LocalTime> hours = IntStream.range(0, HOURS).mapToObj(hour -> LocalTime.of(hour, 0));
        List<Menu.Item> items = Stream.concat(hours, Stream.of(settings.time()))
                .distinct()
                .sorted()
                .map(time -> new Menu.Item(time.toString(), time.toString(), "", time.equals(settings.time())))
                .toList();
        return PanelPart.TIME.menu("Choose a time", items, settings.channel(), request);
    }

    private Shown zone(Settings settings, Request request, Instant now) {
        ZoneQuestion.Asked asked = zones.again(settings, request, now);
        String known = settings.zone()
                .map(zone -> "It goes by the clock of " + ZoneIds.words(zone) + ". ")
                .orElse("");
        return Shown.menu(known + asked.words(), asked.menu());
    }

    /** What it can be in a word, and below the days themselves; of a weekly post the one that its week begins with. */
    private static Shown days(Settings settings, Request request) {
        Rhythm rhythm = settings.rhythm();
        long channel = settings.channel();
        DayOfWeek first = Arrays.stream(DayOfWeek.values())
                .filter(rhythm.days()::contains)
                .findFirst()
                .orElseThrow();
        List<Menu.Item> items = Arrays.stream(DayOfWeek.values())
                .map(day -> new Menu.Item(
                        value(day), DaysText.name(day), "", rhythm.days().contains(day)))
                .toList();
        Menu menu = rhythm.weekly()
                ? PanelPart.WEEKLY.menu("Choose the day", items, channel, request)
                : PanelPart.DAYS.ticking("Choose the days", items, channel, request);
        List<Choice> choices = List.of(
                PanelPart.DAYS.to("every day", "Every day", rhythm.equals(Rhythm.EVERY_DAY), channel, request),
                PanelPart.DAYS.to("weekdays", "Weekdays", rhythm.equals(Rhythm.WEEKDAYS), channel, request),
                PanelPart.DAYS.to("weekends", "Weekends", rhythm.equals(Rhythm.WEEKENDS), channel, request),
                PanelPart.WEEKLY.to(value(first), "Once a week", rhythm.weekly(), channel, request));
        String said = "It is posted " + SettingsWords.when(settings) + "."
                + (rhythm.weekly() ? " Each post tells of the seven days that begin with that day." : "");
        return new Shown(List.of(Span.words(said)), List.of(menu), choices);
    }

    private static String value(DayOfWeek day) {
        return DaysText.name(day).toLowerCase(Locale.ROOT);
    }

    /** What is ticked after somebody has chosen these in a menu that looked like that when it was shown. */
    String ticked(PanelPart part, Settings known, String shown, String chosen) {
        boolean days = part == PanelPart.DAYS;
        List<String> all = days
                ? Arrays.stream(DayOfWeek.values()).map(PanelParts::value).toList()
                : categories.stream().map(Category::id).toList();
        List<String> now =
                days ? known.rhythm().days().stream().map(PanelParts::value).toList() : known.categories();
        return String.join(",", Ticks.changed(all, shown, List.of(chosen.split(",")), now));
    }

    private Shown kinds(Settings settings, Request request) {
        long channel = settings.channel();
        List<Choice> choices = List.of(PanelPart.KINDS.to(
                SettingsText.ALL, "All kinds", settings.categories().isEmpty(), channel, request));
        if (categories.isEmpty() || categories.size() > MOST) {
            return Shown.buttons(
                    words.kinds(settings)
                            + ". To choose some, name them with commas between them, like /daily set categories:"
                            + categories.stream().map(Category::id).limit(2).collect(Collectors.joining(", ")),
                    choices);
        }
        List<Menu.Item> items = categories.stream()
                .map(category -> new Menu.Item(
                        category.id(),
                        category.title(),
                        "",
                        settings.categories().contains(category.id())))
                .toList();
        return new Shown(
                List.of(Span.words(words.kinds(settings) + "." + words.daysWithout(settings))),
                List.of(PanelPart.KINDS.ticking("Choose the kinds", items, channel, request)),
                choices);
    }

    private static List<Choice> empties(Settings settings, Request request) {
        return Arrays.stream(EmptyDay.values())
                .map(choice -> PanelPart.EMPTY.to(
                        choice.name().toLowerCase(Locale.ROOT),
                        SettingsWords.capital(SettingsWords.of(choice)),
                        choice == settings.empty(),
                        settings.channel(),
                        request))
                .toList();
    }

    private static List<Choice> yesOrNo(
            PanelPart part, boolean is, String yes, String no, Settings settings, Request request) {
        return List.of(
                part.to("yes", yes, is, settings.channel(), request),
                part.to("no", no, !is, settings.channel(), request));
    }

    private Shown role(Settings settings, Request request) {
        List<Menu.Item> roles = guilds.mentionable(settings.guild(), settings.channel()).stream()
                .filter(role -> request.asker().rights().mayMention(settings.channel(), role.id()))
                .map(role ->
                        new Menu.Item(String.valueOf(role.id()), "@" + role.name(), "", role.id() == settings.role()))
                .toList();
        List<Menu.Item> items = Stream.concat(
                        Stream.of(new Menu.Item(SettingsText.NONE, "Nobody", "", settings.role() == 0)), roles.stream())
                .limit(MOST)
                .toList();
        List<Span> said = new ArrayList<>();
        if (settings.role() == 0) {
            said.add(Span.words("It mentions nobody."));
        } else {
            said.add(Span.words("It mentions "));
            said.add(Span.role(settings.role()));
            said.add(Span.words("."));
        }
        said.add(Span.words(" The menu has the roles that both you and the bot may mention."
                + (roles.size() > MOST - 1 ? " It is too short for all: /daily set role finds the others." : "")));
        return new Shown(
                said, List.of(PanelPart.ROLE.menu("Choose a role", items, settings.channel(), request)), List.of());
    }

    private static Menu colours(Settings settings, Request request) {
        Stream<Menu.Item> names = ColourText.names().stream()
                .map(name -> new Menu.Item(
                        name.toLowerCase(Locale.ROOT),
                        name,
                        "",
                        settings.colour().equals(ColourText.read(name))));
        List<Menu.Item> items = Stream.concat(
                        Stream.of(new Menu.Item(
                                ColourText.OF_THE_KIND,
                                "That of the event’s kind",
                                "",
                                settings.colour().isEmpty())),
                        names)
                .toList();
        return PanelPart.COLOUR.menu("Choose a colour", items, settings.channel(), request);
    }

    private static Shown intro(Settings settings, Request request) {
        return settings.intro().isEmpty()
                ? Shown.buttons(
                        "No words of your server stand above the post. To put some there, up to "
                                + Settings.LONGEST_INTRO + " characters: /daily set intro:Good morning!",
                        List.of())
                : Shown.buttons(
                        "Above the post stands: “" + settings.intro()
                                + "”\nTo change it: /daily set intro:Good morning!",
                        List.of(PanelPart.INTRO.to(
                                SettingsText.NONE, "Remove it", false, settings.channel(), request)));
    }

    private Shown publish(Settings settings, Request request) {
        boolean announcements = guilds.channel(settings.guild(), settings.channel())
                .filter(Guilds.Channel::announcement)
                .isPresent();
        return announcements || settings.publish()
                ? Shown.buttons(
                        "Whether servers that follow this channel get the post too.",
                        yesOrNo(PanelPart.PUBLISH, settings.publish(), "Publish", "Don’t publish", settings, request))
                : Shown.buttons(
                        "Only the posts of announcement channels can be published, and this isn’t one.", List.of());
    }
}
