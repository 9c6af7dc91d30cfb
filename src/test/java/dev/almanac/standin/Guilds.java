package dev.almanac.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.almanac.standin.Guild.Channel;
import dev.almanac.standin.Guild.Role;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The guilds that know the bot, and what happens to them. Each change is an event for whoever is connected; who connects
 * later finds it so.
 */
public final class Guilds {
    private static final int TEXT = 0;
    private static final int ANNOUNCEMENT = 5;

    private final Snowflakes ids;
    private final GuildPayloads payloads;
    private final Payloads objects;
    private final Gateway gateway;
    private final Map<Long, Guild> guilds = new LinkedHashMap<>();
    private final Map<Long, Guild> byChannel = new HashMap<>();

    /** @param gateway gets the events, and is the lock of everything here: a session begins before or after a change */
    Guilds(Snowflakes ids, Payloads objects, Gateway gateway) {
        this.ids = ids;
        this.objects = objects;
        this.payloads = new GuildPayloads(objects);
        this.gateway = gateway;
    }

    /** The bot comes to a guild of so many text channels; the place is its first. */
    public Place add(int channels) {
        synchronized (gateway) {
            Guild guild = new Guild(ids.counted(), ids.counted(), ids.counted());
            ids.counted(); // Five ids to a guild of one channel, so that guilds fall to two shards in turn.
            guilds.put(guild.id(), guild);
            for (int i = 0; i < channels; i++) {
                put(guild, TEXT);
            }
            announce(guild, "GUILD_CREATE", payloads.guild(guild));
            return new Place(Place.Kind.GUILD, guild.id(), channels(guild.id()).get(0), true);
        }
    }

    /** The ids of its channels, in the order in which they were made. */
    public List<Long> channels(long guild) {
        synchronized (gateway) {
            return List.copyOf(guild(guild).channels().keySet());
        }
    }

    /** Someone makes a text channel. */
    public Place addChannel(long guild) {
        return addChannel(guild, TEXT);
    }

    /** Someone makes an announcement channel, whose messages can be published. */
    public Place addAnnouncementChannel(long guild) {
        return addChannel(guild, ANNOUNCEMENT);
    }

    private Place addChannel(long guild, int type) {
        synchronized (gateway) {
            Guild changed = guild(guild);
            Channel channel = put(changed, type);
            announce(changed, "CHANNEL_CREATE", payloads.channel(changed, channel));
            return new Place(Place.Kind.GUILD, guild, channel.id(), true);
        }
    }

    private Channel put(Guild guild, int type) {
        Channel channel = new Channel(ids.counted(), type, type == TEXT ? "history" : "news", Map.of());
        guild.put(channel);
        byChannel.put(channel.id(), guild);
        return channel;
    }

    /** Someone deletes a channel: from now on Discord knows it no more. */
    public void deleteChannel(long channel) {
        synchronized (gateway) {
            Guild changed = guildOf(channel);
            ObjectNode gone = payloads.channel(changed, changed.channel(channel));
            changed.channels().remove(channel);
            byChannel.remove(channel);
            announce(changed, "CHANNEL_DELETE", gone);
        }
    }

    /** Someone makes a role that nobody has. */
    public long addRole(long guild, String name, boolean mentionable) {
        return addRole(guild, new Role(ids.counted(), name, 0, mentionable));
    }

    private long addRole(long guild, Role role) {
        synchronized (gateway) {
            guild(guild).put(role);
            announceRole(guild(guild), "GUILD_ROLE_CREATE", role);
            return role.id();
        }
    }

    /** Someone deletes a role. */
    public void deleteRole(long guild, long role) {
        synchronized (gateway) {
            guild(guild).role(role);
            guild(guild).roles().remove(role);
            announce(
                    guild(guild),
                    "GUILD_ROLE_DELETE",
                    objects.object().put("guild_id", String.valueOf(guild)).put("role_id", String.valueOf(role)));
        }
    }

    /** From now on the bot may not do this in a channel. */
    public void deny(long channel, Permission... permissions) {
        overwrite(channel, Payloads.BOT, 0, Permission.bits(permissions));
    }

    /** From now on the bot may do this in a channel, whatever its roles say. */
    public void allow(long channel, Permission... permissions) {
        overwrite(channel, Payloads.BOT, Permission.bits(permissions), 0);
    }

    /**
     * From now on somebody who is no administrator may not do this in a channel.
     *
     * @param who the id of a person, or of a role; that of the guild for everyone, the bot too
     */
    public void denyTo(long who, long channel, Permission... permissions) {
        overwrite(channel, who, 0, Permission.bits(permissions));
    }

    private void overwrite(long channel, long who, long allow, long deny) {
        synchronized (gateway) {
            Guild changed = guildOf(channel);
            announce(
                    changed, "CHANNEL_UPDATE", payloads.channel(changed, changed.overwrite(channel, who, allow, deny)));
        }
    }

