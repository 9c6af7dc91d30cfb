package dev.almanac.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.almanac.daily.DailyWork;
import dev.almanac.daily.ShardLeases;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.SelfMember;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.channel.GenericChannelEvent;
import net.dv8tion.jda.api.events.channel.update.ChannelUpdateParentEvent;
import net.dv8tion.jda.api.events.channel.update.ChannelUpdateTypeEvent;
import net.dv8tion.jda.api.events.guild.GenericGuildEvent;
import net.dv8tion.jda.api.events.guild.GuildAvailableEvent;
import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.events.guild.GuildReadyEvent;
import net.dv8tion.jda.api.events.guild.member.GenericGuildMemberEvent;
import net.dv8tion.jda.api.events.guild.member.GuildMemberRoleAddEvent;
import net.dv8tion.jda.api.events.guild.member.GuildMemberRoleRemoveEvent;
import net.dv8tion.jda.api.events.guild.member.update.GuildMemberUpdateTimeOutEvent;
import net.dv8tion.jda.api.events.guild.override.PermissionOverrideCreateEvent;
import net.dv8tion.jda.api.events.guild.override.PermissionOverrideDeleteEvent;
import net.dv8tion.jda.api.events.guild.override.PermissionOverrideUpdateEvent;
import net.dv8tion.jda.api.events.guild.update.GuildUpdateOwnerEvent;
import net.dv8tion.jda.api.events.role.GenericRoleEvent;
import net.dv8tion.jda.api.events.role.RoleDeleteEvent;
import net.dv8tion.jda.api.events.role.update.RoleUpdatePermissionsEvent;
import net.dv8tion.jda.api.events.session.GenericSessionEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.SessionInvalidateEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DailyNewsTest {
    private static final long GUILD = 7;
    private static final long ROLE = 70;

    private final List<String> told = new ArrayList<>();
    private final ShardLeases leases = mock(ShardLeases.class);
    private final Connection connection = new Connection(leases);
    private final DailyNews news = new DailyNews(
            new DailyWork() {
                @Override
                public void start() {}

                @Override
                public void finish() {}

                @Override
                public Optional<ZoneId> zone(long guild) {
                    return Optional.empty();
                }

                @Override
                public void sentBesides() {}

                @Override
                public void shardsAreReady() {
                    told.add("all ready");
                }

                @Override
                public void guildIsHere(long guild) {
                    told.add("here " + guild);
                }

                @Override
                public void guildIsGone(long guild) {
                    told.add("gone " + guild);
                }

                @Override
                public void channelIsGone(long guild, long channel) {
                    told.add("channel " + channel);
                }

                @Override
                public void roleIsGone(long guild, long role) {
                    told.add("role " + role);
                }
            },
            connection);

    private static Guild guild() {
        Guild guild = mock(Guild.class);
        SelfMember self = mock(SelfMember.class);
        when(guild.getIdLong()).thenReturn(GUILD);
        when(guild.getSelfMember()).thenReturn(self);
        return guild;
    }

    private static <T extends GenericGuildEvent> T inGuild(Class<T> kind) {
        T event = mock(kind);
        Guild guild = guild();
        when(event.getGuild()).thenReturn(guild);
        return event;
    }

    private static <T extends GenericGuildMemberEvent> T ofTheBot(Class<T> kind) {
        T event = inGuild(kind);
        Member self = event.getGuild().getSelfMember();
        when(event.getMember()).thenReturn(self);
        return event;
    }

    private static <T extends GenericChannelEvent> T ofAChannel(Class<T> kind) {
        T event = mock(kind);
        Guild guild = guild();
        when(event.getGuild()).thenReturn(guild);
        return event;
    }

    private static <T extends GenericRoleEvent> T ofARole(Class<T> kind) {
        T event = mock(kind, RETURNS_DEEP_STUBS);
        Guild guild = guild();
        when(event.getGuild()).thenReturn(guild);
        when(event.getRole().getIdLong()).thenReturn(ROLE);
        return event;
    }

    static Stream<GenericEvent> whateverMayLetAPostGoOn() {
        return Stream.of(
                inGuild(GuildReadyEvent.class),
                inGuild(GuildAvailableEvent.class),
                inGuild(GuildJoinEvent.class),
                inGuild(GuildUpdateOwnerEvent.class),
                inGuild(PermissionOverrideCreateEvent.class),
                inGuild(PermissionOverrideUpdateEvent.class),
                inGuild(PermissionOverrideDeleteEvent.class),
                ofAChannel(ChannelUpdateParentEvent.class),
                ofAChannel(ChannelUpdateTypeEvent.class),
                ofARole(RoleUpdatePermissionsEvent.class),
                ofTheBot(GuildMemberRoleAddEvent.class),
                ofTheBot(GuildMemberRoleRemoveEvent.class),
                ofTheBot(GuildMemberUpdateTimeOutEvent.class));
    }

    @ParameterizedTest
    @MethodSource("whateverMayLetAPostGoOn")
    void isALookAtTheGuild(GenericEvent event) {
        news.onEvent(event);

        assertEquals(List.of("here 7"), told);
    }

    @Test
    void aDeletedRoleMayHaveDeniedSomething() {
        news.onEvent(ofARole(RoleDeleteEvent.class));

        assertEquals(List.of("role 70", "here 7"), told);
    }

    @Test
    void whatHappensToOtherMembersIsNoNews() {
        GuildMemberRoleRemoveEvent event = inGuild(GuildMemberRoleRemoveEvent.class);
        Member other = mock(Member.class);
        when(event.getMember()).thenReturn(other);
        news.onEvent(event);

        assertEquals(List.of(), told);
    }

    private static <T extends GenericSessionEvent> T ofShard(Class<T> kind, int id) {
        T event = mock(kind, RETURNS_DEEP_STUBS);
        when(event.getJDA().getShardInfo()).thenReturn(new JDA.ShardInfo(id, 3));
        return event;
    }

    private void connect() {
        when(leases.taken()).thenReturn(Set.of(0, 1, 2));
        for (int shard = 0; shard < 3; shard++) {
            connection.add(shard, mock(JDA.class));
        }
        news.tellWhenAllAreReady();
    }

    @Test
    void allAreReadyOnceTheLastIsWhateverTheirOrder() {
        connect();
        news.onReady(ofShard(ReadyEvent.class, 2));
        news.onReady(ofShard(ReadyEvent.class, 0));
        assertEquals(List.of(), told);

        news.onReady(ofShard(ReadyEvent.class, 1));
        assertEquals(List.of("all ready"), told);
    }

    @Test
    void shardsThatAreReadyBeforeTheConnectionKnowsThemCount() {
        news.onReady(ofShard(ReadyEvent.class, 0));
        news.onReady(ofShard(ReadyEvent.class, 1));
        news.onReady(ofShard(ReadyEvent.class, 2));
        assertEquals(List.of(), told);

        connect();
        assertEquals(List.of("all ready"), told);
    }

    @Test
    void aShardThatLostItsSessionIsWaitedFor() {
        connect();
        news.onReady(ofShard(ReadyEvent.class, 0));
        news.onReady(ofShard(ReadyEvent.class, 1));
        news.onSessionInvalidate(ofShard(SessionInvalidateEvent.class, 0));
        news.onReady(ofShard(ReadyEvent.class, 2));
        assertEquals(List.of(), told);

        news.onReady(ofShard(ReadyEvent.class, 0));
        assertEquals(List.of("all ready"), told);
    }
}
