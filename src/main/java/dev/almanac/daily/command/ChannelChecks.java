package dev.almanac.daily.command;

import dev.almanac.daily.Guilds;
import dev.almanac.daily.Settings;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says in words what a daily post needs of its channel: a tick, or the setting to change. */
final class ChannelChecks {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM, HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final Guilds guilds;

    ChannelChecks(Guilds guilds) {
        this.guilds = guilds;
    }

    /** A line for each thing. */
    String of(Settings settings) {
        Optional<Guilds.Channel> channel = guilds.channel(settings.guild(), settings.channel());
        if (channel.isEmpty()) {
            return "✗ The bot can’t find the channel. Is it deleted, or hidden from the bot?";
        }
        List<String> lines = new ArrayList<>();
        List<String> missing = channel.get().missing();
        if (missing.isEmpty()) {
            lines.add("✓ The bot sees the channel and may send messages in it.");
        } else {
            missing.forEach(permission -> lines.add(
                    "✗ " + permission + ": open the channel’s settings, Permissions, add" + " Almanac, and allow it."));
        }
        channel.get()
                .timedOutUntil()
                .ifPresent(end -> lines.add("✗ A moderator has timed the bot out until " + MOMENT.format(end)
                        + ". Whoever may time members out can end that sooner: the bot’s profile, Remove Timeout."));
        lines.add(
                channel.get().readsHistory()
                        ? "✓ It may read the channel’s history, so after a crash it can tell what was posted."
                        : "– It may not read the channel’s history. A post that a crash interrupts may then be lost: allow Read Message History.");
        if (settings.role() != 0) {
            boolean may = guilds.mayMention(settings.guild(), settings.channel(), settings.role())
                    .orElse(false);
            lines.add(
                    may
                            ? "✓ It may mention the role."
                            : "✗ It may not mention the role: in Server Settings, Roles, let anyone mention it.");
        }
        if (settings.picture() && !channel.get().attaches()) {
            lines.add("– It may not attach files, so the post comes without its picture: allow Attach Files.");
        }
        if (settings.publish()) {
            lines.add(
                    channel.get().announcement()
                            ? "✓ It is an announcement channel: posts are published."
                            : "✗ It isn’t an announcement channel, so posts can’t be published.");
        }
        return String.join("\n", lines);
    }
}
