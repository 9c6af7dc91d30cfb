package dev.almanac.discord;

import dev.almanac.chat.Asker;
import dev.almanac.chat.Question;
import dev.almanac.chat.Request;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.utils.TimeUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What comes from Discord as requests: who asks, where, and which day is today there.
 *
 * @param zones the zone of a guild, by its id; 0 for a conversation outside of guilds
 */
record Incoming(Clock clock, LongFunction<ZoneId> zones) {
    private static final Logger LOG = LoggerFactory.getLogger(Incoming.class);

    Request request(Question question, Interaction event) {
        ZoneId zone = zone(event);
        return new Request(
                question,
                today(zone),
                zone,
                event.getChannelId(),
                asker(event),
                event.getUserLocale().toLocale(),
                Optional.empty());
    }

    /** A request that somebody wrote in a message. Discord doesn't say what language they read; that of their guild stands for it. */
    Request request(Question question, Message message) {
        long guild = message.isFromGuild() ? message.getGuild().getIdLong() : 0;
        ZoneId zone = zones.apply(guild);
        return new Request(
                question,
                today(zone),
                zone,
                message.getChannelId(),
                new Asker(guild, message.getAuthor().getIdLong(), message.getIdLong(), Asker.Rights.NONE),
                message.isFromGuild() ? message.getGuild().getLocale().toLocale() : Locale.ENGLISH,
                Optional.empty());
    }

    ZoneId zone(Interaction event) {
        return zones.apply(
                event.isFromGuild() && event.getGuild() != null
                        ? event.getGuild().getIdLong()
                        : 0);
    }

    LocalDate today(ZoneId zone) {
        return LocalDate.now(clock.withZone(zone));
    }

    /** When a message was sent; its id says it (https://discord.com/developers/docs/reference#snowflakes). */
    static Instant sent(long message) {
        return TimeUtil.getTimeCreated(message).toInstant();
    }

    private static Asker asker(Interaction event) {
        Guild guild = event.getGuild();
        Member member = event.getMember();
        boolean joined = guild != null && !guild.isDetached();
        return new Asker(
                joined ? guild.getIdLong() : 0,
                event.getUser().getIdLong(),
                event.getIdLong(),
                joined && member != null ? new MemberRights(member) : Asker.Rights.NONE);
    }

    /** What to do when an answer doesn't arrive. */
    static Consumer<Throwable> failure(Interaction event) {
        return failure -> {
            boolean answeredElsewhere = failure instanceof ErrorResponseException refused
                    && (refused.getErrorResponse() == ErrorResponse.INTERACTION_ALREADY_ACKNOWLEDGED
                            || refused.getErrorResponse() == ErrorResponse.UNKNOWN_INTERACTION);
            if (answeredElsewhere) {
                // Normal while an old and a new process overlap: the other one was first.
                LOG.debug("Interaction {} is over, or another process has answered it", event.getId());
            } else {
                LOG.warn("Interaction {} got no answer: {}", event.getId(), failure.toString());
            }
        };
    }
}
