package dev.almanac.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/** What Discord sends of a command that somebody uses, made from what the bot has registered. */
final class CommandPayloads {
    private static final int OF_A_MESSAGE = 3;
    private static final int SUBCOMMAND = 1;
    private static final int GROUP = 2;
    private static final int STRING = 3;
    private static final int INTEGER = 4;
    private static final int BOOLEAN = 5;
    private static final int CHANNEL = 7;
    private static final int ROLE = 8;
    private static final int NUMBER = 10;

    private final Payloads payloads;
    private final Guilds guilds;

    CommandPayloads(Payloads payloads, Guilds guilds) {
        this.payloads = payloads;
        this.guilds = guilds;
    }

    /**
     * The data of an interaction.
     *
     * @param command like {@code daily set}
     * @param options the values by name, as text; channels and roles by their ids
     * @param focused the option that is being typed into; empty for none
     */
    ObjectNode data(
            Iterable<JsonNode> registered,
            String command,
            Map<String, String> options,
            String focused,
            Place place,
            long person) {
        String[] path = command.split(" ", -1);
        JsonNode known = named(registered, path[0]);
        ObjectNode data = payloads.object()
                .put("id", known.path("id").asText())
                .put("name", path[0])
                .put("type", 1);
        ObjectNode inner = data;
        for (int i = 1; i < path.length; i++) {
            known = named(known.path("options"), path[i]);
            inner = inner.putArray("options")
                    .addObject()
                    .put("name", path[i])
                    .put("type", known.path("type").asInt());
        }
        for (JsonNode option : known.path("options")) {
            if (option.path("type").asInt() == SUBCOMMAND || option.path("type").asInt() == GROUP) {
                throw new IllegalStateException(command + " has subcommands and can't be used by itself");
            }
            if (option.path("required").asBoolean()
                    && focused.isEmpty()
                    && !options.containsKey(option.path("name").asText())) {
                throw new IllegalStateException(command + " needs " + option.path("name"));
            }
        }
        for (Map.Entry<String, String> typed : options.entrySet()) {
            JsonNode option = named(known.path("options"), typed.getKey());
            ObjectNode sent = inner.withArray("/options").addObject().put("name", typed.getKey());
            boolean isFocused = typed.getKey().equals(focused);
            put(sent, option.path("type").asInt(), typed.getValue(), isFocused);
            resolve(data, option, typed.getValue(), place, person);
            if (isFocused) {
                sent.put("focused", true);
            }
        }
        return data;
    }

    /** The data of an interaction that begins in the menu of a message. */
    ObjectNode menu(Iterable<JsonNode> registered, String command, ObjectNode message) {
        JsonNode known = named(registered, command);
        if (known.path("type").asInt() != OF_A_MESSAGE) {
            throw new IllegalStateException(command + " isn't in the menu of messages: " + known);
        }
        String id = message.path("id").asText();
        ObjectNode data = payloads.object()
                .put("id", known.path("id").asText())
                .put("name", command)
                .put("type", OF_A_MESSAGE)
                .put("target_id", id);
        data.withObject("/resolved/messages").set(id, message);
        return data;
    }

    private static JsonNode named(Iterable<JsonNode> all, String name) {
        for (JsonNode one : all) {
            if (one.path("name").asText().equals(name)) {
                return one;
            }
        }
        throw new IllegalStateException("nothing called " + name + " is registered in " + all);
    }

    private static void put(ObjectNode option, int type, String value, boolean focused) {
        option.put("type", type);
        switch (focused ? STRING : type) {
            case INTEGER -> option.put("value", Long.parseLong(value));
            case BOOLEAN -> option.put("value", Boolean.parseBoolean(value));
            case NUMBER -> option.put("value", Double.parseDouble(value));
            default -> option.put("value", value);
        }
    }

    private void resolve(ObjectNode data, JsonNode option, String value, Place place, long person) {
        int type = option.path("type").asInt();
        if (type != CHANNEL && type != ROLE) {
            return;
        }
        Guild guild = guilds.guild(place.guild());
        long id = Long.parseLong(value);
        if (type == ROLE) {
            data.withObject("/resolved/roles").set(value, guilds.payloads().role(guild, guild.role(id)));
            return;
        }
        ObjectNode channel = guilds.payloads().channel(guild, guild.channel(id), person);
        Optional<JsonNode> types = option.optional("channel_types").filter(list -> !list.isEmpty());
        boolean offered = types.isEmpty();
        for (JsonNode one : types.orElseGet(payloads::array)) {
            offered |= one.asInt() == channel.path("type").asInt();
        }
        if (!offered) {
            throw new IllegalStateException(option.path("name") + " takes no channel of type " + channel.path("type"));
        }
        data.withObject("/resolved/channels").set(value, channel);
    }
}
