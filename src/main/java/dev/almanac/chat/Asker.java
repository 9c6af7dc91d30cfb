package dev.almanac.chat;

/**
 * Who asks, by ids that their front gives.
 *
 * @param guild the server where they ask; 0 outside of servers
 * @param user 0 when nobody is known
 * @param interaction the one asking; never the same twice
 * @param rights what the asker may do in that server, as of this request
 */
public record Asker(long guild, long user, long interaction, Rights rights) {
    /** Someone who is not known, as in a terminal. */
    public static final Asker NOBODY = new Asker(0, 0, 0, Rights.NONE);

    public boolean isKnown() {
        return user != 0;
    }

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

            @Override
            public boolean mayManageServer() {
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

            @Override
            public boolean mayManageServer() {
                return true;
            }
        };

        /** Whether the member may see the channel and send messages in it. */
        boolean maySend(long channel);

        /** Whether the member may notify the members of that role there. */
        boolean mayMention(long channel, long role);

        /**
         * Whether the member may change the settings of the server, now, in this very request. Whoever may not can still have been
         * allowed a command by the server's own settings, which no request tells of.
         */
        boolean mayManageServer();
    }
}
