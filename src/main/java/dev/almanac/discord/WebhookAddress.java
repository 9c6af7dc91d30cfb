package dev.almanac.discord;

import java.util.Optional;
import java.util.regex.Matcher;
import net.dv8tion.jda.api.entities.Webhook;

/**
 * Where a webhook takes messages (https://discord.com/developers/docs/resources/webhook#execute-webhook).
 *
 * @param token whoever has it can post there; never logged or shown
 */
public record WebhookAddress(String id, String token) {
    /** Reads what Discord's "Copy Webhook URL" copies; empty when it is something else. */
    public static Optional<WebhookAddress> parse(String url) {
        Matcher parts = Webhook.WEBHOOK_URL.matcher(url);
        return parts.matches()
                ? Optional.of(new WebhookAddress(parts.group("id"), parts.group("token")))
                : Optional.empty();
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "webhook " + id;
    }
}
