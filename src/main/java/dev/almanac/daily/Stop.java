package dev.almanac.daily;

/**
 * Why a daily post is stopped.
 *
 * @param reason in words, for the admin: the end of a sentence that begins with "Stopped: "
 */
public record Stop(Cause cause, String reason) {

    /** What has to change before the post goes on. */
    public enum Cause {
        /** The bot doesn't find the channel, or can't see it. */
        NOT_SEEN,
        /** The bot lacks permissions in the channel. */
        LACKS_PERMISSIONS,
        /** A moderator timed the bot out. */
        TIMED_OUT,
        /** The bot seems to have all it needs, and Discord refuses the post all the same. */
        REFUSED,
        /** The zone that was set isn't known any more. */
        ZONE_UNKNOWN,
        /** The database holds something for this channel that can't be read. */
        UNREADABLE
    }
}
