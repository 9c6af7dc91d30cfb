package dev.almanac.standin;

/** Some of https://discord.com/developers/docs/topics/permissions. */
public enum Permission {
    ADMINISTRATOR(3),
    MANAGE_CHANNELS(4),
    MANAGE_GUILD(5),
    VIEW_CHANNEL(10),
    SEND_MESSAGES(11),
    MANAGE_MESSAGES(13),
    EMBED_LINKS(14),
    ATTACH_FILES(15),
    READ_MESSAGE_HISTORY(16),
    MENTION_EVERYONE(17),
    USE_APPLICATION_COMMANDS(31);

    static final long ALL = (1L << 51) - 1;

    private final long bit;

    Permission(int position) {
        this.bit = 1L << position;
    }

    static long bits(Permission... permissions) {
        long bits = 0;
        for (Permission permission : permissions) {
            bits |= permission.bit;
        }
        return bits;
    }

    boolean in(long bits) {
        return (bits & bit) != 0;
    }
}
