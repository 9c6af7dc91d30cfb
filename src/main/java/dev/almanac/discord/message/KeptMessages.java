package dev.almanac.discord.message;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import dev.almanac.chat.Question;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import okio.ByteString;

/**
 * Formatted answers over one timeline, ready to send: public ones, under the resolved question and the language, never under the
 * asker.
 */
public final class KeptMessages {
    /** In bytes of messages, of their JSON and of pictures, together: some 2,000 messages, or 500 with a picture. */
    private static final long MOST = 16_000_000;

    private final Cache<Key, Kept> messages = Caffeine.newBuilder()
            .maximumWeight(MOST)
            .<Key, Kept>weigher((key, message) -> message.weight())
            // What is done for the cache takes less than to wake a thread for it.
            .executor(Runnable::run)
            .recordStats()
            .build();

    private record Key(Question question, Locale language) {}

    /**
     * A message for each sending.
     *
     * @param message the same each time, or made anew where it can be sent but once
     * @param json as it is sent; empty where it's made anew
     * @param weight what it takes to keep it, in bytes
     */
    record Kept(Supplier<MessageCreateData> message, Optional<ByteString> json, int weight) {}

    Optional<Kept> get(Question question, Locale language) {
        return Optional.ofNullable(messages.getIfPresent(new Key(question, language)));
    }

    /**
     * Keeps a message that can be sent any number of times.
     *
     * @param json as it is sent
     */
    void keep(Question question, Locale language, MessageCreateData message, ByteString json) {
        messages.put(
                new Key(question, language),
                new Kept(() -> message, Optional.of(json), Math.multiplyExact(2, json.size())));
    }

    /**
     * Keeps what makes a message anew for each sending.
     *
     * @param weight what it takes to keep that, in bytes
     */
    void keepAnew(Question question, Locale language, Supplier<MessageCreateData> message, int weight) {
        messages.put(new Key(question, language), new Kept(message, Optional.empty(), weight));
    }

    /** {@code 812 of 1,000 answers were ready to send (81 %), 188 are kept}. */
    public String inWords() {
        CacheStats stats = messages.stats();
        return String.format(
                Locale.ENGLISH,
                "%,d of %,d answers were ready to send (%.0f %%), %,d are kept",
                stats.hitCount(),
                stats.requestCount(),
                stats.requestCount() == 0 ? 0 : 100 * stats.hitRate(),
                messages.estimatedSize());
    }
}
