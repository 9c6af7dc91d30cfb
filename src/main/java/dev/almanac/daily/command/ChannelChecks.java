package dev.almanac.daily.command;

import dev.almanac.daily.Guilds;
import dev.almanac.daily.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says in words what a daily post needs of its channel: a tick, or the setting to change. */
final class ChannelChecks {
    private final Guilds guilds;

    ChannelChecks(Guilds guilds) {
        this.guilds = guilds;
    }

    /** A line for each thing. */
    String of(Settings settings) {
        Optional<Guilds.Channel> channel = guilds.channel(settings.guild(), settings.channel());
        if (channel.isEmpty()) {
            return "✗ The channel is not to be found. Is it deleted, or hidden from the bot?";
        }
        List<String> lines = new ArrayList<>();
        List<String> missing = channel.get().missing();
        if (missing.isEmpty()) {
            lines.add("✓ The bot sees the channel and may send messages in it.");
        } else {
            missing.forEach(permission -> lines.add(
                    "✗ " + permission + ": open the channel’s settings, Permissions, add" + " Almanac, and allow it."));
        }
        lines.add(
                channel.get().readsHistory()
                        ? "✓ It may read the channel’s history: so it can tell after a crash what was posted."
                        : "– Read Message History is not allowed. Without it, a post that a crash interrupts may be lost.");
        if (settings.role() != 0) {
            boolean may = guilds.mayMention(settings.guild(), settings.channel(), settings.role())
                    .orElse(false);
            lines.add(
                    may
                            ? "✓ It may mention the role."
                            : "✗ It may not mention the role: in Server Settings, Roles, let anyone mention it.");
        }
        if (settings.publish()) {
            lines.add(
                    channel.get().announcement()
                            ? "✓ It is an announcement channel: posts are published."
                            : "✗ It is no announcement channel: posts can’t be published.");
        }
        return String.join("\n", lines);
    }
}
