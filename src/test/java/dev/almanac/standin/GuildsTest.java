package dev.almanac.standin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.events.channel.ChannelCreateEvent;
import net.dv8tion.jda.api.events.channel.ChannelDeleteEvent;
import net.dv8tion.jda.api.events.guild.GuildAvailableEvent;
import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.events.guild.GuildLeaveEvent;
import net.dv8tion.jda.api.events.guild.GuildReadyEvent;
import net.dv8tion.jda.api.events.guild.GuildUnavailableEvent;
import net.dv8tion.jda.api.events.guild.member.GuildMemberRoleAddEvent;
import net.dv8tion.jda.api.events.guild.member.GuildMemberRoleRemoveEvent;
import net.dv8tion.jda.api.events.guild.member.update.GuildMemberUpdateTimeOutEvent;
import net.dv8tion.jda.api.events.guild.override.PermissionOverrideCreateEvent;
import net.dv8tion.jda.api.events.guild.override.PermissionOverrideUpdateEvent;
import net.dv8tion.jda.api.events.role.RoleCreateEvent;
import net.dv8tion.jda.api.events.role.RoleDeleteEvent;
import net.dv8tion.jda.api.events.role.update.RoleUpdatePermissionsEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.exceptions.InsufficientPermissionException;
import net.dv8tion.jda.api.exceptions.MissingAccessException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That a bot over real JDA learns what happens to guilds. */
class GuildsTest {
    private DiscordStandIn discord;
    private Place place;

    @BeforeEach
    void startDiscord() throws IOException {
        discord = new DiscordStandIn(Clock.systemUTC(), 1);
        place = discord.guild();
    }

    @AfterEach
    void stopDiscord() {
        discord.close();
        assertEquals(List.of(), discord.unknownRoutes());
    }

    private TextChannel channel(JDA jda) {
        return jda.getTextChannelById(place.channel());
    }

    @Test
    void channelsAndRolesComeAndGo() {
        try (ConnectedBot bot = new ConnectedBot(discord)) {
            Place news = discord.guilds().addAnnouncementChannel(place.guild());
            assertEquals(
                    news.channel(),
                    bot.next(ChannelCreateEvent.class)
                            .getChannel()
                            .asNewsChannel()
                            .getIdLong());
            discord.guilds().deleteChannel(news.channel());
            assertEquals(
                    news.channel(),
                    bot.next(ChannelDeleteEvent.class).getChannel().getIdLong());

            long readers = discord.guilds().addRole(place.guild(), "Readers", true);
            assertTrue(bot.next(RoleCreateEvent.class).getRole().isMentionable());
            discord.guilds().deleteRole(place.guild(), readers);
            assertEquals(readers, bot.next(RoleDeleteEvent.class).getRole().getIdLong());
        }
    }

    @Test
    void jdaRefusesBeforeItAsksWhatAChannelDeniesTheBot() {
        try (ConnectedBot bot = new ConnectedBot(discord)) {
            int before = discord.traffic().requests();

            discord.guilds().deny(place.channel(), Permission.SEND_MESSAGES);
            bot.next(PermissionOverrideCreateEvent.class);
            assertFalse(channel(bot.jda()).canTalk());
            assertThrows(
                    InsufficientPermissionException.class,
                    () -> channel(bot.jda()).sendMessage("x"));
            discord.guilds().deny(place.channel(), Permission.VIEW_CHANNEL);
            bot.next(PermissionOverrideUpdateEvent.class);
            assertThrows(MissingAccessException.class, () -> channel(bot.jda()).sendMessage("x"));
            discord.guilds().allow(place.channel(), Permission.VIEW_CHANNEL, Permission.SEND_MESSAGES);
            bot.next(PermissionOverrideUpdateEvent.class);
            discord.guilds().deny(place.channel(), Permission.READ_MESSAGE_HISTORY);
            bot.next(PermissionOverrideUpdateEvent.class);
            assertThrows(
                    InsufficientPermissionException.class,
                    () -> channel(bot.jda()).getHistoryAfter(1, 10));
            assertTrue(channel(bot.jda()).canTalk());

            assertEquals(before, discord.traffic().requests());
        }
    }

