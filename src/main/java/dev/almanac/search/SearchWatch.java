package dev.almanac.search;

import java.time.Duration;

/** Is told what is searched, for whoever counts it: on the thread that searches, so it returns at once. */
public interface SearchWatch {
    /** Counts nothing. */
    SearchWatch NONE = new SearchWatch() {
        @Override
        public void built(Duration took) {}

        @Override
        public void cannotBeBuilt(Throwable why) {}

        @Override
        public void searched(Kind kind, Duration took) {}
    };

    /** What for. */
    enum Kind {
        /** The events that have words. */
        FIND,
        /** How many of them begin in each part of a time. */
        COUNT,
        /** The events whose titles or names begin so, while somebody types. */
        COMPLETE
    }

    /** The index is built, and searches are answered from now on. */
    void built(Duration took);

    /** There will be no search until the timeline is another. */
    void cannotBeBuilt(Throwable why);

    void searched(Kind kind, Duration took);
}
