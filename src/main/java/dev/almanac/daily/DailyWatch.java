package dev.almanac.daily;

import java.time.Duration;

/** Is told what becomes of the daily posts, for whoever runs the bot: on the thread of the posts, so it returns at once. */
public interface DailyWatch {
    /** Counts nothing. */
    DailyWatch NONE = new DailyWatch() {
        @Override
        public void sent(Duration late) {}

        @Override
        public void became(Outcome outcome) {}

        @Override
        public void due(ScheduleStore.Backlog backlog) {}

        @Override
        public void works() {}

        @Override
        public void waits(String why, boolean heldByAnother) {}

        @Override
        public void fails(Throwable why) {}
    };

    /** What became of an attempt, beside having been sent. */
    enum Outcome {
        /** Nothing is known of the day, and the channel wants no other. */
        EMPTY,
        /** Given up: the day has no post, or nobody knows. */
        MISSED,
        /** It may be out: the channel is looked through before it is sent again. */
        IN_DOUBT,
        /** It certainly isn't out, and is tried again. */
        NOT_SENT,
        /** The channel can't be posted to until something changes there. */
        STOPPED,
        /** What stopped it is over. */
        WENT_ON
    }

    /**
     * A post is out.
     *
     * @param late by how much it came after its time
     */
    void sent(Duration late);

    void became(Outcome outcome);

    /** How much waits in all of the database, looked at every few seconds. */
    void due(ScheduleStore.Backlog backlog);

    /** The database was asked and the posts looked at: told each turn, every second at least. */
    void works();

    /**
     * The database can't be used now.
     *
     * @param why for operators
     * @param heldByAnother whether another process of this bot does the daily posts
     */
    void waits(String why, boolean heldByAnother);

    /** A turn ended by a fault of ours. */
    void fails(Throwable why);
}
