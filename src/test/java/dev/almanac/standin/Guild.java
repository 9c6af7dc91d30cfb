package dev.almanac.standin;

import static dev.almanac.standin.Permission.ADMINISTRATOR;
import static dev.almanac.standin.Permission.ATTACH_FILES;
import static dev.almanac.standin.Permission.EMBED_LINKS;
import static dev.almanac.standin.Permission.MENTION_EVERYONE;
import static dev.almanac.standin.Permission.READ_MESSAGE_HISTORY;
import static dev.almanac.standin.Permission.SEND_MESSAGES;
import static dev.almanac.standin.Permission.USE_APPLICATION_COMMANDS;
import static dev.almanac.standin.Permission.VIEW_CHANNEL;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A guild, and who may do what there. The bot has a role of its own; people are staff unless told otherwise. */
final class Guild {
    private static final long ORDINARY = Permission.bits(
            VIEW_CHANNEL, SEND_MESSAGES, EMBED_LINKS, ATTACH_FILES, READ_MESSAGE_HISTORY, USE_APPLICATION_COMMANDS);
    private static final int OF_A_ROLE = 0;
    private static final int OF_A_MEMBER = 1;

    private final long id;
    private final Map<Long, Role> roles = new LinkedHashMap<>();
    private final Map<Long, Channel> channels = new LinkedHashMap<>();
    private final Map<Long, List<Long>> rolesOf = new HashMap<>();
    private final long staff;
    private @Nullable Instant timedOutUntil;
    private boolean unavailable;
    private boolean removed;

    record Role(long id, String name, long permissions, boolean mentionable) {}

    /** @param allow and {@code deny}: bits */
    record Overwrite(long id, int type, long allow, long deny) {}

    /** @param type 0 text, 5 announcement */
    record Channel(long id, int type, String name, Map<Long, Overwrite> overwrites) {}

    Guild(long id, long roleOfBot, long roleOfStaff) {
        this.id = id;
        this.staff = roleOfStaff;
        put(new Role(id, "@everyone", ORDINARY, false));
        put(new Role(roleOfBot, "Almanac", Permission.ALL & ~Permission.bits(ADMINISTRATOR), false));
        put(new Role(roleOfStaff, "Staff", Permission.ALL, false));
        rolesOf.put(Payloads.BOT, List.of(roleOfBot));
    }

    long id() {
        return id;
    }

    Map<Long, Role> roles() {
        return roles;
    }

    Map<Long, Channel> channels() {
        return channels;
    }

    void put(Role role) {
        roles.put(role.id(), role);
    }

    void put(Channel channel) {
        channels.put(channel.id(), channel);
    }

    /** The roles of a member besides @everyone. */
    List<Long> rolesOf(long member) {
        return rolesOf.getOrDefault(member, List.of(staff)).stream()
                .filter(roles::containsKey)
                .toList();
    }

    void setRole(long member, long role) {
        rolesOf.put(member, List.of(role));
    }

    /** Changes what a member or a role may do in one channel. */
    Channel overwrite(long channel, long who, long allow, long deny) {
        Channel before = channel(channel);
        Map<Long, Overwrite> overwrites = new LinkedHashMap<>(before.overwrites());
        int type = roles.containsKey(who) ? OF_A_ROLE : OF_A_MEMBER;
        Overwrite old = overwrites.getOrDefault(who, new Overwrite(who, type, 0, 0));
        overwrites.put(who, new Overwrite(who, type, (old.allow() & ~deny) | allow, (old.deny() & ~allow) | deny));
        Channel after = new Channel(channel, before.type(), before.name(), overwrites);
        put(after);
        return after;
    }

    Channel channel(long channel) {
        Channel known = channels.get(channel);
        if (known == null) {
            throw new IllegalStateException("no channel " + channel + " in guild " + id);
        }
        return known;
    }

    /** What a member may do in the guild as such, in bits. */
    long permissions(long member) {
        long bits = role(id).permissions();
        for (long role : rolesOf(member)) {
            bits |= role(role).permissions();
        }
        return ADMINISTRATOR.in(bits) ? Permission.ALL : bits;
    }

    /** What a member may do in a channel, in bits (https://discord.com/developers/docs/topics/permissions). */
    long permissions(long member, long channel) {
        long bits = permissions(member);
        if (ADMINISTRATOR.in(bits)) {
            return bits;
        }
        Map<Long, Overwrite> overwrites = channel(channel).overwrites();
        for (List<Long> step : List.of(List.of(id), rolesOf(member), List.of(member))) {
            long allow = 0;
            long deny = 0;
            for (long who : step) {
                Overwrite one = overwrites.getOrDefault(who, new Overwrite(who, OF_A_ROLE, 0, 0));
                allow |= one.allow();
                deny |= one.deny();
            }
            bits = (bits & ~deny) | allow;
        }
        if (!VIEW_CHANNEL.in(bits)) {
            return 0;
        }
        if (member == Payloads.BOT && isTimedOut()) {
            return bits & Permission.bits(VIEW_CHANNEL, READ_MESSAGE_HISTORY);
        }
        return SEND_MESSAGES.in(bits) ? bits : bits & ~Permission.bits(MENTION_EVERYONE, EMBED_LINKS, ATTACH_FILES);
    }

    Role role(long role) {
        Role known = roles.get(role);
        if (known == null) {
            throw new IllegalStateException("no role " + role + " in guild " + id);
        }
        return known;
    }

    /** When the time-out ends that the bot was given; null when it has none. */
    @Nullable
    Instant timedOutUntil() {
        return timedOutUntil;
    }

    private boolean isTimedOut() {
        // By the system's clock, as JDA does.
        return timedOutUntil != null && Instant.now().isBefore(timedOutUntil);
    }

    void setTimedOutUntil(@Nullable Instant end) {
        timedOutUntil = end;
    }

    boolean isUnavailable() {
        return unavailable;
    }

    void setUnavailable(boolean is) {
        unavailable = is;
    }

    boolean isRemoved() {
        return removed;
    }

    void setRemoved(boolean is) {
        removed = is;
    }
}
