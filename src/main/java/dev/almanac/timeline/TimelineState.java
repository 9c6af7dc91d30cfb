package dev.almanac.timeline;

import java.time.Instant;
import java.util.List;

/**
 * Which timeline is in use, and why it isn't its file as that is now.
 *
 * @param file its name; empty where it comes from none
 * @param events how many the timeline in use has
 * @param since when it was read
 * @param number 0 at the start, and one more each time that the file was taken or refused
 * @param problems why the file as it is now can't be used, each as a line; empty where it is in use
 */
public record TimelineState(String file, int events, Instant since, int number, List<String> problems) {
    public TimelineState {
        problems = List.copyOf(problems);
    }

    /** Whether the timeline in use is the file as it is now. */
    public boolean isFileInUse() {
        return problems.isEmpty();
    }

    /** The same after the file was read and taken. */
    public TimelineState taken(int found, Instant now) {
        return new TimelineState(file, found, now, number + 1, List.of());
    }

    /** The same after the file was read and refused. */
    public TimelineState refused(List<String> why) {
        return new TimelineState(file, events, since, number + 1, why);
    }

    /** What became of the file, in a sentence for whoever keeps it; the problems are to be told behind it. */
    public String inWords() {
        String count = events + (events == 1 ? " event" : " events");
        return isFileInUse()
                ? file + " was read anew: " + count + "."
                : file + " can't be used as it is now; the timeline of before, with " + count
                        + ", stays in use. Mend the file and save it.";
    }
}
