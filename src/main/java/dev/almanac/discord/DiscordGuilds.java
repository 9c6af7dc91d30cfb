package dev.almanac.discord;

import dev.almanac.daily.Guilds;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.Role;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;

/** The guilds as JDA remembers them. */
public final class DiscordGuilds implements Guilds {
    private static final List<Permission> NEEDED = List.of(Permission.VIEW_CHANNEL, Permission.MESSAGE_SEND);

    private final Connection connection;

    public DiscordGuilds(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Shards shards() {
        return new Shards(
                Math.max(1, connection.leases().total()),
                connection.leases().held().stream()
                        .filter(connection::isConnected)
                        .collect(Collectors.toSet()));
    }

    @Override
    public Presence presence(long guild) {
        int shard = Shards.of(guild, Math.max(1, connection.leases().total()));
        Optional<JDA> session = connection.session(shard);
        if (session.isEmpty()
                || !connection.leases().isHeld(shard)
                || !connection.isConnected(shard)
                || session.get().isUnavailable(guild)) {
            return Presence.AWAY;
        }
        if (session.get().getGuildById(guild) != null) {
            return Presence.HERE;
        }
        return connection.isNamed(shard, guild) ? Presence.AWAY : Presence.UNKNOWN;
    }

    /** A text or announcement channel of a guild. */
    Optional<GuildMessageChannel> messageChannel(long guild, long channel) {
        return connection
                .guild(guild)
                .map(found -> found.getChannelById(GuildMessageChannel.class, channel))
                .filter(found -> found.getType() == ChannelType.TEXT || found.getType() == ChannelType.NEWS);
    }

    @Override
    public Optional<Channel> channel(long guild, long channel) {
        return messageChannel(guild, channel).map(found -> {
            Member self = found.getGuild().getSelfMember();
            Set<Permission> given = given(self, found);
            return new Channel(
                    found.getName(),
                    NEEDED.stream()
                            .filter(permission -> !given.contains(permission))
                            .map(Permission::getName)
                            .toList(),
                    self.hasPermission(found, Permission.VIEW_CHANNEL, Permission.MESSAGE_HISTORY),
                    found.getType() == ChannelType.NEWS,
                    given.contains(Permission.MESSAGE_ATTACH_FILES),
                    timedOutUntil(self));
        });
    }

    @Override
    public Optional<String> otherKind(long guild, long channel) {
        return connection
                .guild(guild)
                .map(found -> found.getGuildChannelById(channel))
                .flatMap(found -> switch (found.getType()) {
                    case GUILD_NEWS_THREAD, GUILD_PUBLIC_THREAD, GUILD_PRIVATE_THREAD -> Optional.of("a thread");
                    case FORUM, MEDIA -> Optional.of("a forum");
                    case VOICE, STAGE -> Optional.of("the chat of a voice channel");
                    case CATEGORY -> Optional.of("a category");
                    default -> Optional.empty();
                });
    }

    /** What roles and the channel give a member, whether a time-out takes it away for a while or not. */
    private static Set<Permission> given(Member member, GuildMessageChannel channel) {
        Set<Permission> given = member.getPermissionsExplicit(channel);
        boolean may = member.isOwner() || given.contains(Permission.ADMINISTRATOR);
        return may ? EnumSet.allOf(Permission.class) : given;
    }

    /** Discord takes nothing from administrators who are timed out. */
    private static Optional<Instant> timedOutUntil(Member member) {
        OffsetDateTime end = member.getTimeOutEnd();
        return end != null && member.isTimedOut() && !member.hasPermission(Permission.ADMINISTRATOR)
                ? Optional.of(end.toInstant())
                : Optional.empty();
    }

    @Override
    public Optional<String> name(long guild) {
        return connection.guild(guild).map(Guild::getName);
    }

    @Override
    public Locale language(long guild) {
        return connection
                .guild(guild)
                .map(found -> found.getLocale().toLocale())
                .orElse(Locale.US);
    }

    @Override
    public List<Mentionable> mentionable(long guild, long channel) {
        return connection.guild(guild).stream()
                .flatMap(found -> found.getRoles().stream())
                .filter(role -> !role.isPublicRole() && !role.isManaged())
                .filter(role -> mayMention(guild, channel, role.getIdLong()).orElse(false))
                .map(role -> new Mentionable(role.getIdLong(), role.getName()))
                .toList();
    }

    @Override
    public Optional<Boolean> mayMention(long guild, long channel, long role) {
        Optional<Role> known = connection.guild(guild).map(found -> found.getRoleById(role));
        return known.map(found -> found.isMentionable()
                || messageChannel(guild, channel)
                        .filter(place -> found.getGuild()
                                .getSelfMember()
                                .hasPermission(place, Permission.MESSAGE_MENTION_EVERYONE))
                        .isPresent());
    }
}
