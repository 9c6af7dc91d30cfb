package dev.almanac.daily.command;

import dev.almanac.chat.BadRequest;
import dev.almanac.chat.Request;
import dev.almanac.daily.Guilds;
import dev.almanac.daily.Settings;

/** Whether an admin may have the bot post in a channel, and the bot may do it. */
final class DailyRights {
    private final Guilds guilds;

    DailyRights(Guilds guilds) {
        this.guilds = guilds;
    }

    /** @throws BadRequest when the asker or the bot may not do that there */
    void require(Request request, Settings settings) {
        Guilds.Channel channel = requireChannel(request, settings.channel());
        if (settings.publish() && !channel.announcement()) {
            throw new BadRequest(
                    "#" + channel.name() + " isn’t an announcement channel, so nothing can be published from it."
                            + " Leave publish out, or choose an announcement channel.");
        }
        if (settings.role() != 0) {
            requireMention(request, settings);
        }
    }

    /** @throws BadRequest when the asker or the bot may not write there */
    Guilds.Channel requireChannel(Request request, long id) {
        Guilds.Channel channel = guilds.channel(request.asker().guild(), id)
                .orElseThrow(() -> new BadRequest(guilds.otherKind(
                                request.asker().guild(), id)
                        .map(kind -> "That is " + kind
                                + ", and daily posts go to text and announcement channels only. Choose one of those with"
                                + " channel.")
                        .orElse("That channel can’t be posted to. Choose a text or announcement channel that the bot"
                                + " can see.")));
        if (!request.asker().rights().maySend(id)) {
            throw new BadRequest("You may not send messages in #" + channel.name()
                    + ", so you can’t have the bot do it. Choose a channel that you can write in.");
        }
        if (!channel.missing().isEmpty()) {
            throw new BadRequest("In #" + channel.name() + " the bot lacks: " + String.join(", ", channel.missing())
                    + ". Open the channel’s settings, Permissions, add Almanac, allow that, and try again.");
        }
        return channel;
    }

    private void requireMention(Request request, Settings settings) {
        if (settings.role() == settings.guild()) {
            throw new BadRequest("@everyone is never mentioned. Choose another role, or none.");
        }
        if (!request.asker().rights().mayMention(settings.channel(), settings.role())) {
            throw new BadRequest(
                    "You may not mention that role, so you can’t have the bot do it. Choose a role that everyone"
                            + " may mention, or ask someone with the permission Mention All Roles.");
        }
        if (!guilds.mayMention(settings.guild(), settings.channel(), settings.role())
                .orElse(false)) {
            throw new BadRequest(
                    "The bot may not mention that role. Allow anyone to mention it (Server Settings, Roles), or"
                            + " give the bot the permission Mention All Roles.");
        }
    }
}
