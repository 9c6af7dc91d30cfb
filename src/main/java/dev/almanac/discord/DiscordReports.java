package dev.almanac.discord;

import dev.almanac.chat.Reports;
import dev.almanac.discord.message.ReportMessage;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.WebhookClient;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import org.jspecify.annotations.Nullable;

/** Sends reports of mistakes to a webhook, through the connection that the bot has. */
public final class DiscordReports implements Reports {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private final Connection connection;
    private final WebhookAddress address;

    public DiscordReports(Connection connection, WebhookAddress address) {
        this.connection = connection;
        this.address = address;
    }

    @Override
    public void send(Report report) throws NotSent {
        JDA jda = connection.sessions().values().stream()
                .findFirst()
                .orElseThrow(() -> new NotSent("not connected to Discord"));
        String guild = connection.guild(report.guild()).map(Guild::getName).orElse("");
        try {
            WebhookClient.createClient(jda, address.id(), address.token())
                    .sendMessage(ReportMessage.of(report, guild))
                    // What isn't begun by then isn't sent any more.
                    .timeout(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)
                    .submit()
                    .orTimeout(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (CompletionException failure) {
            throw new NotSent(address + why(failure.getCause()));
        }
    }

    private static String why(@Nullable Throwable failure) {
        return failure instanceof ErrorResponseException refused
                ? ": Discord answered " + refused.getErrorCode() + " " + refused.getMeaning()
                        + ". Look whether ALMANAC_REPORTS is still its address."
                : " didn't answer: " + failure;
    }
}
