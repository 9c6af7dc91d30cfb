package dev.almanac.daily.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** How long a process lives, in steps: each reading of its clock is one, and each request, before and after it is done. */
public final class Life {
    private int stepsLeft = Integer.MAX_VALUE;

    /** What a process ends by: it catches nothing after that. */
    public static final class Killed extends Error {
        private static final long serialVersionUID = 1;

        Killed() {
            super("killed", null, false, false);
        }
    }

    /** It lives so many steps more, and then dies. */
    public void dieAfter(int steps) {
        stepsLeft = steps;
    }

    boolean isOver() {
        return stepsLeft <= 0;
    }

    public void step() {
        if (stepsLeft != Integer.MAX_VALUE) {
            stepsLeft--;
        }
        if (isOver()) {
            throw new Killed();
        }
    }

    /** A clock that the process reads. */
    public Clock reading(Clock clock) {
        return new Clock() {
            @Override
            public Instant instant() {
                step();
                return clock.instant();
            }

            @Override
            public ZoneId getZone() {
                return clock.getZone();
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException("a clock in UTC only");
            }
        };
    }
}
