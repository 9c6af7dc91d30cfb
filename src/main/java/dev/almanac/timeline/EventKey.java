package dev.almanac.timeline;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A short name of an event that follows from its id alone, for where several are named in little room: the first 8 characters
 * of the Base32 (RFC 4648, in lower case) of the SHA-256 of the id.
 *
 * @param bits the first 40 of the hash
 */
public record EventKey(long bits) {
    static final int BITS = 40;

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final Pattern WRITTEN = Pattern.compile("[a-z2-7]{8}");
    private static final int BITS_OF_A_CHARACTER = 5;

    /** Only copied: to look for one anew costs more than the hash. */
    private static final MessageDigest SHA_256 = sha256();

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** The key of an id. */
    public static EventKey of(String id) {
        try {
            MessageDigest digest = (MessageDigest) SHA_256.clone();
            byte[] hash = digest.digest(id.getBytes(StandardCharsets.UTF_8));
            long bits = 0;
            for (int i = 0; i < BITS / Byte.SIZE; i++) {
                bits = bits << Byte.SIZE | (hash[i] & 0xFF);
            }
            return new EventKey(bits);
        } catch (CloneNotSupportedException isOfJavasOwn) {
            throw new IllegalStateException(isOfJavasOwn);
        }
    }

    /** Reads what {@link #toString} wrote; empty when the text is no key. */
    static Optional<EventKey> parse(String written) {
        String key = written.toLowerCase(Locale.ROOT);
        return WRITTEN.matcher(key).matches()
                ? Optional.of(new EventKey(key.chars()
                        .mapToLong(ALPHABET::indexOf)
                        .reduce(0, (bits, next) -> bits << BITS_OF_A_CHARACTER | next)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        StringBuilder written = new StringBuilder();
        for (int shift = BITS - BITS_OF_A_CHARACTER; shift >= 0; shift -= BITS_OF_A_CHARACTER) {
            written.append(ALPHABET.charAt((int) (bits >>> shift) & (ALPHABET.length() - 1)));
        }
        return written.toString();
    }
}
