package dev.almanac.discord.message;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import dev.almanac.chat.Question;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/**
 * Formatted answers over one timeline, ready to send: public ones, under the resolved question and the language, never under the
 * asker.
 */
public final class KeptMessages {
    /** In characters of JSON and bytes of pictures, together: some 4,000 messages, or 500 with a picture. */
    private static final long MOST = 16_000_000;

    private final Cache<Key, Anew> messages = Caffeine.newBuilder()
            .maximumWeight(MOST)
            .<Key, Anew>weigher((key, message) -> message.weight())
            .recordStats()
            .build();

    private record Key(Question question, Locale language) {}

    /**
     * A message for each sending.
     *
     * @param message the same each time, or made anew where it can be sent but once
     * @param weight what it takes to keep it, in characters and bytes
     */
    record Anew(Supplier<MessageCreateData> message, int weight) {}

    Optional<MessageCreateData> get(Question question, Locale language) {
        return Optional.ofNullable(messages.getIfPresent(new Key(question, language)))
                .map(kept -> kept.message().get());
    }

    /** Keeps a message that can be sent any number of times. */
    void keep(Question question, Locale language, MessageCreateData message) {
        keep(
                question,
                language,
                new Anew(() -> message, message.toData().toString().length()));
    }

    void keep(Question question, Locale language, Anew message) {
        messages.put(new Key(question, language), message);
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
