package dev.almanac.standin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.almanac.standin.Guild.Channel;
import dev.almanac.standin.Guild.Role;
import java.time.Instant;

/** Guilds and what belongs to them as JSON. */
final class GuildPayloads {
    private static final String JOINED = "2026-01-01T00:00:00+00:00";

    private final Payloads payloads;

    GuildPayloads(Payloads payloads) {
        this.payloads = payloads;
    }

    /** All of it, as GUILD_CREATE brings it. */
    ObjectNode guild(Guild guild) {
        ObjectNode json = payloads.object()
                .put("id", String.valueOf(guild.id()))
                .put("name", "Guild " + guild.id())
                .put("owner_id", "1")
                .put("preferred_locale", "en-US")
                .put("verification_level", 0)
                .put("default_message_notifications", 0)
                .put("explicit_content_filter", 0)
                .put("mfa_level", 0)
                .put("afk_timeout", 300)
                .put("premium_tier", 0)
                .put("nsfw_level", 0)
                .put("system_channel_flags", 0)
                .put("member_count", 2)
                .put("large", false)
                .put("unavailable", false)
                .put("joined_at", JOINED);
        ArrayNode roles = json.putArray("roles");
        guild.roles().values().forEach(role -> roles.add(role(guild, role)));
        ArrayNode channels = json.putArray("channels");
        guild.channels().values().forEach(channel -> channels.add(channel(guild, channel)));
        json.putArray("members").add(member(guild, Payloads.BOT));
        for (String list : new String[] {
            "features",
            "emojis",
            "stickers",
            "threads",
            "presences",
            "voice_states",
            "guild_scheduled_events",
            "stage_instances",
            "soundboard_sounds"
        }) {
            json.putArray(list);
        }
        return json;
    }

    /** What is left of a guild that is away or gone. */
    ObjectNode absent(Guild guild) {
        ObjectNode json = payloads.object().put("id", String.valueOf(guild.id()));
        return guild.isRemoved() ? json : json.put("unavailable", true);
    }

    ObjectNode channel(Guild guild, Channel channel) {
        ObjectNode json = payloads.object()
                .put("id", String.valueOf(channel.id()))
                .put("guild_id", String.valueOf(guild.id()))
                .put("type", channel.type())
                .put("name", channel.name())
                .put("position", 0);
        ArrayNode overwrites = json.putArray("permission_overwrites");
        channel.overwrites()
                .values()
                .forEach(overwrite -> overwrites
                        .addObject()
                        .put("id", String.valueOf(overwrite.id()))
                        .put("type", overwrite.type())
                        .put("allow", String.valueOf(overwrite.allow()))
                        .put("deny", String.valueOf(overwrite.deny())));
        return json;
    }

    /** A channel as an interaction brings it: with what the person may do there. */
    ObjectNode channel(Guild guild, Channel channel, long person) {
        return channel(guild, channel).put("permissions", String.valueOf(guild.permissions(person, channel.id())));
    }

    ObjectNode role(Guild guild, Role role) {
        ObjectNode json = payloads.object()
                .put("id", String.valueOf(role.id()))
                .put("name", role.name())
                .put("permissions", String.valueOf(role.permissions()))
                .put("position", role.id() == guild.id() ? 0 : 1)
                .put("color", 0)
                .put("hoist", false)
                .put("managed", false)
                .put("mentionable", role.mentionable());
        json.putObject("colors").put("primary_color", 0);
        return json;
    }

    /** A member, with what it may do in the guild. */
    ObjectNode member(Guild guild, long user) {
        ObjectNode json = payloads.object()
                .put("joined_at", JOINED)
                .put("deaf", false)
                .put("mute", false)
                .put("flags", 0)
                .put("permissions", String.valueOf(guild.permissions(user)));
        json.set("user", payloads.user(user));
        Instant timedOutUntil = user == Payloads.BOT ? guild.timedOutUntil() : null;
        json.put("communication_disabled_until", timedOutUntil == null ? null : timedOutUntil.toString());
        ArrayNode roles = json.putArray("roles");
        guild.rolesOf(user).forEach(role -> roles.add(String.valueOf(role)));
        return json;
    }
}