    /** From now on neither everyone's role nor the bot's lets it do this; people who are staff still may. */
    public void denyInGuild(long guild, Permission... permissions) {
        changeRoles(guild, 0, Permission.bits(permissions));
    }

    /** From now on everyone may do this where no channel denies it. */
    public void allowInGuild(long guild, Permission... permissions) {
        changeRoles(guild, Permission.bits(permissions), 0);
    }

    private void changeRoles(long guild, long allow, long deny) {
        synchronized (gateway) {
            Guild changed = guild(guild);
            long bots = changed.rolesOf(Payloads.BOT).get(0);
            for (long id : List.of(guild, bots)) {
                Role old = changed.role(id);
                long bits = (old.permissions() & ~deny) | allow;
                if (bits != old.permissions()) {
                    Role role = new Role(id, old.name(), bits, old.mentionable());
                    changed.put(role);
                    announceRole(changed, "GUILD_ROLE_UPDATE", role);
                }
            }
        }
    }

    /** From now on a person is no staff, and may do what everyone may and this. */
    public void makeOrdinary(long guild, long person, Permission... besides) {
        synchronized (gateway) {
            long role = addRole(guild, new Role(ids.counted(), "Role of " + person, Permission.bits(besides), false));
            guild(guild).setRole(person, role);
        }
    }

    /** A moderator gives the bot a time-out, or takes it back (null); it runs out without a word. */
    public void timeOut(long guild, @Nullable Instant until) {
        synchronized (gateway) {
            guild(guild).setTimedOutUntil(until);
            announceBot(guild(guild));
        }
    }

    /** The bot gets another role in place of those it has. */
    public void giveTheBot(long guild, long role) {
        synchronized (gateway) {
            guild(guild).setRole(Payloads.BOT, role);
            announceBot(guild(guild));
        }
    }

    /** Discord tells a bot of changes to itself without any privileged intent. */
    private void announceBot(Guild guild) {
        announce(
                guild,
                "GUILD_MEMBER_UPDATE",
                payloads.member(guild, Payloads.BOT).put("guild_id", String.valueOf(guild.id())));
    }

    /** The guild is away: an outage at Discord, now or when the bot connects. */
    public void beginOutage(long guild) {
        synchronized (gateway) {
            guild(guild).setUnavailable(true);
            announce(guild(guild), "GUILD_DELETE", payloads.absent(guild(guild)));
        }
    }

    /** The guild is back. */
    public void endOutage(long guild) {
        synchronized (gateway) {
            guild(guild).setUnavailable(false);
            announce(guild(guild), "GUILD_CREATE", payloads.guild(guild(guild)));
        }
    }

    /** Someone removes the bot. If it is not connected it will find the guild missing. */
    public void remove(long guild) {
        synchronized (gateway) {
            guild(guild).setRemoved(true);
            announce(guild(guild), "GUILD_DELETE", payloads.absent(guild(guild)));
        }
    }

    /** Someone invites the bot again. */
    public void invite(long guild) {
        synchronized (gateway) {
            guild(guild).setRemoved(false);
            announce(guild(guild), "GUILD_CREATE", payloads.guild(guild(guild)));
        }
    }

    private void announceRole(Guild guild, String type, Role role) {
        ObjectNode event = objects.object().put("guild_id", String.valueOf(guild.id()));
        event.set("role", payloads.role(guild, role));
        announce(guild, type, event);
    }

    private void announce(Guild guild, String type, JsonNode event) {
        boolean seen = !guild.isUnavailable() && !guild.isRemoved();
        if (seen || type.equals("GUILD_DELETE")) {
            gateway.announce(guild.id(), type, event);
        }
    }

    /** The ids of those that the bot is in. */
    List<Long> joined() {
        return guilds.values().stream()
                .filter(guild -> !guild.isRemoved())
                .map(Guild::id)
                .toList();
    }

    /** The guilds of a shard as a session begins with them: whole, or only their id when they are away. */
    List<ObjectNode> ofShard(int shard) {
        return guilds.values().stream()
                .filter(guild -> !guild.isRemoved() && gateway.shardOf(guild.id()) == shard)
                .map(guild -> guild.isUnavailable() ? payloads.absent(guild) : payloads.guild(guild))
                .toList();
    }

    Guild guild(long id) {
        Guild guild = guilds.get(id);
        if (guild == null) {
            throw new IllegalStateException("no guild " + id);
        }
        return guild;
    }

    private Guild guildOf(long channel) {
        return find(channel).orElseThrow(() -> new IllegalStateException("no channel " + channel));
    }

    /** The guild of a channel; empty when there is no such channel. */
    Optional<Guild> find(long channel) {
        return Optional.ofNullable(byChannel.get(channel));
    }

    GuildPayloads payloads() {
        return payloads;
    }
}
