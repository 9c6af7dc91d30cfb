package dev.almanac.daily;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.almanac.daily.Schedule.State;
import dev.almanac.daily.engine.DailyRun;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What becomes of a schedule, and what makes no sense. Set up on 24 November 2026, an hour before its time. */
class ScheduleTest {

    private static final Instant NOW = Instant.parse("2026-11-24T07:00:00Z");
    private static final DayLog NOTHING = new DayLog(List.of());
    private static final Stop STOP = new Stop(Stop.Cause.LACKS_PERMISSIONS, "why");
    private static final Stop REFUSED = new Stop(Stop.Cause.REFUSED, "Discord said no");
    private static final Settings SETTINGS = settings("Europe/Berlin");
    private static final Schedule ACTIVE = Schedule.setUp(SETTINGS, 5, NOTHING, NOW);

    private static Settings settings(String zone) {
        return new Settings(7, 70, LocalTime.of(9, 0), zone, EmptyDay.NEAREST, List.of(), true, false, 9, false);
    }

    private static Due due(String day, String moment) {
        return new Due(LocalDate.parse(day), Instant.parse(moment));
    }

    @Test
    void isDueAtItsNextTime() {
        assertEquals(State.ACTIVE, ACTIVE.state());
        assertEquals(due("2026-11-24", "2026-11-24T08:00:00Z"), ACTIVE.due());
        assertEquals(Optional.of(ACTIVE.due().at()), ACTIVE.tryAt());
    }

    @Test
    void waitsWhereItHasNoZone() {
        Schedule waiting = Schedule.setUp(settings("EST"), 5, NOTHING, NOW);

        assertEquals(State.WAITING, waiting.state());
        assertEquals(Due.NONE, waiting.due());
        assertEquals(Optional.empty(), waiting.tryAt());
        assertEquals(ACTIVE.due(), waiting.changed(SETTINGS, 5, NOTHING, NOW).due());
    }

    @Test
    void aDayThatIsDueStaysDueWhenTheTimeIsChanged() {
        Instant later = ACTIVE.due().at().plusSeconds(60);

        assertEquals(
                ACTIVE.due(),
                ACTIVE.changed(settings("Asia/Tokyo"), 6, NOTHING, later).due());
    }

    /** The next one is Tuesday's. */
    @Test
    void otherDaysOfTheWeekMoveTheNextOneAndNotOneThatIsDue() {
        Instant later = ACTIVE.due().at().plusSeconds(60);
        Settings weekly = DailyRun.in(Rhythm.weekly(DayOfWeek.FRIDAY));

        assertEquals(
                due("2026-11-27", "2026-11-27T08:00:00Z"),
                ACTIVE.changed(weekly, 6, NOTHING, NOW).due());
        Schedule changed = ACTIVE.changed(weekly, 6, NOTHING, later);
        assertEquals(ACTIVE.due(), changed.due());
        assertEquals(
                due("2026-11-27", "2026-11-27T08:00:00Z"),
                changed.settled(ACTIVE.due().day()).due());
    }

    @Test
    void aSettledDayIsNotDueAgain() {
        Instant later = ACTIVE.due().at().plusSeconds(60);
        DayEntry posted = DayEntry.begun(70, ACTIVE.due().day()).posted(1, later, java.time.Duration.ZERO, false);

        assertEquals(
                due("2026-11-25", "2026-11-25T08:00:00Z"),
                ACTIVE.changed(SETTINGS, 6, new DayLog(List.of(posted)), later).due());
    }

    @Test
    void aPausedOneStaysPausedWhenItIsChangedOrGoneAndBack() {
        Schedule paused = ACTIVE.paused(6, NOW);

        assertEquals(
                List.of(State.PAUSED, State.PAUSED, State.PAUSED),
                Stream.of(
                                paused.changed(SETTINGS, 6, NOTHING, NOW),
                                paused.gone(NOW).back(),
                                paused.mentioningNobody(6, NOW).gone(NOW).back())
                        .map(Schedule::state)
                        .toList());
        assertEquals(State.ACTIVE, paused.resumed(6, NOTHING, NOW).state());
    }

    @Test
    void aStopIsToldOnceAndARefusalNotAgainUntilADayIsSettled() {
        Schedule refused = ACTIVE.stopped(REFUSED, NOW);
        Schedule again = refused.goingOn(NOW).stopped(REFUSED, NOW);
        Schedule settled = refused.goingOn(NOW).settled(ACTIVE.due().day());

        assertEquals(Optional.of(new Notice(Notice.What.STOPPED, "Discord said no", NOW)), refused.notice());
        assertEquals(Optional.empty(), again.notice());
        assertEquals(Optional.empty(), settled.stop());
        assertEquals(refused.notice(), settled.stopped(REFUSED, NOW).notice());
        assertEquals(
                ACTIVE.stopped(STOP, NOW).notice(),
                ACTIVE.stopped(STOP, NOW).goingOn(NOW).stopped(STOP, NOW).notice());
    }

    @Test
    void aStopIsLookedAtAgainInAnHour() {
        assertEquals(
                Optional.of(NOW.plusSeconds(3600)), ACTIVE.stopped(STOP, NOW).tryAt());
    }

    @Test
    void settlingAnotherDayThanTheOneThatIsDuePlansNothing() {
        assertEquals(ACTIVE, ACTIVE.settled(LocalDate.of(2026, 11, 23)));
    }

    @Test
    void refusesWhatMakesNoSense() {
        Schedule stopped = ACTIVE.stopped(STOP, NOW);
        Schedule paused = ACTIVE.paused(5, NOW);
        Schedule gone = ACTIVE.gone(NOW);
        for (Executable nonsense : List.<Executable>of(
                () -> paused.paused(5, NOW),
                () -> ACTIVE.resumed(5, NOTHING, NOW),
                () -> stopped.stopped(STOP, NOW),
                () -> paused.stopped(STOP, NOW),
                () -> gone.stopped(STOP, NOW),
                () -> ACTIVE.goingOn(NOW),
                () -> gone.gone(NOW),
                () -> ACTIVE.back(),
                () -> paused.waitingUntil(NOW),
                () -> stopped.claimed(NOW),
                () -> gone.claimed(NOW),
                () -> paused.dueNow(ACTIVE.due()))) {
            assertThrows(IllegalStateException.class, nonsense);
        }
        assertThrows(
                IllegalStateException.class,
                () -> DayEntry.begun(70, ACTIVE.due().day()).empty(NOW).claimed(List.of(), "me", NOW));
    }
}
