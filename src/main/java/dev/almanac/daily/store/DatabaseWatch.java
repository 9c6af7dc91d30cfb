package dev.almanac.daily.store;

import com.zaxxer.hikari.metrics.IMetricsTracker;
import com.zaxxer.hikari.metrics.MetricsTrackerFactory;
import java.time.Duration;

/** Is told how the database is used, for whoever runs the bot: on the thread that asks, so it returns at once. */
public interface DatabaseWatch {
    /** Counts nothing. */
    DatabaseWatch NONE = new DatabaseWatch() {
        @Override
        public MetricsTrackerFactory pool() {
            return (name, figures) -> new IMetricsTracker() {};
        }

        @Override
        public void asked(String verb, boolean answered, Duration took) {}
    };

    /** What follows each pool of connections that is opened. */
    MetricsTrackerFactory pool();

    /**
     * A statement is over.
     *
     * @param verb its first word, like {@code select}; {@code other} for whatever is none of SQL's four
     * @param answered whether it was carried out
     */
    void asked(String verb, boolean answered, Duration took);
}
