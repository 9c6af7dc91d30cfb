package dev.almanac.chat;

/** Where reports of mistakes go. Nothing of them is kept here. */
public interface Reports {
    /**
     * What somebody found wrong.
     *
     * @param words theirs, as they typed them
     * @param name what they want to be called; empty where they gave none
     * @param guild where they reported it; 0 outside of guilds
     */
    record Report(EventCard event, String words, String name, long guild) {}

    /** A report didn't arrive; the message says why, for the operator. */
    final class NotSent extends Exception {
        private static final long serialVersionUID = 1L;

        public NotSent(String why) {
            super(why);
        }
    }

    /** Sends it, and waits until it has arrived, for some seconds. */
    void send(Report report) throws NotSent;
}
