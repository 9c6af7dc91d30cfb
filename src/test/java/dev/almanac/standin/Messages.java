package dev.almanac.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.almanac.standin.Message.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All messages that there are, with Discord's rules of nonces and of what a channel's history shows. */
public final class Messages {
    private static final int CROSSPOSTED = 1;

    private final Payloads payloads;
    private final MessagePayloads bodies;
    private final Snowflakes ids;
    private final Clock clock;
    private final TreeMap<Long, Message> all = new TreeMap<>();
    private final Map<Long, TreeMap<Long, Message>> byChannel = new HashMap<>();
    private final Map<Nonce, Sent> byNonce = new HashMap<>();
    private final Deque<Nonce> nonces = new ArrayDeque<>();
    private Duration nonceWindow = Duration.ofMinutes(5);

    Messages(Payloads payloads, Snowflakes ids, Clock clock) {
        this.payloads = payloads;
        this.bodies = new MessagePayloads(payloads);
        this.ids = ids;
        this.clock = clock;
    }

    private record Nonce(long channel, String nonce) {}

    private record Sent(long message, Instant at) {}

    /** What became of a message that the bot sends. */
    sealed interface Outcome {
        record Stored(Message message) implements Outcome {}

        record Known(Message message) implements Outcome {}

        /** The one of the same nonce was deleted. */
        record Deleted() implements Outcome {}
    }

    /** How long a nonce is remembered, by the clock; zero for not at all. Discord says "past few minutes". */
    public synchronized void rememberNoncesFor(Duration window) {
        nonceWindow = window;
    }

    /** Stores what the bot sends, or finds the message that was sent before with this nonce. */
    synchronized Outcome send(long channel, JsonNode body, ChannelAccess.Pinged pinged) {
        Nonce nonce = new Nonce(channel, body.path("nonce").asText(""));
        boolean enforced =
                body.path("enforce_nonce").asBoolean() && !nonce.nonce().isEmpty();
        forgetNonces();
        Sent before = enforced ? byNonce.get(nonce) : null;
        if (before != null) {
            Message known = all.get(before.message());
            return known == null ? new Outcome.Deleted() : new Outcome.Known(known);
        }
        Instant now = clock.instant();
        long id = ids.ofMessage();
        ObjectNode json = bodies.message(id, now, channel, Payloads.BOT, body);
        find(body.path("message_reference").path("message_id").asLong())
                .ifPresent(to -> Writers.refer(json.put("type", 19), to.json(payloads)));
        json.put("mention_everyone", pinged.everyone());
        pinged.roles().forEach(role -> json.withArray("/mention_roles").add(String.valueOf(role)));
        Message message =
                new Message(Kind.POST, channel, id, now, nonce.nonce(), pinged.roles(), false, json.toString());
        put(message);
        if (enforced) {
            byNonce.put(nonce, new Sent(id, now));
            nonces.add(nonce);
        }
        return new Outcome.Stored(message);
    }

    private void forgetNonces() {
        Instant forgotten = clock.instant().minus(nonceWindow);
        for (Nonce oldest = nonces.peek(); oldest != null; oldest = nonces.peek()) {
            Sent sent = byNonce.get(oldest);
            if (sent != null && sent.at().isAfter(forgotten)) {
                return;
            }
            byNonce.remove(oldest);
            nonces.remove();
        }
    }

    /** Puts an answer to an interaction there, or another version of it. */
    synchronized void putAnswer(ObjectNode json) {
        long id = json.path("id").asLong();
        Message known = all.get(id);
        boolean hidden = (json.path("flags").asInt() & Answer.EPHEMERAL) != 0;
        put(
                known != null
                        ? known.with(json)
                        : new Message(
                                Kind.ANSWER,
                                json.path("channel_id").asLong(),
                                id,
                                clock.instant(),
                                "",
                                List.of(),
                                hidden,
                                json.toString()));
    }

