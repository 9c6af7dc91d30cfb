package dev.almanac.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** A webhook that takes messages from whoever knows its token, and what was sent to it. */
public final class Webhook {
    private static final String TOKEN = "a-webhooks-secret";

    private final Payloads payloads;
    private final Snowflakes ids;
    private final long id;
    private final List<JsonNode> messages = new ArrayList<>();
    private boolean deleted;

    Webhook(Payloads payloads, Snowflakes ids) {
        this.payloads = payloads;
        this.ids = ids;
        this.id = ids.counted();
    }

    /** As Discord's "Copy Webhook URL" copies it. */
    public String url() {
        return "https://discord.com/api/webhooks/" + id + "/" + TOKEN;
    }

    /** Somebody deletes it. */
    public synchronized void delete() {
        deleted = true;
    }

    /** What was sent to it, the oldest first. */
    public synchronized List<JsonNode> messages() {
        return List.copyOf(messages);
    }

    boolean isMeant(RestRequest request) {
        return request.id(0) == id;
    }

    synchronized RestAnswer execute(JsonNode body) {
        if (deleted) {
            return RestAnswer.error(404, 10015, "Unknown Webhook");
        }
        messages.add(body);
        ObjectNode message = payloads.object().put("id", String.valueOf(ids.counted()));
        message.put("channel_id", "1")
                .put("webhook_id", String.valueOf(id))
                .put("type", 0)
                .put("content", "");
        message.put("timestamp", "2026-11-24T12:00:00+00:00")
                .put("tts", false)
                .put("mention_everyone", false)
                .put("pinned", false);
        message.putArray("mentions");
        message.putArray("mention_roles");
        message.putArray("attachments");
        message.putArray("embeds");
        message.set("author", payloads.user(id).put("bot", true).put("discriminator", "0000"));
        return RestAnswer.ok(message);
    }
}
