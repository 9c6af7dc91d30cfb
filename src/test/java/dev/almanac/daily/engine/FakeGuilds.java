package dev.almanac.daily.engine;

import dev.almanac.daily.Guilds;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Guilds as a test says they are: every channel and role is there and allowed, unless it says otherwise. */
public final class FakeGuilds implements Guilds {
    private Shards shards = Shards.ALL;
    private Locale language = Locale.US;
    private final Map<Long, Presence> presences = new HashMap<>();
    private final Map<Long, Channel> channels = new HashMap<>();
    private final Map<Long, String> otherKinds = new HashMap<>();
    private final Set<Long> hidden = new HashSet<>();
    private final Map<Long, Boolean> roles = new HashMap<>();
    private final Set<Long> deletedRoles = new HashSet<>();

    public static Channel channelThat(boolean readsHistory, String... missing) {
        return new Channel("history", List.of(missing), readsHistory, false, true, Optional.empty());
    }

    public static Channel announcements() {
        return new Channel("news", List.of(), true, true, true, Optional.empty());
    }

    public static Channel timedOutUntil(Instant end) {
        return new Channel("history", List.of(), true, false, true, Optional.of(end));
    }

    public void shardsAre(int total, Integer... ready) {
        shards = new Shards(total, Set.of(ready));
    }

    public void guildIs(long guild, Presence presence) {
        presences.put(guild, presence);
    }

    public void channelIs(long channel, Channel seen) {
        channels.put(channel, seen);
        hidden.remove(channel);
    }

    public void languageIs(Locale chosen) {
        language = chosen;
    }

    public void hide(long channel) {
        hidden.add(channel);
    }

    /** No post can be sent there. */
    public void channelIsA(long channel, String kind) {
        hide(channel);
        otherKinds.put(channel, kind);
    }

    public void roleIs(long role, boolean mentionable) {
        roles.put(role, mentionable);
    }

    public void deleteRole(long role) {
        deletedRoles.add(role);
    }

    @Override
    public Shards shards() {
        return shards;
    }

    @Override
    public Presence presence(long guild) {
        return presences.getOrDefault(guild, Presence.HERE);
    }

    @Override
    public Optional<Channel> channel(long guild, long channel) {
        return presence(guild) != Presence.HERE || hidden.contains(channel)
                ? Optional.empty()
                : Optional.of(channels.getOrDefault(channel, channelThat(true)));
    }

    @Override
    public Optional<String> otherKind(long guild, long channel) {
        return Optional.ofNullable(otherKinds.get(channel));
    }

    @Override
    public Optional<String> name(long guild) {
        return presence(guild) == Presence.HERE ? Optional.of("Friends of History") : Optional.empty();
    }

    @Override
    public Locale language(long guild) {
        return language;
    }

    @Override
    public List<Mentionable> mentionable(long guild, long channel) {
        return roles.entrySet().stream()
                .filter(Map.Entry::getValue)
                .filter(role -> !deletedRoles.contains(role.getKey()))
                .map(role -> new Mentionable(role.getKey(), "Role " + role.getKey()))
                .sorted(Comparator.comparing(Mentionable::id))
                .toList();
    }

    @Override
    public Optional<Boolean> mayMention(long guild, long channel, long role) {
        return deletedRoles.contains(role) ? Optional.empty() : Optional.of(roles.getOrDefault(role, true));
    }
}