    /** A person writes into a channel; returns the message's id. */
    public synchronized long write(long channel, long person, String text) {
        Instant now = clock.instant();
        long id = ids.ofMessage();
        ObjectNode json =
                bodies.message(id, now, channel, person, payloads.object().put("content", text));
        put(new Message(Kind.OF_A_PERSON, channel, id, now, "", List.of(), false, json.toString()));
        return id;
    }

    private void put(Message message) {
        Said.in(message.json(payloads));
        all.put(message.id(), message);
        if (!message.hidden()) {
            byChannel
                    .computeIfAbsent(message.channel(), channel -> new TreeMap<>())
                    .put(message.id(), message);
        }
    }

    /** Someone deletes a message; whether there was one. */
    public synchronized boolean delete(long id) {
        Message gone = all.remove(id);
        if (gone != null && !gone.hidden()) {
            byChannel.getOrDefault(gone.channel(), new TreeMap<>()).remove(id);
        }
        return gone != null;
    }

    synchronized void forgetAnswers() {
        List<Message> answers = all.values().stream()
                .filter(message -> message.kind() == Kind.ANSWER)
                .toList();
        answers.forEach(answer -> delete(answer.id()));
    }

    /** A message as it is now. */
    public synchronized JsonNode shown(long id) {
        return json(id);
    }

    /** The same, to be changed and put back. */
    synchronized ObjectNode json(long id) {
        return find(id).orElseThrow(() -> new IllegalStateException("no message " + id))
                .json(payloads);
    }

    synchronized Optional<Message> find(long id) {
        return Optional.ofNullable(all.get(id));
    }

    /** A message of a channel's history. */
    synchronized Optional<Message> find(long channel, long id) {
        return Optional.ofNullable(history(channel).get(id));
    }

    /** The messages of a channel, by id. */
    synchronized NavigableMap<Long, Message> history(long channel) {
        return new TreeMap<>(byChannel.getOrDefault(channel, new TreeMap<>()));
    }

    /** Publishes a message; false when it was published before. */
    synchronized boolean crosspost(long id) {
        ObjectNode json = json(id);
        int flags = json.path("flags").asInt();
        if ((flags & CROSSPOSTED) != 0) {
            return false;
        }
        put(find(id).orElseThrow().with(json.put("flags", flags | CROSSPOSTED)));
        return true;
    }

    /** What the bot has sent by itself and is still there, the oldest first. */
    public synchronized List<Post> posts() {
        return posts(all.values().stream());
    }

    /** The same of one channel. */
    public synchronized List<Post> posts(long channel) {
        return posts(history(channel).values().stream());
    }

    private List<Post> posts(Stream<Message> messages) {
        return messages.filter(message -> message.kind() == Kind.POST)
                .map(this::post)
                .toList();
    }

    Post post(Message message) {
        return new Post(
                message.channel(),
                message.id(),
                message.at(),
                message.nonce(),
                message.pingedRoles(),
                message.json(payloads));
    }

    /** How many answers to interactions there are, without those that edited another message. */
    public synchronized long answers() {
        return all.values().stream()
                .filter(message -> message.kind() == Kind.ANSWER)
                .count();
    }

    /** The newest of them, as its reader sees it. */
    public synchronized JsonNode newestAnswer() {
        return all.values().stream()
                .filter(message -> message.kind() == Kind.ANSWER)
                .max(Comparator.comparingLong(Message::id))
                .orElseThrow()
                .json(payloads);
    }

    /** How many {@link #posts()} there are. */
    public synchronized long count() {
        return all.values().stream()
                .filter(message -> message.kind() == Kind.POST)
                .count();
    }

    /** How many {@link #posts()} a channel has. */
    public synchronized long count(long channel) {
        @Nullable TreeMap<Long, Message> messages = byChannel.get(channel);
        return messages == null
                ? 0
                : messages.values().stream()
                        .filter(message -> message.kind() == Kind.POST)
                        .count();
    }

    MessagePayloads bodies() {
        return bodies;
    }
}
