package dev.almanac;

/** The value of a setting can't be used. The message goes on where "ALMANAC_ZONE is "Berlin", " ends. */
final class WrongValue extends Exception {
    private final boolean secret;

    private WrongValue(String message, boolean secret) {
        super(message);
        this.secret = secret;
    }

    WrongValue(String message) {
        this(message, false);
    }

    /** The value is never shown. The message goes on where "DISCORD_API_URL " ends. */
    static WrongValue secret(String message) {
        return new WrongValue(message, true);
    }

    /** @param name of the setting, as whoever set it wrote it */
    String sentence(String name, String value) {
        return name + (secret ? " " : " is \"" + value + "\", ") + getMessage();
    }
}
