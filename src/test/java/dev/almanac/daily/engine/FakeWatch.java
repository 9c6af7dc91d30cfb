package dev.almanac.daily.engine;

import dev.almanac.daily.DailyWatch;
import dev.almanac.daily.ScheduleStore.Backlog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Remembers what it was told, in words; of what is told each turn, what is another than before. */
final class FakeWatch implements DailyWatch {
    private final List<String> told = new ArrayList<>();
    private String turn = "";

    /** All of it since the last time this was asked. */
    List<String> told() {
        List<String> all = List.copyOf(told);
        told.clear();
        return all;
    }

    private void turned(String how) {
        if (!turn.equals(how)) {
            told.add(how);
        }
        turn = how;
    }

    @Override
    public void sent(Duration late) {
        told.add("sent, late " + late);
    }

    @Override
    public void became(Outcome outcome) {
        told.add(outcome.name());
    }

    @Override
    public void due(Backlog backlog) {
        if (backlog.posts() > 0) {
            told.add(backlog.posts() + " due");
        }
    }

    @Override
    public void works() {
        turned("works");
    }

    @Override
    public void waits(String why, boolean heldByAnother) {
        turned("waits" + (heldByAnother ? " for another" : ""));
    }

    @Override
    public void fails(Throwable why) {
        turned("fails");
    }
}
