package dev.almanac.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;

/**
 * People who write messages, of which the bot is told as far as its intents reach
 * (https://discord.com/developers/docs/events/gateway#gateway-intents, #message-content-intent).
 */
final class Writers {
    private static final int GUILD_MESSAGES = 1 << 9;
    private static final int DIRECT_MESSAGES = 1 << 12;
    private static final int REPLY = 19;
    private static final Pattern MENTION = Pattern.compile("<@!?" + Payloads.BOT + ">");

    private final Guilds guilds;
    private final Gateway gateway;
    private final Messages messages;

    Writers(Guilds guilds, Gateway gateway, Messages messages) {
        this.guilds = guilds;
        this.gateway = gateway;
        this.messages = messages;
    }

    long write(Place place, long person, String text) {
        return told(place, person, messages.write(place.channel(), person, text));
    }

    /** A reply, which notifies whoever wrote the other message. */
    long reply(Place place, long person, long to, String text) {
        long id = messages.write(place.channel(), person, text);
        ObjectNode json = messages.json(id).put("type", REPLY);
        refer(json, messages.json(to));
        json.withArray("/mentions").add(messages.json(to).path("author"));
        messages.putAnswer(json);
        return told(place, person, id);
    }

    /** Makes one message a reply to another. */
    static void refer(ObjectNode reply, ObjectNode to) {
        reply.putObject("message_reference")
                .put("type", 0)
                .put("channel_id", to.path("channel_id").asText())
                .put("message_id", to.path("id").asText());
        reply.set("referenced_message", to);
    }

    private long told(Place place, long person, long id) {
        synchronized (gateway) {
            ObjectNode event = messages.json(id).deepCopy();
            boolean guild = place.kind() == Place.Kind.GUILD;
            boolean mentioned = MENTION.matcher(event.path("content").asText()).find() || notifies(event);
            if (guild && !mentioned) {
                event.put("content", "");
            }
            if (guild) {
                Guild home = guilds.guild(place.guild());
                event.put("guild_id", String.valueOf(place.guild()))
                        .set("member", guilds.payloads().member(home, person));
            }
            gateway.dispatch(
                    guild ? gateway.shardOf(place.guild()) : 0,
                    guild ? GUILD_MESSAGES : DIRECT_MESSAGES,
                    "MESSAGE_CREATE",
                    event);
            return id;
        }
    }

    private static boolean notifies(JsonNode event) {
        boolean notified = false;
        for (JsonNode user : event.path("mentions")) {
            notified |= user.path("id").asLong() == Payloads.BOT;
        }
        return notified;
    }
}
