package dev.almanac.discord;

import dev.almanac.daily.DailyWork;
import java.util.Set;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.RawGatewayEvent;
import net.dv8tion.jda.api.events.channel.ChannelDeleteEvent;
import net.dv8tion.jda.api.events.guild.GenericGuildEvent;
import net.dv8tion.jda.api.events.guild.GuildAvailableEvent;
import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.events.guild.GuildLeaveEvent;
import net.dv8tion.jda.api.events.guild.GuildReadyEvent;
import net.dv8tion.jda.api.events.guild.UnavailableGuildLeaveEvent;
import net.dv8tion.jda.api.events.guild.member.GuildMemberRoleAddEvent;
import net.dv8tion.jda.api.events.guild.override.GenericPermissionOverrideEvent;
import net.dv8tion.jda.api.events.role.RoleDeleteEvent;
import net.dv8tion.jda.api.events.role.update.RoleUpdatePermissionsEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.SessionRecreateEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.api.utils.data.DataArray;

/** Tells the daily posts what happens to guilds. Everything here returns at once. */
final class DailyNews extends ListenerAdapter {
    private final DailyWork daily;
    private final Connection connection;

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
        whenAllAreReady(event.getJDA());
    }

    @Override
    public void onSessionRecreate(SessionRecreateEvent event) {
        whenAllAreReady(event.getJDA());
    }

    private void whenAllAreReady(JDA shard) {
        ShardManager shards = shard.getShardManager();
        boolean all = shards != null
                && shards.getShardsQueued() == 0
                && shards.getShards().stream().allMatch(one -> one == shard || one.getStatus() == JDA.Status.CONNECTED);
        if (all) {
            daily.shardsAreReady();
        }
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

    @Override
    public void onRoleUpdatePermissions(RoleUpdatePermissionsEvent event) {
        daily.guildIsHere(event.getGuild().getIdLong());
    }

    @Override
    public void onGuildMemberRoleAdd(GuildMemberRoleAddEvent event) {
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
    }
}
