package dev.almanac.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

/** Discord's objects as JSON, with as much in them as JDA reads. */
final class Payloads {
    static final long BOT = 900_000_000_000_000_001L;

    private static final String ALL_PERMISSIONS = "2251799813685247";

    private final ObjectMapper json = new ObjectMapper();
    /** In steps of a millisecond of a snowflake, so that guilds fall to all shards in turn. */
    private final AtomicLong lastId = new AtomicLong(1_000_000_000_000_000_000L >> 22);

    long newId() {
        return lastId.incrementAndGet() << 22;
    }

    ObjectNode object() {
        return json.createObjectNode();
    }

    ArrayNode array() {
        return json.createArrayNode();
    }

    JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (IOException e) {
            throw new IllegalStateException("no JSON: " + text, e);
        }
    }

    ObjectNode user(long id) {
        return object().put("id", String.valueOf(id))
                .put("username", "user" + id % 1000)
                .put("discriminator", "0")
                .put("bot", id == BOT)
                .put("mfa_enabled", true)
                .put("verified", true);
    }

    ObjectNode application() {
        return object().put("id", String.valueOf(BOT)).put("flags", 0);
    }

    ObjectNode guild(long id, long channel) {
        ObjectNode guild = object().put("id", String.valueOf(id))
                .put("name", "Guild " + id)
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
                .put("joined_at", "2026-01-01T00:00:00+00:00");
        guild.set("features", array());
        ObjectNode colours = object().put("primary_color", 0);
        guild.set(
                "roles",
                array().add(object().put("id", String.valueOf(id))
                        .put("name", "@everyone")
                        .put("permissions", ALL_PERMISSIONS)
                        .put("position", 0)
                        .put("color", 0)
                        .put("hoist", false)
                        .put("managed", false)
                        .put("mentionable", false)
                        .set("colors", colours)));
        guild.set("channels", array().add(channel(channel, 0)));
        guild.set("members", array().add(member(BOT)));
        for (String list : new String[] {
            "emojis",
            "stickers",
            "threads",
            "presences",
            "voice_states",
            "guild_scheduled_events",
            "stage_instances",
            "soundboard_sounds"
        }) {
            guild.set(list, array());
        }
        return guild;
    }

    ObjectNode channel(long id, int type) {
        ObjectNode channel = object().put("id", String.valueOf(id))
                .put("type", type)
                .put("name", "history")
                .put("position", 0)
                .put("permissions", ALL_PERMISSIONS);
        channel.set("permission_overwrites", array());
        return channel;
    }

    private ObjectNode member(long user) {
        ObjectNode member = object().put("joined_at", "2026-01-01T00:00:00+00:00")
                .put("deaf", false)
                .put("mute", false)
                .put("flags", 0)
                .put("permissions", ALL_PERMISSIONS);
        member.set("user", user(user));
        member.set("roles", array());
        return member;
    }

    /** An interaction without its data. */
    ObjectNode interaction(int type, long id, String token, Place place, long user) {
        ObjectNode interaction = object().put("version", 1)
                .put("type", type)
                .put("id", String.valueOf(id))
                .put("token", token)
                .put("application_id", String.valueOf(BOT))
                .put("channel_id", String.valueOf(place.channel()))
                .put("locale", "en-GB")
                .put("context", place.context())
                .put("app_permissions", ALL_PERMISSIONS)
                .put("attachment_size_limit", 10_485_760);
        interaction.set("entitlements", array());
        interaction.set(
                "authorizing_integration_owners",
                place.attached()
                        ? object().put("0", String.valueOf(place.guild()))
                        : object().put("1", String.valueOf(user)));
        int channelType = place.kind() == Place.Kind.GUILD ? 0 : place.kind() == Place.Kind.BOT_DM ? 1 : 3;
        ObjectNode channel = channel(place.channel(), channelType).put("owner_id", String.valueOf(user));
        channel.putArray("recipients").add(user(user));
        interaction.set("channel", channel);
        if (place.kind() == Place.Kind.GUILD) {
            ObjectNode guild = object().put("id", String.valueOf(place.guild())).put("locale", "en-US");
            guild.set("features", array());
            interaction
                    .put("guild_id", String.valueOf(place.guild()))
                    .put("guild_locale", "en-US")
                    .set("guild", guild);
            interaction.set("member", member(user));
        } else {
            interaction.set("user", user(user));
        }
        return interaction;
    }

    /** The message that an answer becomes. */
    ObjectNode message(long id, Place place, JsonNode body, long askedBy, int interactionType) {
        ObjectNode message = object().put("id", String.valueOf(id))
                .put("type", interactionType == 2 ? 20 : 19)
                .put("channel_id", String.valueOf(place.channel()))
                .put("application_id", String.valueOf(BOT))
                .put("content", "")
                .put("timestamp", "2026-11-24T00:00:00+00:00")
                .put("tts", false)
                .put("pinned", false)
                .put("mention_everyone", false)
                .put("flags", body.path("flags").asInt());
        message.set("author", user(BOT));
        for (String list : new String[] {"mentions", "mention_roles", "attachments", "embeds"}) {
            message.set(list, array());
        }
        message.set("components", withIds(body.path("components").deepCopy(), new int[] {1}));
        ObjectNode asked = object().put("id", String.valueOf(id)).put("type", interactionType);
        asked.set("user", user(askedBy));
        asked.set("authorizing_integration_owners", object());
        message.set("interaction_metadata", asked);
        return message;
    }

    /** As Discord does, gives each component that has none an id, in order. */
    private static JsonNode withIds(JsonNode components, int[] next) {
        components.forEach(component -> {
            if (component instanceof ObjectNode object) {
                if (!object.hasNonNull("id")) {
                    object.put("id", next[0]++);
                }
                withIds(object.path("components"), next);
                withIds(object.path("accessory"), next);
            }
        });
        return components;
    }
}
