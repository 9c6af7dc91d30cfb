package dev.almanac.preview;

import java.util.List;

/**
 * The made-up guild (Discord's word for a server) that the preview plays in. Ids are in Discord's form, and nobody's.
 *
 * @param channel the id of the one that the page shows
 * @param user the id of the member who asks
 */
public record PreviewGuild(
        String id,
        String name,
        String channel,
        String user,
        String userName,
        List<Channel> channels,
        List<Role> roles) {
    /**
     * A channel to post in.
     *
     * @param announcements whether other servers can follow it
     */
    public record Channel(String id, String name, boolean announcements) {}

    /** A role to mention. */
    public record Role(String id, String name) {}

    public PreviewGuild {
        channels = List.copyOf(channels);
        roles = List.copyOf(roles);
    }

    /** The one there is. */
    public static PreviewGuild madeUp() {
        return new PreviewGuild(
                "1400000000000000100",
                "Friends of History",
                "1400000000000000101",
                "1400000000000000200",
                "Anna",
                List.of(
                        new Channel("1400000000000000101", "history", false),
                        new Channel("1400000000000000102", "general", false),
                        new Channel("1400000000000000103", "announcements", true)),
                List.of(
                        new Role("1400000000000000301", "History fans"),
                        new Role("1400000000000000302", "Moderators")));
    }
}
