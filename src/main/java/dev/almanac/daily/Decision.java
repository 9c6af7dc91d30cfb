package dev.almanac.daily;

import java.time.Instant;

/** What is to be done about the day that is due in a channel: see {@link Promise#decide}. */
public sealed interface Decision {
    /** Nothing before this moment. */
    record Wait(Instant until) implements Decision {
        @Override
        public <T> T on(Cases<T> cases) {
            return cases.await(until);
        }
    }

    /** Nothing until an admin says whose time it goes by: no day is due, so none is missed. */
    record Rest() implements Decision {
        @Override
        public <T> T on(Cases<T> cases) {
            return cases.rest();
        }
    }

    /** What stopped it is over. */
    record GoOn() implements Decision {
        @Override
        public <T> T on(Cases<T> cases) {
            return cases.goOn();
        }
    }

    /** The day is settled: the next one is due. */
    record PlanNext() implements Decision {
        @Override
        public <T> T on(Cases<T> cases) {
            return cases.planNext();
        }
    }

    /**
     * The day is given up.
     *
     * @param inDoubt whether its post may be out all the same; the admin is told then
     */
    record Miss(String reason, boolean inDoubt) implements Decision {
        @Override
        public <T> T on(Cases<T> cases) {
            return cases.miss(reason, inDoubt);
        }
    }

    /** The channel can't be posted to until something changes there. */
    record Halt(Stop why) implements Decision {
        @Override
        public <T> T on(Cases<T> cases) {
            return cases.stop(why);
        }
    }

    /** It may be out: look for it among the channel's messages between these moments. */
    record Look(Instant from, Instant to) implements Decision {
        @Override
        public <T> T on(Cases<T> cases) {
            return cases.look(from, to);
        }
    }

    /**
     * The post is to be sent.
     *
     * @param perhapsSent whether it may be out already, within Discord's memory of its nonce
     */
    record Send(Post post, boolean perhapsSent) implements Decision {
        @Override
        public <T> T on(Cases<T> cases) {
            return cases.send(post, perhapsSent);
        }
    }

    /** Nothing is known of the day, and the channel wants no other. */
    record PostNothing() implements Decision {
        @Override
        public <T> T on(Cases<T> cases) {
            return cases.postNothing();
        }
    }

    /** Carries it out. Java 17 has no switch over types; this way a forgotten case doesn't compile. */
    <T> T on(Cases<T> cases);

    /** One case for each decision. */
    interface Cases<T> {
        T await(Instant until);

        T rest();

        T goOn();

        T planNext();

        T miss(String reason, boolean inDoubt);

        T stop(Stop why);

        T look(Instant from, Instant to);

        T send(Post post, boolean perhapsSent);

        T postNothing();
    }
}
