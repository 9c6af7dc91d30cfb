package dev.almanac.bench;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/** The least that a JDA bot can do: it answers every command with one and the same message, about as long as ours are. */
final class FloorBot extends ListenerAdapter {
    private static final int CONNECTIONS = 64;
    private static final String WORDS = "Nothing is known of this day but that it was a day like any other. ";

    private final MessageCreateData constant = new MessageCreateBuilder()
            .useComponentsV2()
            .setComponents(
                    TextDisplay.of("## A heading"),
                    card(),
                    card(),
                    ActionRow.of(
                            Button.secondary("1|t|1|year|1866", "← 1866"),
                            Button.secondary("1|t|1|year|1868", "1868 →")))
            .setAllowedMentions(EnumSet.noneOf(Message.MentionType.class))
            .build();

    private FloorBot() {}

    private static Container card() {
        return Container.of(
                        TextDisplay.of("-# **30 March 1867**\n### A title\n" + WORDS.repeat(10)),
                        TextDisplay.of("-# A foot"))
                .withAccentColor(0x274690);
    }

    /** Connects to {@code DISCORD_API_URL} as {@code DISCORD_TOKEN}, and answers until it is ended. */
    public static void main(String[] arguments) {
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(CONNECTIONS);
        dispatcher.setMaxRequestsPerHost(CONNECTIONS);
        JDABuilder.createLight(env("DISCORD_TOKEN"), EnumSet.noneOf(GatewayIntent.class))
                .setRestConfig(new RestConfig().setBaseUrl(env("DISCORD_API_URL") + "/"))
                .setHttpClient(new OkHttpClient.Builder()
                        .dispatcher(dispatcher)
                        .connectionPool(new ConnectionPool(CONNECTIONS, 5, TimeUnit.MINUTES))
                        .build())
                .setSessionController(new ConcurrentSessionController() {
                    @Override
                    public String getGateway() {
                        return env("DISCORD_API_URL").replaceFirst("^http(.*)/api/v10$", "ws$1/gateway");
                    }
                })
                .addEventListeners(new FloorBot())
                .build();
    }

    private static String env(String name) {
        return Objects.requireNonNull(System.getenv(name), name);
    }

    @Override
    public void onReady(ReadyEvent event) {
        event.getJDA()
                .updateCommands()
                .addCommands(List.of(
                        Commands.slash("year", "A year").addOption(OptionType.STRING, "year", "A year", true),
                        Commands.slash("onthisday", "A day")
                                .addOption(OptionType.STRING, "month", "A month")
                                .addOption(OptionType.INTEGER, "day", "A day"),
                        Commands.slash("random", "Some event")))
                .queue();
    }

    @Override
    public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
        event.reply(constant).queue();
    }
}
