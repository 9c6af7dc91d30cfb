package dev.almanac.discord.message;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import dev.almanac.chat.Question;
import java.util.Locale;
import java.util.Optional;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/**
 * Formatted answers over one timeline, ready to send: public ones, under the resolved question and the language, never under the
 * asker.
 */
public final class KeptMessages {
    /** In characters of JSON, together: some 4,000 messages. */
    private static final long MOST = 16_000_000;

    private final Cache<Key, MessageCreateData> messages = Caffeine.newBuilder()
            .maximumWeight(MOST)
            .<Key, MessageCreateData>weigher(
                    (key, message) -> message.toData().toString().length())
            .recordStats()
            .build();

    private record Key(Question question, Locale language) {}

    Optional<MessageCreateData> get(Question question, Locale language) {
        return Optional.ofNullable(messages.getIfPresent(new Key(question, language)));
    }

    void keep(Question question, Locale language, MessageCreateData message) {
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
