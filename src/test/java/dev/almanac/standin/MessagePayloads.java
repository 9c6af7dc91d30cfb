package dev.almanac.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.almanac.discord.message.MessageLimits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Messages as JSON. */
final class MessagePayloads {
    private static final String CDN = "https://cdn.discordapp.com/attachments/";
    private static final int SUPPRESS_EMBEDS = 1 << 2;
    private static final int SUPPRESS_NOTIFICATIONS = 1 << 12;
    static final int LOADING = 1 << 7;
    private static final int OF_THE_SENDER =
            SUPPRESS_EMBEDS | SUPPRESS_NOTIFICATIONS | MessageLimits.COMPONENTS_V2 | Answer.EPHEMERAL;

    private final Payloads payloads;

    MessagePayloads(Payloads payloads) {
        this.payloads = payloads;
    }

    /** A message that somebody sends into a channel. */
    ObjectNode message(long id, Instant at, long channel, long author, JsonNode body) {
        ObjectNode message = payloads.object()
                .put("id", String.valueOf(id))
                .put("type", 0)
                .put("channel_id", String.valueOf(channel))
                .put("content", body.path("content").asText(""))
                .put("timestamp", at.toString())
                .put("tts", false)
                .put("pinned", false)
                .put("mention_everyone", false)
                .put("flags", body.path("flags").asInt() & OF_THE_SENDER);
        message.putNull("edited_timestamp");
        message.set("author", payloads.user(author));
        for (String list : new String[] {"mentions", "mention_roles", "embeds"}) {
            message.putArray(list);
        }
        JsonNode components = withIds(body.path("components"));
        message.set("attachments", attachments(id, channel, body, components));
        message.set("components", components);
        return message;
    }

    /**
     * What was uploaded with it and no component shows; the others have their address in the component instead
     * (https://discord.com/developers/docs/resources/message#message-object).
     */
    private JsonNode attachments(long message, long channel, JsonNode body, JsonNode components) {
        ArrayNode attachments = payloads.array();
        for (JsonNode sent : body.path("attachments")) {
            List<ObjectNode> shown = components.findValues("media").stream()
                    .filter(media -> media.path("url")
                            .asText()
                            .equals(MessageLimits.ATTACHED
                                    + sent.path("filename").asText()))
                    .map(ObjectNode.class::cast)
                    .toList();
            shown.forEach(media -> media.put(
                            "url",
                            CDN + channel + "/" + message + "/"
                                    + sent.path("filename").asText())
                    .put("proxy_url", sent.path("url").asText()));
            if (!shown.isEmpty()) {
                continue;
            }
            attachments
                    .addObject()
                    .put("id", String.valueOf(message + 1 + attachments.size()))
                    .put("filename", sent.path("filename").asText())
                    .put("size", sent.path("size").asInt())
                    .put("url", sent.path("url").asText())
                    .put("proxy_url", "https://media.discordapp.net/attachments/" + channel + "/" + message);
        }
        return attachments;
    }

    /** The message that an answer to an interaction becomes. */
    ObjectNode answer(ObjectNode message, long askedBy, int interactionType) {
        ObjectNode asked =
                payloads.object().put("id", message.path("id").asText()).put("type", interactionType);
        asked.set("user", payloads.user(askedBy));
        asked.set("authorizing_integration_owners", payloads.object());
        message.put("type", interactionType == 2 ? 20 : 19)
                .put("application_id", String.valueOf(Payloads.BOT))
                .set("interaction_metadata", asked);
        return message;
    }

    /** What a message becomes by an edit: what the edit does not name stays, and its kind of components does, too. */
    ObjectNode edited(ObjectNode message, JsonNode edit) {
        ObjectNode edited = message.deepCopy();
        int kept = message.path("flags").asInt() & ~LOADING;
        int added = edit.path("flags").asInt() & (SUPPRESS_EMBEDS | MessageLimits.COMPONENTS_V2);
        edited.put("flags", kept | added);
        if (edit.has("attachments")) {
            edited.set(
                    "attachments",
                    attachments(
                            edited.path("id").asLong(),
                            edited.path("channel_id").asLong(),
                            edit,
                            payloads.array()));
        }
        if (edit.has("content")) {
            edited.put("content", edit.path("content").asText(""));
        }
        if (edit.has("embeds")) {
            edited.set("embeds", edit.path("embeds"));
        }
        if (edit.has("components")) {
            edited.set("components", withIds(edit.path("components")));
        }
        return edited;
    }

    /** Everything that Discord would refuse in a message. */
    static List<String> problems(JsonNode body) {
        List<String> problems = new ArrayList<>(MessageLimits.problems(body));
        Set<Long> ids = new HashSet<>();
        for (ObjectNode component : flat(body.path("components"))) {
            long id = component.path("id").asLong();
            if (id < 0 || id > Integer.MAX_VALUE || (id != 0 && !ids.add(id))) {
                problems.add("the component id " + id + " is no number of 32 bits or stands twice");
            }
        }
        for (JsonNode sent : body.path("attachments")) {
            if (!sent.has("size")) {
                problems.add("the attachment " + sent.path("filename") + " was not uploaded");
            }
        }
        return problems;
    }

    /**
     * Everything that Discord would refuse in an edit: besides, a file that a component shows, which it doesn't find
     * (https://github.com/discord/discord-api-docs/issues/7529).
     */
    static List<String> problemsOfEdit(JsonNode edit) {
        return edit.path("components").findValuesAsText("url").stream()
                .filter(url -> url.startsWith(MessageLimits.ATTACHED))
                .map(url -> "the picture " + url + " comes with an edit")
                .toList();
    }

    /** As Discord does, gives each component that has no id, or 0, one that is free, in order. */
    JsonNode withIds(JsonNode components) {
        JsonNode numbered = components.isArray() ? components.deepCopy() : payloads.array();
        List<ObjectNode> flat = flat(numbered);
        Set<Integer> taken = new HashSet<>();
        flat.forEach(component -> taken.add(component.path("id").asInt()));
        int free = 1;
        for (ObjectNode component : flat) {
            if (component.path("id").asInt() == 0) {
                while (!taken.add(free)) {
                    free++;
                }
                component.put("id", free);
            }
        }
        return numbered;
    }

    /** The components with those inside them. */
    private static List<ObjectNode> flat(JsonNode components) {
        List<ObjectNode> flat = new ArrayList<>();
        for (JsonNode component : components) {
            flat.add((ObjectNode) component);
            flat.addAll(flat(component.path("components")));
            if (component.path("accessory") instanceof ObjectNode accessory) {
                flat.add(accessory);
            }
        }
        return flat;
    }
}
