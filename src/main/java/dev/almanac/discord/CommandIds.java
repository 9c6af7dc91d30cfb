package dev.almanac.discord;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.dv8tion.jda.api.interactions.commands.Command;

/** The ids that Discord gave our commands, as far as it has told. */
public final class CommandIds {
    private final Map<String, Long> ids = new ConcurrentHashMap<>();

    void remember(List<Command> known) {
        known.forEach(command -> ids.put(command.getName(), command.getIdLong()));
    }

    /** A link that puts the command into the message box; plain text until its id is known. */
    String mention(String name) {
        Long id = ids.get(name.replaceFirst(" .*", ""));
        return id == null ? "/" + name : "</" + name + ":" + id + ">";
    }

    /** Whether the id of a command is known. */
    boolean knows(String name) {
        return ids.containsKey(name);
    }
}
