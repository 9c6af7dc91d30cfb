package dev.almanac.chat;

/**
 * Who asks, in Discord's ids.
 *
 * @param guild where; 0 outside of guilds
 * @param user 0 when nobody is known
 * @param interaction the one asking; never the same twice
 * @param rights what the asker may do in that guild
 */
public record Asker(long guild, long user, long interaction, Rights rights) {
    /** Someone who is not known, as in a terminal. */
    public static final Asker NOBODY = new Asker(0, 0, 0, Rights.NONE);

    /** What a member may do, as of this request. */
    public interface Rights {
        /** Nothing that needs a permission. */
        Rights NONE = new Rights() {
            @Override
            public boolean maySend(long channel) {
                return false;
            }

            @Override
            public boolean mayMention(long channel, long role) {
                return false;
            }
        };

        /** Whatever a member may do. */
        Rights ALL = new Rights() {
            @Override
            public boolean maySend(long channel) {
                return true;
            }

            @Override
            public boolean mayMention(long channel, long role) {
                return true;
            }
        };

        /** Whether the member may see the channel and send messages in it. */
        boolean maySend(long channel);

        /** Whether the member may notify the members of that role there. */
        boolean mayMention(long channel, long role);
    }
}
