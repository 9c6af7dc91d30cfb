package dev.almanac.daily;

import dev.almanac.daily.Guilds.Channel;
import dev.almanac.daily.Guilds.Presence;
import java.util.Optional;

/**
 * What the bot sees of a channel at one moment.
 *
 * @param channel empty when the guild isn't here, or has no such channel that the bot can see
 * @param mayMention whether the bot may notify the role that the schedule names; true where it names none
 */
public record Sight(Presence presence, Optional<Channel> channel, boolean mayMention) {
    /** The settings without what can't be had there: a mention, a picture. */
    public Settings within(Settings settings) {
        Settings mentioning = mayMention ? settings : settings.withoutRole();
        return channel.filter(Channel::attaches).isPresent() ? mentioning : mentioning.withPicture(false);
    }

    /** What is seen now of the channel that the settings are for. */
    public static Sight of(Guilds guilds, Settings settings) {
        return new Sight(
                guilds.presence(settings.guild()),
                guilds.channel(settings.guild(), settings.channel()),
                settings.role() == 0
                        || guilds.mayMention(settings.guild(), settings.channel(), settings.role())
                                .orElse(false));
    }
}
