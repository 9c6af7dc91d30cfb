package dev.almanac.discord;

import dev.almanac.daily.DailyWork;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.RawGatewayEvent;
import net.dv8tion.jda.api.events.channel.ChannelDeleteEvent;
import net.dv8tion.jda.api.events.channel.update.ChannelUpdateParentEvent;
import net.dv8tion.jda.api.events.channel.update.ChannelUpdateTypeEvent;
import net.dv8tion.jda.api.events.guild.GenericGuildEvent;
import net.dv8tion.jda.api.events.guild.GuildAvailableEvent;
import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.events.guild.GuildLeaveEvent;
import net.dv8tion.jda.api.events.guild.GuildReadyEvent;
import net.dv8tion.jda.api.events.guild.UnavailableGuildLeaveEvent;
import net.dv8tion.jda.api.events.guild.member.GenericGuildMemberEvent;
import net.dv8tion.jda.api.events.guild.member.GuildMemberRoleAddEvent;
import net.dv8tion.jda.api.events.guild.member.GuildMemberRoleRemoveEvent;
import net.dv8tion.jda.api.events.guild.member.update.GuildMemberUpdateTimeOutEvent;
import net.dv8tion.jda.api.events.guild.override.GenericPermissionOverrideEvent;
import net.dv8tion.jda.api.events.guild.update.GuildUpdateOwnerEvent;
import net.dv8tion.jda.api.events.role.RoleDeleteEvent;
import net.dv8tion.jda.api.events.role.update.RoleUpdatePermissionsEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.SessionInvalidateEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.utils.data.DataArray;

/** Tells the daily posts what happens to guilds, and whatever may let a stopped post go on. Everything here returns at once. */
final class DailyNews extends ListenerAdapter {
    private final DailyWork daily;
    private final Connection connection;
    private final Set<Integer> ready = new HashSet<>();

    DailyNews(DailyWork daily, Connection connection) {
        this.daily = daily;
        this.connection = connection;
    }

    @Override
    public void onRawGateway(RawGatewayEvent event) {
        if (event.getType().equals("READY")) {
            Set<Long> guilds = event.getPayload().getArray("guilds").stream(DataArray::getObject)
                    .map(guild -> guild.getUnsignedLong("id"))
                    .collect(Collectors.toUnmodifiableSet());
            connection.named(event.getJDA().getShardInfo().getShardId(), guilds);
        }
    }

    @Override
    public void onReady(ReadyEvent event) {
        isReady(event.getJDA().getShardInfo());
    }

    private synchronized void isReady(JDA.ShardInfo shard) {
        ready.add(shard.getShardId());
        tellWhenAllAreReady();
    }

    /** The shard has forgotten its guilds, until it has a new session. */
    @Override
    public synchronized void onSessionInvalidate(SessionInvalidateEvent event) {
        ready.remove(event.getJDA().getShardInfo().getShardId());
    }

    /**
     * To be called when this process has got a shard or lost one, too: it may have been ready before. A shard that isn't connected yet is
     * missing among those that are ready, and so is one that lost its session.
     */
    synchronized void tellWhenAllAreReady() {
        Set<Integer> ours = connection.leases().taken();
        if (!ours.isEmpty()
                && ready.containsAll(ours)
                && connection.sessions().keySet().containsAll(ours)) {
            daily.shardsAreReady();
        }
    }

    /** This process hasn't that shard any more. */
    synchronized void forget(int shard) {
        ready.remove(shard);
    }

    @Override
    public void onGuildReady(GuildReadyEvent event) {
        isHere(event);
    }

    @Override
    public void onGuildAvailable(GuildAvailableEvent event) {
        isHere(event);
    }

    @Override
    public void onGuildJoin(GuildJoinEvent event) {
        isHere(event);
    }

    @Override
    public void onGenericPermissionOverride(GenericPermissionOverrideEvent event) {
        isHere(event);
    }

    /** A channel that keeps its category's permissions takes over those of another. */
    @Override
    public void onChannelUpdateParent(ChannelUpdateParentEvent event) {
        daily.guildIsHere(event.getGuild().getIdLong());
    }

    /** A text channel becomes an announcement channel, or the other way round. */
    @Override
    public void onChannelUpdateType(ChannelUpdateTypeEvent event) {
        daily.guildIsHere(event.getGuild().getIdLong());
    }

    @Override
    public void onRoleUpdatePermissions(RoleUpdatePermissionsEvent event) {
        daily.guildIsHere(event.getGuild().getIdLong());
    }

    /** The owner may do everything, and the bot can be the owner. */
    @Override
    public void onGuildUpdateOwner(GuildUpdateOwnerEvent event) {
        isHere(event);
    }

    @Override
    public void onGuildMemberRoleAdd(GuildMemberRoleAddEvent event) {
        isHereIfItIsTheBot(event);
    }

    /** A role that denies can be taken off, too. */
    @Override
    public void onGuildMemberRoleRemove(GuildMemberRoleRemoveEvent event) {
        isHereIfItIsTheBot(event);
    }

    @Override
    public void onGuildMemberUpdateTimeOut(GuildMemberUpdateTimeOutEvent event) {
        isHereIfItIsTheBot(event);
    }

    private void isHereIfItIsTheBot(GenericGuildMemberEvent event) {
        if (event.getMember().equals(event.getGuild().getSelfMember())) {
            isHere(event);
        }
    }

    private void isHere(GenericGuildEvent event) {
        daily.guildIsHere(event.getGuild().getIdLong());
    }

    @Override
    public void onGuildLeave(GuildLeaveEvent event) {
        isGone(event.getGuild().getIdLong());
    }

    @Override
    public void onUnavailableGuildLeave(UnavailableGuildLeaveEvent event) {
        isGone(event.getGuildIdLong());
    }

    private void isGone(long guild) {
        connection.left(guild);
        daily.guildIsGone(guild);
    }

    @Override
    public void onChannelDelete(ChannelDeleteEvent event) {
        daily.channelIsGone(event.getGuild().getIdLong(), event.getChannel().getIdLong());
    }

    @Override
    public void onRoleDelete(RoleDeleteEvent event) {
        daily.roleIsGone(event.getGuild().getIdLong(), event.getRole().getIdLong());
        // It may have denied the bot something.
        daily.guildIsHere(event.getGuild().getIdLong());
    }
}
