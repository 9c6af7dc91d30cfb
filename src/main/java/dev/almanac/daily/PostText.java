package dev.almanac.daily;

import dev.almanac.chat.Choice;
import dev.almanac.chat.EventCard;
import dev.almanac.chat.Question;
import dev.almanac.chat.Reply;
import dev.almanac.chat.Section;
import dev.almanac.lookup.Anniversaries.Anniversary;
import dev.almanac.picture.Pictures;
import dev.almanac.timeline.HistoryEvent;
import dev.almanac.timeline.Timeline;
import java.time.Duration;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the post of a day says. The same for the same channel, day and log, so that it may be sent twice. */
public final class PostText {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final int ALSO = 4;

    private final Timeline timeline;
    private final PostPictures pictures;
    private final WantedEvents wanted;

    /** @param pictures draws the pictures of posts that have one */
    public PostText(Timeline timeline, Pictures pictures) {
        this.timeline = timeline;
        this.pictures = new PostPictures(pictures);
        this.wanted = new WantedEvents(timeline);
    }

    /**
     * The post of a day that is due; empty when nothing is known of it and the schedule wants no other.
     *
     * @param late by how much it comes after its time
     * @param lately the ids, present or former, of events that the channel had not long ago
     */
    public Optional<Post> of(Settings settings, Due due, Duration late, List<String> lately) {
        return tell(settings, due, late, lately.stream().map(this::presentId).toList());
    }

    private String presentId(String id) {
        return timeline.byId(id).map(HistoryEvent::id).orElse(id);
    }

    /** How many days of a common year have no event that the settings want. */
    public int daysWithout(Settings settings) {
        return wanted.daysWithout(settings);
    }

    private Optional<Post> tell(Settings settings, Due due, Duration late, List<String> lately) {
        LocalDate day = due.day();
        if (settings.rhythm().weekly()) {
            Optional<WeekText> week = WeekText.of(day, told -> wanted.on(told, settings), lately);
            if (week.isPresent()) {
                return week.map(found -> pictures.of(
                        post(settings, due, found.reply(), "", late, found.events()),
                        settings,
                        found.told(),
                        found.onIt()));
            }
        } else {
            List<Anniversary> found = wanted.on(day, settings);
            if (!found.isEmpty()) {
                return Optional.of(post(settings, due, WantedEvents.ranked(found, lately), "", late));
            }
        }
        String nothing = "This timeline has nothing "
                + (settings.categories().isEmpty() ? "for " : "of the kinds chosen here for ")
                + (settings.rhythm().weekly() ? "the seven days from " : "") + DAY.format(day) + ".";
        return switch (settings.empty()) {
            case NOTHING -> Optional.empty();
            case NEAREST ->
                wanted.nearest(settings, day)
                        .map(near -> post(
                                settings,
                                due,
                                WantedEvents.ranked(near, lately),
                                nothing + " The nearest anniversary is on "
                                        + DAY.format(near.get(0).asked()) + ".",
                                late));
            case RANDOM ->
                wanted.random(settings, day, lately)
                        .map(event -> pictures.picked(
                                post(
                                        settings,
                                        due,
                                        day,
                                        EventCard.of(event),
                                        List.of(),
                                        nothing + " Here is an event picked at random.",
                                        late),
                                settings,
                                event));
        };
    }

    private Post post(Settings settings, Due due, List<Anniversary> found, String notice, Duration late) {
        LocalDate told = nearest(due.day(), found.get(0).asked());
        Post post = post(settings, due, told, found.get(0).card(), found.subList(1, found.size()), notice, late);
        return pictures.of(post, settings, told, found);
    }

    /** The year's day that is nearest to a day of some year: 1 January's is in the next one where that is nearer. */
    private static LocalDate nearest(LocalDate day, MonthDay near) {
        return Stream.of(-1, 0, 1)
                .map(years -> near.atYear(day.getYear() + years))
                .min(Comparator.comparingLong(found -> Math.abs(ChronoUnit.DAYS.between(day, found))))
                .orElse(day);
    }

    /** @param told the day whose events it tells, or its own where it tells one by chance */
    private static Post post(
            Settings settings,
            Due due,
            LocalDate told,
            EventCard card,
            List<Anniversary> also,
            String notice,
            Duration late) {
        List<Section> sections = new ArrayList<>();
        if (!also.isEmpty()) {
            sections.add(new Section(
                    told.equals(due.day()) ? "Also on this day" : "Also on " + DAY.format(told),
                    also.stream()
                            .limit(ALSO)
                            .map(other ->
                                    other.card().label() + " · " + other.event().title())
                            .collect(Collectors.joining("\n"))));
        }
        Question all = Question.of("onthisday").with("date", told.toString());
        Reply reply = Reply.of("On this day, " + DAY.format(due.day()), List.of(card))
                .withSections(sections)
                .withChoices(List.of(
                        new Choice(told.equals(due.day()) ? "More of this day" : "More of " + DAY.format(told), all)
                                .asFirst()));
        return post(settings, due, reply, notice, late, List.of(card.id()));
    }

    /** @param notice what is to be said of the whole; empty for nothing */
    private static Post post(
            Settings settings, Due due, Reply reply, String notice, Duration late, List<String> events) {
        List<String> notices = new ArrayList<>();
        if (!settings.intro().isEmpty()) {
            notices.add(settings.intro());
        }
        if (!notice.isEmpty()) {
            notices.add(notice);
        }
        if (late.compareTo(DailyRules.WORTH_SAYING) >= 0) {
            notices.add("Late: this was due at " + TIME.format(due.at().atZone(settings.knownZone())) + " ("
                    + settings.zoneId() + ").");
        }
        return new Post(
                settings.guild(),
                settings.channel(),
                coloured(reply, settings).withNotice(String.join("\n", notices)),
                Post.marker(due.day()),
                nonce(settings.channel(), due.day()),
                settings.role(),
                settings.silent(),
                settings.publish(),
                events);
    }

    private static Reply coloured(Reply reply, Settings settings) {
        return settings.colour().isEmpty()
                ? reply
                : reply.withCards(reply.cards().stream()
                        .map(card -> card.coloured(settings.colour().getAsInt()))
                        .toList());
    }

    /** The channel in base 36 and the day: at most 13 characters, a hyphen and 8. */
    static String nonce(long channel, LocalDate day) {
        return Long.toString(channel, Character.MAX_RADIX) + "-" + day.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    /** The same post as one more of its day, under a nonce of its own. */
    public Post extra(Post post, long interaction) {
        return new Post(
                post.guild(),
                post.channel(),
                post.reply(),
                post.marker(),
                "x" + Long.toString(interaction, Character.MAX_RADIX),
                post.role(),
                post.silent(),
                post.publish(),
                post.events());
    }
}
