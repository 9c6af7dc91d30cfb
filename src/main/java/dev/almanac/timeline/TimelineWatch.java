package dev.almanac.timeline;

/** Is told which timeline is in use, for whoever runs the program. */
public interface TimelineWatch {
    /** Tells nobody. */
    TimelineWatch NONE = new TimelineWatch() {
        @Override
        public void inUse(Timeline timeline) {}

        @Override
        public void refused(String why) {}
    };

    /** This one is answered from, from now on. */
    void inUse(Timeline timeline);

    /**
     * A newer file can't be used; the timeline before it stays in use.
     *
     * @param why for operators, in a line
     */
    void refused(String why);
}
