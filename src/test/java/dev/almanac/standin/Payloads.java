package dev.almanac.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;

/** Discord's objects as JSON, with as much in them as JDA reads. */
final class Payloads {
    /** The bot's application and user. */
    static final long BOT = 900_000_000_000_000_001L;

    private static final String ALL_PERMISSIONS = String.valueOf(Permission.ALL);

    private final ObjectMapper json = new ObjectMapper();

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

    /** READY, without its session. */
    ObjectNode ready(JsonNode shard, List<ObjectNode> guilds) {
        ObjectNode ready = object().put("v", 10);
        ready.set("user", user(BOT));
        ready.putObject("application").put("id", String.valueOf(BOT)).put("flags", 0);
        ready.set("shard", shard);
        ready.putArray("private_channels");
        ArrayNode listed = ready.putArray("guilds");
        guilds.forEach(
                guild -> listed.addObject().put("id", guild.path("id").asText()).put("unavailable", true));
        return ready;
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
}
