package dev.almanac.daily;

import dev.almanac.chat.Choice;
import dev.almanac.chat.EventCard;
import dev.almanac.chat.Question;
import dev.almanac.chat.Reply;
import dev.almanac.chat.Section;
import dev.almanac.lookup.Anniversaries;
import dev.almanac.lookup.Anniversaries.Anniversary;
import dev.almanac.picture.Mark;
import dev.almanac.picture.Pictures;
import dev.almanac.timeline.Category;
import dev.almanac.timeline.HistoryEvent;
import dev.almanac.timeline.Timeline;
import java.time.Duration;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the post of a day says. The same for the same channel, day and log, so that it may be sent twice. */
public final class PostText {
    private static final Logger LOG = LoggerFactory.getLogger(PostText.class);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final int ALSO = 4;
    private static final String CHANGE = "Managers of this server change this post with /daily.";

    private final Timeline timeline;
    private final Pictures pictures;
    private final Anniversaries anniversaries;

    /** @param pictures draws the pictures of posts that have one */
    public PostText(Timeline timeline, Pictures pictures) {
        this.timeline = timeline;
        this.pictures = pictures;
        this.anniversaries = new Anniversaries(timeline);
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

    private Optional<Post> tell(Settings settings, Due due, Duration late, List<String> lately) {
        LocalDate day = due.day();
        List<Anniversary> found = wanted(settings, MonthDay.from(day), day.getYear());
        if (!found.isEmpty()) {
            return Optional.of(post(settings, due, ranked(found, lately), "", late));
        }
        String nothing = settings.categories().isEmpty()
                ? "This timeline has nothing for " + DAY.format(day) + "."
                : "This timeline has nothing of the kinds chosen here for " + DAY.format(day) + ".";
        return switch (settings.empty()) {
            case NOTHING -> Optional.empty();
            case NEAREST ->
                nearest(settings, day)
                        .map(near -> post(
                                settings,
                                due,
                                ranked(near, lately),
                                nothing + " The nearest anniversary is on "
                                        + DAY.format(near.get(0).asked()) + ".",
                                late));
            case RANDOM ->
                random(settings, day, lately)
                        .map(event -> picked(
                                event,
                                post(
                                        settings,
                                        due,
                                        day,
                                        EventCard.of(event),
                                        List.of(),
                                        nothing + " Here is an event picked at random.",
                                        late),
                                settings));
        };
    }

    private List<Anniversary> wanted(Settings settings, MonthDay day, int year) {
        return anniversaries.of(day, year).stream()
                .filter(found -> isWanted(settings, found.event()))
                .toList();
    }

    private static boolean isWanted(Settings settings, HistoryEvent event) {
        boolean category = settings.categories().isEmpty()
                || event.categories().stream().map(Category::id).anyMatch(settings.categories()::contains);
        return category && (settings.sensitive() || !event.sensitive());
    }

    /** The best one first: not had lately, weighty, round, exact, sure, old. */
    private static List<Anniversary> ranked(List<Anniversary> found, List<String> lately) {
        return found.stream()
                .sorted(Comparator.comparing(
                                (Anniversary one) -> lately.contains(one.event().id()))
                        .thenComparing(Anniversary.BY_RANK)
                        .thenComparing(one -> one.event().date().isRange())
                        .thenComparing(one -> one.event().confidence())
                        .thenComparing(Anniversary::event))
                .toList();
    }

    private Optional<List<Anniversary>> nearest(Settings settings, LocalDate day) {
        for (int distance = 1; distance <= Year.of(2024).length() / 2; distance++) {
            for (LocalDate near : List.of(day.minusDays(distance), day.plusDays(distance))) {
                List<Anniversary> found = wanted(settings, MonthDay.from(near), near.getYear());
                if (!found.isEmpty()) {
                    return Optional.of(found);
                }
            }
        }
        return Optional.empty();
    }

    private Optional<HistoryEvent> random(Settings settings, LocalDate day, List<String> lately) {
        List<HistoryEvent> wanted = timeline.events().stream()
                .filter(event -> isWanted(settings, event))
                .toList();
        List<HistoryEvent> fresh =
                wanted.stream().filter(event -> !lately.contains(event.id())).toList();
        List<HistoryEvent> choice = fresh.isEmpty() ? wanted : fresh;
        // The same on a second try: chance is drawn from the channel and the day.
        Random random = new Random(settings.channel() * 31 + day.toEpochDay());
        return choice.isEmpty() ? Optional.empty() : Optional.of(choice.get(random.nextInt(choice.size())));
    }

    private Post post(Settings settings, Due due, List<Anniversary> found, String notice, Duration late) {
        LocalDate told = nearest(due.day(), found.get(0).asked());
        Post post = post(settings, due, told, found.get(0).card(), found.subList(1, found.size()), notice, late);
        List<Mark> marks = found.stream()
                .map(one -> new Mark(one.event(), told.getYear() - one.years()))
                .toList();
        return pictured(post, settings, found.get(0).asked(), marks);
    }

    /** With the plate of the event's own day, where it has one. */
    private Post picked(HistoryEvent event, Post post, Settings settings) {
        return event.date().days().stream()
                .limit(1)
                .map(day -> pictured(post, settings, MonthDay.from(day), List.of(new Mark(event, day.getYear()))))
                .findFirst()
                .orElse(post);
    }

    /** The post with its plate, if it is to have one. A picture that can't be drawn keeps no post from being sent. */
    private Post pictured(Post post, Settings settings, MonthDay day, List<Mark> marks) {
        if (!settings.picture()) {
            return post;
        }
        try {
            return post.with(post.reply().withPicture(pictures.ofDay(day, marks)));
        } catch (RuntimeException | LinkageError failure) {
            LOG.warn("The post of channel {} goes without its picture, which can't be drawn", post.channel(), failure);
            return post;
        }
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
        List<String> notices = new ArrayList<>();
        if (!notice.isEmpty()) {
            notices.add(notice);
        }
        if (late.compareTo(DailyRules.WORTH_SAYING) >= 0) {
            notices.add("Late: this was due at " + TIME.format(due.at().atZone(settings.knownZone())) + " ("
                    + settings.zoneId() + ").");
        }
        sections.add(new Section("", CHANGE));
        Question all = Question.of("onthisday").with("date", told.toString());
        Reply reply = Reply.of("On this day, " + DAY.format(due.day()), List.of(card))
                .withSections(sections)
                .withNotice(String.join("\n", notices))
                .withChoices(List.of(
                        new Choice(told.equals(due.day()) ? "More of this day" : "More of " + DAY.format(told), all)
                                .asFirst()));
        return new Post(
                settings.guild(),
                settings.channel(),
                reply,
                Post.marker(due.day()),
                nonce(settings.channel(), due.day()),
                settings.role(),
                settings.silent(),
                settings.publish(),
                List.of(card.id()));
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