    @Test
    void rolesTakeAndGiveThePermissionToSend() {
        try (ConnectedBot bot = new ConnectedBot(discord)) {
            discord.guilds().denyInGuild(place.guild(), Permission.SEND_MESSAGES);
            bot.next(RoleUpdatePermissionsEvent.class);
            bot.next(RoleUpdatePermissionsEvent.class);
            assertFalse(channel(bot.jda()).canTalk());

            discord.guilds().allowInGuild(place.guild(), Permission.SEND_MESSAGES);
            bot.next(RoleUpdatePermissionsEvent.class);
            assertTrue(channel(bot.jda()).canTalk());
        }
    }

    @Test
    void theBotLearnsOfItsOwnRolesAndTimeOutsWithoutPrivilegedIntents() {
        try (ConnectedBot bot = new ConnectedBot(discord)) {
            long other = discord.guilds().addRole(place.guild(), "Quiet", false);
            bot.next(RoleCreateEvent.class);
            discord.guilds().giveTheBot(place.guild(), other);
            assertEquals(
                    "Almanac",
                    bot.next(GuildMemberRoleRemoveEvent.class).getRoles().get(0).getName());
            bot.next(GuildMemberRoleAddEvent.class);

            discord.guilds().timeOut(place.guild(), Instant.now().plusSeconds(600));
            assertTrue(bot.next(GuildMemberUpdateTimeOutEvent.class).getMember().isTimedOut());
            assertFalse(channel(bot.jda()).canTalk());
            discord.guilds().timeOut(place.guild(), null);
            assertFalse(
                    bot.next(GuildMemberUpdateTimeOutEvent.class).getMember().isTimedOut());
        }
    }

    @Test
    void aGuildIsAwayForAWhile() {
        try (ConnectedBot bot = new ConnectedBot(discord)) {
            discord.guilds().beginOutage(place.guild());
            bot.next(GuildUnavailableEvent.class);
            assertNull(bot.jda().getGuildById(place.guild()));
            assertTrue(bot.jda().isUnavailable(place.guild()));

            discord.guilds().endOutage(place.guild());
            bot.next(GuildAvailableEvent.class);
            assertNotNull(channel(bot.jda()));
        }
    }

    @Test
    void aGuildIsAwayWhenTheBotConnects() {
        Place other = discord.guild();
        discord.guilds().beginOutage(place.guild());
        try (ConnectedBot bot = new ConnectedBot(discord)) {
            assertNull(bot.jda().getGuildById(place.guild()));
            assertNotNull(bot.jda().getGuildById(other.guild()));
            // JDA knows of those only as unavailable that it has seen before, or has waited 75 seconds for.
            assertEquals(Set.of(), bot.jda().getUnavailableGuilds());

            bot.next(ReadyEvent.class);
            discord.guilds().endOutage(place.guild());
            bot.next(GuildReadyEvent.class);
            assertNotNull(channel(bot.jda()));
        }
    }

    @Test
    void someoneRemovesTheBotAndInvitesItAgain() {
        try (ConnectedBot bot = new ConnectedBot(discord)) {
            discord.guilds().remove(place.guild());
            bot.next(GuildLeaveEvent.class);
            assertFalse(bot.jda().isUnavailable(place.guild()));

            discord.guilds().invite(place.guild());
            bot.next(GuildJoinEvent.class);
            assertNotNull(channel(bot.jda()));
        }
    }

    @Test
    void aGuildThatRemovedTheBotMeanwhileIsMissing() {
        new ConnectedBot(discord).close();
        discord.guilds().remove(place.guild());
        try (ConnectedBot bot = new ConnectedBot(discord)) {
            assertEquals(List.of(), bot.jda().getGuilds());
            assertEquals(Set.of(), bot.jda().getUnavailableGuilds());
        }
    }

    @Test
    void manyGuildsAndAVeryLargeOneArriveWhole() {
        for (int i = 0; i < 200; i++) {
            discord.guilds().add(50);
        }
        discord.guilds().add(1_000);
        try (ConnectedBot bot = new ConnectedBot(discord)) {
            assertEquals(202, bot.jda().getGuilds().size());
            assertEquals(11_001, bot.jda().getTextChannels().size());
        }
    }
}
