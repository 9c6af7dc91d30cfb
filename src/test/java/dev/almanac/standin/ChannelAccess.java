package dev.almanac.standin;

import static dev.almanac.standin.Permission.MENTION_EVERYONE;
import static dev.almanac.standin.Permission.VIEW_CHANNEL;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the bot may do where, and what Discord answers when it may not. */
final class ChannelAccess {
    private static final Pattern ROLE_MENTION = Pattern.compile("<@&(\\d+)>");
    private static final Pattern EVERYONE = Pattern.compile("@(everyone|here)");
    private static final int DIRECT_MESSAGES = 1;

    private final Guilds guilds;
    private final Object lock;
    private final Snowflakes ids;
    private final Map<Long, Long> directByUser = new HashMap<>();
    private final Map<Long, Long> userOfDirect = new HashMap<>();
    private final Set<Long> refusing = new HashSet<>();

    /** @param lock of the guilds */
    ChannelAccess(Guilds guilds, Snowflakes ids, Object lock) {
        this.guilds = guilds;
        this.ids = ids;
        this.lock = lock;
    }

    /** The channel of the direct messages between the bot and a person. */
    long directMessages(long person) {
        synchronized (lock) {
            return directByUser.computeIfAbsent(person, user -> {
                long channel = ids.counted();
                userOfDirect.put(channel, user);
                return channel;
            });
        }
    }

    /** From now on a person takes no direct messages, or does again. */
    void refuseDirectMessages(long person, boolean refuse) {
        synchronized (lock) {
            if (refuse) {
                refusing.add(person);
            } else {
                refusing.remove(person);
            }
        }
    }

    /** What Discord answers when the bot may not do this in a channel; empty when it may. */
    Optional<RestAnswer> refusal(long channel, Permission... needed) {
        synchronized (lock) {
            Long person = userOfDirect.get(channel);
            if (person != null) {
                return refusing.contains(person)
                        ? Optional.of(RestAnswer.error(403, 50007, "Cannot send messages to this user"))
                        : Optional.empty();
            }
            Optional<Guild> guild = guilds.find(channel);
            if (guild.isEmpty()) {
                return Optional.of(RestAnswer.error(404, 10003, "Unknown Channel"));
            }
            long may = guild.get().isRemoved() ? 0 : guild.get().permissions(Payloads.BOT, channel);
            if (!VIEW_CHANNEL.in(may)) {
                return Optional.of(RestAnswer.error(403, 50001, "Missing Access"));
            }
            return Stream.of(needed).allMatch(permission -> permission.in(may))
                    ? Optional.empty()
                    : Optional.of(RestAnswer.error(403, 50013, "Missing Permissions"));
        }
    }

    /** Whether the bot may do this in a channel. */
    boolean may(long channel, Permission permission) {
        return refusal(channel, permission).isEmpty();
    }

    /** The type of a channel; that of direct messages when no guild has it. */
    int type(long channel) {
        synchronized (lock) {
            return guilds.find(channel)
                    .map(guild -> guild.channel(channel).type())
                    .orElse(DIRECT_MESSAGES);
        }
    }

    /** @param everyone whether @everyone or @here notifies */
    record Pinged(List<Long> roles, boolean everyone) {}

    /** Whom a message notifies: mentioned, allowed by the message, and mentionable by the bot. */
    Pinged pinged(long channel, JsonNode body) {
        synchronized (lock) {
            Optional<Guild> guild = guilds.find(channel);
            if (guild.isEmpty()) {
                return new Pinged(List.of(), false);
            }
            boolean mayMentionAny = MENTION_EVERYONE.in(guild.get().permissions(Payloads.BOT, channel));
            JsonNode allowed = body.path("allowed_mentions");
            String text = Texts.of(body);
            List<Long> roles = ROLE_MENTION
                    .matcher(text)
                    .results()
                    .map(mention -> Long.valueOf(mention.group(1)))
                    .distinct()
                    .filter(role -> allows(allowed, "roles") || lists(allowed.path("roles"), String.valueOf(role)))
                    .filter(role -> Optional.ofNullable(guild.get().roles().get(role))
                            .filter(known -> mayMentionAny || known.mentionable())
                            .isPresent())
                    .toList();
            return new Pinged(
                    roles,
                    mayMentionAny
                            && allows(allowed, "everyone")
                            && EVERYONE.matcher(text).find());
        }
    }

    /** As https://discord.com/developers/docs/resources/message#allowed-mentions-object says. */
    private static boolean allows(JsonNode mentions, String kind) {
        return !mentions.isObject() || lists(mentions.path("parse"), kind);
    }

    private static boolean lists(JsonNode list, String value) {
        boolean listed = false;
        for (JsonNode one : list) {
            listed |= one.asText().equals(value);
        }
        return listed;
    }
}
