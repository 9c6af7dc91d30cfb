package dev.almanac.preview;

import dev.almanac.chat.BadRequest;
import dev.almanac.chat.Commands;
import dev.almanac.chat.Option;
import dev.almanac.chat.Option.Kind;
import dev.almanac.chat.Question;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The made-up guild (Discord's word for a server) that the preview plays in. Ids are in Discord's form, and nobody's.
 *
 * @param channel the id of the one that the page shows
 * @param user the id of the member who asks
 */
public record PreviewGuild(
        String id,
        String name,
        String channel,
        String user,
        String userName,
        List<Channel> channels,
        List<Role> roles) {
    /**
     * A channel to post in.
     *
     * @param announcements whether other servers can follow it
     */
    public record Channel(String id, String name, boolean announcements) {}

    /** A role to mention. */
    public record Role(String id, String name) {}

    public PreviewGuild {
        channels = List.copyOf(channels);
        roles = List.copyOf(roles);
    }

    /** The one there is. */
    public static PreviewGuild madeUp() {
        return new PreviewGuild(
                "1400000000000000100",
                "Friends of History",
                "1400000000000000101",
                "1400000000000000200",
                "Anna",
                List.of(
                        new Channel("1400000000000000101", "history", false),
                        new Channel("1400000000000000102", "general", false),
                        new Channel("1400000000000000103", "announcements", true)),
                List.of(
                        new Role("1400000000000000301", "History fans"),
                        new Role("1400000000000000302", "Moderators")));
    }

    /**
     * A question with the ids of the channels and roles that it names.
     *
     * @throws BadRequest when there is no such channel or role
     */
    Question named(Question question, Commands commands) {
        Question named = question;
        List<Option> options = commands.usage(question.command())
                .map(usage -> usage.optionsOf(question.command()))
                .orElse(List.of());
        for (Option option : options) {
            String typed = question.option(option.name()).orElse("");
            if (typed.isEmpty()) {
                continue;
            }
            if (option.kind() == Kind.CHANNEL) {
                named = named.with(
                        option.name(),
                        id(typed, "#", channels.stream().collect(Collectors.toMap(Channel::name, Channel::id))));
            } else if (option.kind() == Kind.ROLE) {
                named = named.with(
                        option.name(), id(typed, "@", roles.stream().collect(Collectors.toMap(Role::name, Role::id))));
            }
        }
        return named;
    }

    private static String id(String typed, String mark, Map<String, String> ids) {
        String bare = typed.startsWith(mark) ? typed.substring(1) : typed;
        return ids.entrySet().stream()
                .filter(one ->
                        one.getKey().equalsIgnoreCase(bare) || one.getValue().equals(bare))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElseThrow(() -> new BadRequest("“" + typed + "” isn't here. Try one of "
                        + ids.keySet().stream()
                                .sorted()
                                .map(name -> mark + name)
                                .collect(Collectors.joining(", ")) + "."));
    }
}
