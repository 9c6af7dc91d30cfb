package dev.almanac.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** People who use the bot's commands, press its buttons and choose from its menus. */
final class People {
    private static final long USE_EXTERNAL_APPS = 1L << 50;
    private static final int COMMAND = 2;
    private static final int COMPONENT = 3;
    private static final int AUTOCOMPLETE = 4;
    private static final int FILLED_FORM = 5;

    private static final int BUTTON = 2;
    private static final int STRING_SELECT = 3;
    private static final int TEXT_INPUT = 4;
    private static final int LABEL = 18;

    private final Payloads payloads;
    private final Snowflakes ids;
    private final Guilds guilds;
    private final Gateway gateway;
    private final Interactions interactions;
    private final Messages messages;
    private final Supplier<List<JsonNode>> commands;
    private final CommandPayloads used;
    private final Set<Long> hidingApps = ConcurrentHashMap.newKeySet();

    /** @param commands those that are registered */
    People(
            Payloads payloads,
            Snowflakes ids,
            Guilds guilds,
            Gateway gateway,
            Interactions interactions,
            Messages messages,
            Supplier<List<JsonNode>> commands) {
        this.payloads = payloads;
        this.ids = ids;
        this.guilds = guilds;
        this.gateway = gateway;
        this.interactions = interactions;
        this.messages = messages;
        this.commands = commands;
        this.used = new CommandPayloads(payloads, guilds);
    }

    void hideExternalApps(long guild) {
        hidingApps.add(guild);
    }

    CompletableFuture<Answer> slash(Place place, long user, String command, Map<String, String> options) {
        return use(COMMAND, place, user, command, options, "");
    }

    CompletableFuture<Answer> type(
            Place place, long user, String command, String option, String typed, Map<String, String> others) {
        Map<String, String> options = new LinkedHashMap<>(others);
        options.put(option, typed);
        return use(AUTOCOMPLETE, place, user, command, options, option);
    }

    private CompletableFuture<Answer> use(
            int type, Place place, long user, String command, Map<String, String> options, String focused) {
        options.values().forEach(Said::by);
        synchronized (gateway) {
            ObjectNode interaction = interaction(type, place, user);
            interaction.set("data", used.data(commands.get(), command, options, focused, place, user));
            return send(interaction, place, user);
        }
    }

    /** Someone chooses a command from the menu of a message. */
    CompletableFuture<Answer> menu(Place place, long user, String command, long message) {
        synchronized (gateway) {
            ObjectNode interaction = interaction(COMMAND, place, user);
            interaction.set("data", used.menu(commands.get(), command, messages.json(message)));
            return send(interaction, place, user);
        }
    }

    CompletableFuture<Answer> press(Place place, long user, long message, String customId) {
        return use(
                place, user, message, data -> data.put("component_type", BUTTON).put("custom_id", customId));
    }

    /** Only what the menu offers can be chosen, and only so much of it. */
    CompletableFuture<Answer> choose(Place place, long user, long message, String customId, List<String> labels) {
        JsonNode menu = messages.json(message).findParents("options").stream()
                .filter(known -> known.path("custom_id").asText().equals(customId))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no menu " + customId));
        if (labels.size() < menu.path("min_values").asInt(1)
                || labels.size() > menu.path("max_values").asInt(1)) {
            throw new IllegalStateException(menu + " doesn't take " + labels.size() + " values");
        }
        List<String> values = labels.stream()
                .map(label -> menu.path("options").findParents("label").stream()
                        .filter(option -> option.path("label").asText().equals(label))
                        .map(option -> option.path("value").asText())
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("no menu " + customId + " offers " + label)))
                .toList();
        return use(place, user, message, data -> {
            ArrayNode chosen = data.put("component_type", STRING_SELECT)
                    .put("custom_id", customId)
                    .putArray("values");
            values.forEach(chosen::add);
        });
    }

    /** Someone fills in a form that a button of this message opened, and sends it. */
    CompletableFuture<Answer> fillIn(Place place, long user, long message, JsonNode form, Map<String, String> texts) {
        synchronized (gateway) {
            ObjectNode interaction = interaction(FILLED_FORM, place, user);
            ObjectNode data = interaction.putObject("data");
            data.put("custom_id", form.path("custom_id").asText());
            ArrayNode fields = data.putArray("components");
            int id = 1;
            for (JsonNode label : form.path("components")) {
                JsonNode field = label.path("component");
                String text = texts.getOrDefault(field.path("custom_id").asText(), "");
                if (text.isEmpty() && field.path("required").asBoolean(true)) {
                    throw new IllegalStateException("the form needs " + field);
                }
                fields.addObject()
                        .put("type", LABEL)
                        .put("id", id++)
                        .putObject("component")
                        .put("type", TEXT_INPUT)
                        .put("id", id++)
                        .put("custom_id", field.path("custom_id").asText())
                        .put("value", text);
            }
            interaction.set("message", messages.json(message));
            return send(interaction, place, user);
        }
    }

    /** @param put puts in what was used of the message, and how */
    private CompletableFuture<Answer> use(Place place, long user, long message, Consumer<ObjectNode> put) {
        synchronized (gateway) {
            ObjectNode shown = messages.json(message);
            long askedBy =
                    shown.path("interaction_metadata").path("user").path("id").asLong();
            if ((shown.path("flags").asInt() & Answer.EPHEMERAL) != 0 && askedBy != user) {
                throw new IllegalStateException("only " + askedBy + " sees the message " + message);
            }
            ObjectNode interaction = interaction(COMPONENT, place, user);
            put.accept(interaction.putObject("data").put("id", 1));
            interaction.set("message", shown);
            return send(interaction, place, user);
        }
    }

    /** Puts a message there with one button, as an earlier process would have sent it, and returns its id. */
    long earlierMessage(Place place, long askedBy, String customId) {
        ObjectNode body = payloads.object().put("flags", 1 << 15);
        body.putArray("components")
                .addObject()
                .put("type", 1)
                .putArray("components")
                .addObject()
                .put("type", 2)
                .put("style", 2)
                .put("label", "Earlier")
                .put("custom_id", customId);
        ObjectNode asked = payloads.interaction(COMMAND, 0, "", place, askedBy);
        ObjectNode message = interactions.newMessage(new Asked(asked, place, askedBy, Instant.EPOCH), body);
        messages.putAnswer(message);
        return message.path("id").asLong();
    }

    private ObjectNode interaction(int type, Place place, long user) {
        long id = ids.ofInteraction();
        ObjectNode interaction = payloads.interaction(type, id, "token-" + id, place, user);
        if (hidingApps.contains(place.guild())) {
            ObjectNode member = (ObjectNode) interaction.path("member");
            member.put("permissions", String.valueOf(member.path("permissions").asLong() & ~USE_EXTERNAL_APPS));
        }
        if (place.attached()) {
            Guild guild = guilds.guild(place.guild());
            Guild.Channel channel = guild.channel(place.channel());
            interaction.put("app_permissions", String.valueOf(guild.permissions(Payloads.BOT, place.channel())));
            interaction.set("channel", guilds.payloads().channel(guild, channel, user));
            ObjectNode member = guilds.payloads().member(guild, user);
            interaction.set(
                    "member", member.put("permissions", String.valueOf(guild.permissions(user, place.channel()))));
        }
        return interaction;
    }

    private CompletableFuture<Answer> send(ObjectNode interaction, Place place, long user) {
        CompletableFuture<Answer> answer = interactions.sent(interaction, place, user);
        gateway.dispatch(place.attached() ? gateway.shardOf(place.guild()) : 0, "INTERACTION_CREATE", interaction);
        return answer;
    }
}
