package dev.almanac.discord;

/** Discord doesn't take this bot as it is. The message tells the operator what to do. */
public final class DiscordRefusal extends Exception {
    private static final long serialVersionUID = 1;

    private final boolean heals;

    /** @param heals whether starting the program anew helps; if not, only the operator can */
    public DiscordRefusal(String message, boolean heals) {
        super(message);
        this.heals = heals;
    }

    /** Whether starting the program anew helps. */
    public boolean heals() {
        return heals;
    }
}
