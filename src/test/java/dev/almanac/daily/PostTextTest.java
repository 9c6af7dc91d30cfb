package dev.almanac.daily;

import static dev.almanac.timeline.Events.SPACE;
import static dev.almanac.timeline.Events.at;
import static dev.almanac.timeline.Events.timeline;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.almanac.chat.Choice;
import dev.almanac.chat.EventCard;
import dev.almanac.chat.Question;
import dev.almanac.chat.Reply;
import dev.almanac.chat.Section;
import dev.almanac.daily.engine.DailyRun;
import dev.almanac.picture.Mark;
import dev.almanac.picture.Pictures;
import dev.almanac.timeline.Category;
import dev.almanac.timeline.Confidence;
import dev.almanac.timeline.Events;
import dev.almanac.timeline.HistoryEvent;
import dev.almanac.timeline.Timeline;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PostTextTest {
    private static final Settings SETTINGS = DailyRun.settings();
    private static final Due DUE = new Due(LocalDate.of(2026, 11, 24), Instant.parse("2026-11-24T08:00:00Z"));

    private static Post post(Timeline timeline, Settings settings, String... lately) {
        return new PostText(timeline, new Pictures(timeline))
                .of(settings, DUE, Duration.ZERO, List.of(lately))
                .orElseThrow();
    }

    private static Settings settings(EmptyDay empty, boolean sensitive, String... categories) {
        return new Settings(
                SETTINGS.guild(),
                SETTINGS.channel(),
                SETTINGS.time(),
                SETTINGS.zoneId(),
                empty,
                List.of(categories),
                sensitive,
                false,
                0,
                false);
    }

    private static HistoryEvent event(String date, Category category, boolean sensitive, Confidence confidence) {
        HistoryEvent plain = at(date);
        return new HistoryEvent(
                plain.id(),
                plain.date(),
                "",
                null,
                plain.title(),
                plain.text(),
                "",
                List.of(category),
                List.of(),
                List.of(),
                null,
                sensitive,
                confidence,
                plain.sources(),
                List.of());
    }

    /** Six days of November and one of December; 24 November 2026 is a Tuesday. */
    @Test
    void aWeekTellsItsBestEventAndTwoOthersOfEachDay() {
        Post post = post(
                Events.timelineOf(
                        "1923-11-24",
                        "1926-11-25",
                        "1801-11-25",
                        "1802-11-25",
                        "1803-11-25",
                        "1990-11-30",
                        "1990-12-01"),
                DailyRun.in(Rhythm.weekly(DayOfWeek.TUESDAY)));

        Reply expected = Reply.of(
                        "This week in history, 24 to 30 November",
                        List.of(EventCard.of(at("1926-11-25")).labelled("100 years ago")))
                .withSections(List.of(
                        new Section("Tuesday, 24 November", "103 years ago · Title of 1923-11-24"),
                        new Section(
                                "Wednesday, 25 November",
                                "225 years ago · Title of 1801-11-25\n224 years ago · Title of 1802-11-25"),
                        new Section("Monday, 30 November", "36 years ago · Title of 1990-11-30")))
                .withChoices(List.of(
                        new Choice("24 November", Question.of("onthisday").with("date", "2026-11-24")),
                        new Choice("25 November", Question.of("onthisday").with("date", "2026-11-25")),
                        new Choice("30 November", Question.of("onthisday").with("date", "2026-11-30"))));
        assertEquals(
                new Post(
                        DailyRun.GUILD,
                        DailyRun.CHANNEL,
                        expected,
                        20261124,
                        "1y-20261124",
                        0,
                        false,
                        false,
                        List.of("1926-11-25", "1923-11-24", "1801-11-25", "1802-11-25", "1990-11-30")),
                post);
    }

    @Test
    void aWeekNamesBothItsMonthsAndSaysThatItIsLate() {
        Reply reply = new PostText(Events.timelineOf("1990-12-01"), new Pictures(Events.timelineOf("1990-12-01")))
                .of(
                        DailyRun.in(Rhythm.weekly(DayOfWeek.SATURDAY)),
                        new Due(LocalDate.of(2026, 11, 28), Instant.parse("2026-11-28T08:00:00Z")),
                        Duration.ofMinutes(10),
                        List.of())
                .orElseThrow()
                .reply();

        assertEquals("This week in history, 28 November to 4 December", reply.heading());
        assertEquals("Late: this was due at 09:00 (Europe/Berlin).", reply.notice());
    }

    @Test
    void aWeekWithoutAnythingTellsTheNearestAnniversary() {
        Post post = post(Events.timelineOf("1990-12-01"), DailyRun.in(Rhythm.weekly(DayOfWeek.TUESDAY)));

        assertEquals("On this day, 24 November", post.reply().heading());
        assertEquals(
                "This timeline has nothing for the seven days from 24 November. The nearest anniversary is on 1 December.",
                post.reply().notice());
    }

    /** Above what else is said; the colour is that of the first card, whatever its kind. */
    @Test
    void beginsWithTheServersWordsInItsColour() {
        Settings own = new Settings(
                SETTINGS.guild(),
                SETTINGS.channel(),
                SETTINGS.time(),
                SETTINGS.zoneId(),
                SETTINGS.empty(),
                List.of(),
                true,
                false,
                0,
                false,
                false,
                Rhythm.EVERY_DAY,
                "Good morning!",
                OptionalInt.of(0x3B82D0));
        Reply reply = post(Events.timelineOf("1867-11-23"), own).reply();

        assertEquals(
                "Good morning!\nThis timeline has nothing for 24 November. The nearest anniversary is on 23 November.",
                reply.notice());
        assertEquals(OptionalInt.of(0x3B82D0), reply.cards().get(0).colour());
        assertEquals(
                at("1867-11-23").categories().get(0).title(),
                reply.cards().get(0).categoryWords());
    }

    @Test
    void countsTheDaysOfTheYearWithoutAnything() {
        Timeline timeline = Events.timelineOf("1900-11-24", "1926-11-24", "1904-02-29", "1867");
        PostText text = new PostText(timeline, new Pictures(timeline));

        assertEquals(363, text.daysWithout(SETTINGS));
        assertEquals(365, text.daysWithout(settings(EmptyDay.NEAREST, true, "nothing")));
    }

    @Test
    void tellsTheBestEventAndNamesTheOthers() {
        Post post = post(Events.timelineOf("1867-11-24", "1926-11-24", "1901-11-24"), SETTINGS);

        Reply expected = Reply.of(
                        "On this day, 24 November",
                        List.of(EventCard.of(at("1926-11-24")).labelled("100 years ago")))
                .withSections(List.of(new Section(
                        "Also on this day",
                        "125 years ago · Title of 1901-11-24\n159 years ago · Title of 1867-11-24")))
                .withChoices(List.of(
                        new Choice("More of this day", Question.of("onthisday").with("date", "2026-11-24")).asFirst()));
        assertEquals(
                new Post(
                        DailyRun.GUILD,
                        DailyRun.CHANNEL,
                        expected,
                        20261124,
                        "1y-20261124",
                        0,
                        false,
                        false,
                        List.of("1926-11-24")),
                post);
    }

    @Test
    void theSameIsSaidOnASecondTry() {
        Timeline timeline = Events.timelineOf("1867-03-01", "1926-05-24", "1901-07-24");
        Settings random = settings(EmptyDay.RANDOM, true);

        assertEquals(post(timeline, random), post(timeline, random));
    }

    @Test
    void whatTheChannelHadLatelyComesLast() {
        Timeline timeline = Events.timelineOf("1867-11-24", "1926-11-24");

        assertEquals(
                List.of("1867-11-24"), post(timeline, SETTINGS, "1926-11-24").events());
        assertEquals(
                List.of("1926-11-24"),
                post(timeline, SETTINGS, "1926-11-24", "1867-11-24").events());
    }

    @Test
    void whatTheChannelHadUnderAFormerIdComesLastToo() {
        Timeline timeline = timeline(Events.at("1867-11-24"), Events.merged("1926-11-24", "merged-away"));

        assertEquals(
                List.of("1867-11-24"), post(timeline, SETTINGS, "merged-away").events());
    }

    @Test
    void theWeightierOneComesFirstUnlessTheChannelHadItLately() {
        Timeline timeline = timeline(Events.weighing(2, "1926-11-24"), Events.weighing(3, "1867-11-24"));

        assertEquals(List.of("1867-11-24"), post(timeline, SETTINGS).events());
        assertEquals(
                List.of("1926-11-24"), post(timeline, SETTINGS, "1867-11-24").events());
    }

    @Test
    void theSurerOneComesFirstAmongEquallyRoundOnes() {
        Timeline timeline = timeline(
                event("1802-11-24", Events.TREATY, false, Confidence.MEDIUM),
                event("1803-11-24", Events.TREATY, false, Confidence.HIGH));

        assertEquals(List.of("1803-11-24"), post(timeline, SETTINGS).events());
    }

    @Test
    void choosesOnlyWhatTheChannelAsksFor() {
        Timeline timeline = timeline(
                event("1801-11-24", Events.TREATY, true, Confidence.HIGH),
                event("1802-11-24", SPACE, false, Confidence.HIGH),
                event("1803-11-24", Events.TREATY, false, Confidence.HIGH));

        assertEquals(
                List.of("1803-11-24"),
                post(timeline, settings(EmptyDay.NEAREST, false, "treaty")).events());
        assertEquals(
                List.of("1802-11-24"),
                post(timeline, settings(EmptyDay.NEAREST, true, "space")).events());
    }

    @Test
    void anEmptyDayHasTheNearestAnniversaryAndSaysSo() {
        Post post = post(Events.timelineOf("1867-11-22", "1900-11-22", "1901-11-27"), SETTINGS);

        assertEquals("On this day, 24 November", post.reply().heading());
        assertEquals(
                "This timeline has nothing for 24 November. The nearest anniversary is on 22 November.",
                post.reply().notice());
        assertEquals(
                List.of(new Section("Also on 22 November", "126 years ago · Title of 1900-11-22")),
                post.reply().sections());
        assertEquals(
                List.of(new Choice(
                                "More of 22 November", Question.of("onthisday").with("date", "2026-11-22"))
                        .asFirst()),
                post.reply().choices());
        assertEquals(20261124, post.marker());
    }

    @Test
    void theNearestDayMayBeOfTheNextYear() {
        Post post = new PostText(Events.timelineOf("1901-01-02"), new Pictures(Events.timelineOf("1901-01-02")))
                .of(SETTINGS, new Due(LocalDate.of(2026, 12, 30), DUE.at()), Duration.ZERO, List.of())
                .orElseThrow();

        assertEquals("126 years ago", post.reply().cards().get(0).label());
        assertEquals(
                List.of(new Choice("More of 2 January", Question.of("onthisday").with("date", "2027-01-02")).asFirst()),
                post.reply().choices());
    }

    @Test
    void anEmptyDayMayHaveAnEventByChanceOrNothing() {
        Timeline timeline = Events.timelineOf("1867-11-22", "1900-03-22");

        Post random = post(timeline, settings(EmptyDay.RANDOM, true), "1867-11-22");
        assertEquals(List.of("1900-03-22"), random.events());
        assertEquals(
                "This timeline has nothing for 24 November. Here is an event picked at random.",
                random.reply().notice());
        assertEquals(
                Optional.empty(),
                new PostText(timeline, new Pictures(timeline))
                        .of(settings(EmptyDay.NOTHING, true), DUE, Duration.ZERO, List.of()));
        assertEquals(
                Optional.empty(),
                new PostText(timeline, new Pictures(timeline))
                        .of(settings(EmptyDay.NEAREST, true, "space"), DUE, Duration.ZERO, List.of()));
    }

    @Test
    void theLeapDayIsToldOn28FebruaryOfCommonYears() {
        PostText text = new PostText(Events.timelineOf("1980-02-29"), new Pictures(Events.timelineOf("1980-02-29")));
        Post common = text.of(SETTINGS, new Due(LocalDate.of(2027, 2, 28), DUE.at()), Duration.ZERO, List.of())
                .orElseThrow();
        Post leap = text.of(SETTINGS, new Due(LocalDate.of(2028, 2, 29), DUE.at()), Duration.ZERO, List.of())
                .orElseThrow();

        assertEquals("29 February, 47 years ago", common.reply().cards().get(0).label());
        assertEquals("", common.reply().notice());
        assertEquals("48 years ago", leap.reply().cards().get(0).label());
        assertEquals(20280229, leap.marker());
    }

    @Test
    void aLatePostSaysWhenItWasDue() {
        PostText text = new PostText(Events.timelineOf("1867-11-24"), new Pictures(Events.timelineOf("1867-11-24")));
        Reply late = text.of(SETTINGS, DUE, DailyRules.WORTH_SAYING, List.of())
                .orElseThrow()
                .reply();
        Reply soon = text.of(SETTINGS, DUE, DailyRules.WORTH_SAYING.minusSeconds(1), List.of())
                .orElseThrow()
                .reply();

        assertEquals("Late: this was due at 09:00 (Europe/Berlin).", late.notice());
        assertEquals("", soon.notice());
        assertEquals(List.of(), soon.sections());
    }

    @Test
    void aNonceFitsAndNamesChannelAndDay() {
        String longest = PostText.nonce(Long.MAX_VALUE, LocalDate.of(2026, 11, 24));

        assertTrue(longest.length() <= 25, longest);
        assertNotEquals(PostText.nonce(1, LocalDate.of(2026, 11, 24)), PostText.nonce(1, LocalDate.of(2026, 11, 25)));
        assertNotEquals(PostText.nonce(1, LocalDate.of(2026, 11, 24)), PostText.nonce(2, LocalDate.of(2026, 11, 24)));
    }

    @Test
    void oneMoreHasTheMarkerOfItsDayAndANonceOfItsOwn() {
        PostText text = new PostText(Events.timelineOf("1867-11-24"), new Pictures(Events.timelineOf("1867-11-24")));
        Post post = text.of(SETTINGS, DUE, Duration.ZERO, List.of()).orElseThrow();
        Post extra = text.extra(post, Long.MAX_VALUE);

        assertEquals(post.marker(), extra.marker());
        assertTrue(extra.nonce().length() <= 25);
        assertEquals(post.reply(), extra.reply());
    }

    private static Settings withPicture(EmptyDay empty) {
        return new Settings(
                        SETTINGS.guild(),
                        SETTINGS.channel(),
                        SETTINGS.time(),
                        SETTINGS.zoneId(),
                        empty,
                        List.of(),
                        true,
                        false,
                        0,
                        false)
                .withPicture(true);
    }

    @Test
    void hasThePlateOfTheDayThatItTellsWhereThatIsWanted() {
        Timeline timeline = Events.timelineOf("1867-11-24", "1926-11-24");
        Post plain = post(timeline, SETTINGS);
        Post pictured = post(timeline, withPicture(EmptyDay.NEAREST));

        assertEquals(
                plain.reply()
                        .withPicture(new Pictures(timeline)
                                .ofDay(
                                        MonthDay.of(11, 24),
                                        List.of(new Mark(at("1926-11-24"), 1926), new Mark(at("1867-11-24"), 1867)))),
                pictured.reply());
        assertEquals(plain.marker(), pictured.marker());
    }

    @Test
    void hasThePlateOfTheNearestDayAndOfAPickedEventsOwn() {
        assertEquals(
                "26 november",
                post(Events.timelineOf("1933-11-26"), withPicture(EmptyDay.NEAREST))
                        .reply()
                        .picture()
                        .orElseThrow()
                        .line());
        assertEquals(
                "2 january",
                post(Events.timelineOf("1933-01-02"), withPicture(EmptyDay.RANDOM))
                        .reply()
                        .picture()
                        .orElseThrow()
                        .line());
        assertEquals(
                Optional.empty(),
                post(Events.timelineOf("1933-01"), withPicture(EmptyDay.RANDOM))
                        .reply()
                        .picture());
    }

    @Test
    void aWeekHasThePlateOfTheDayOfItsBestEvent() {
        Timeline timeline = Events.timelineOf("1923-11-24", "1926-11-25", "1801-11-25");

        assertEquals(
                Optional.of(new Pictures(timeline)
                        .ofDay(
                                MonthDay.of(11, 25),
                                List.of(new Mark(at("1926-11-25"), 1926), new Mark(at("1801-11-25"), 1801)))),
                post(timeline, DailyRun.in(Rhythm.weekly(DayOfWeek.TUESDAY)).withPicture(true))
                        .reply()
                        .picture());
    }
}
