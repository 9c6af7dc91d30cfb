package dev.almanac.standin;

import java.util.EnumSet;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;

/** A bot in a process of its own that posts into all its channels at once, over and over. */
final class PostingBot {
    private PostingBot() {}

    /**
     * Posts until it is killed.
     *
     * @param arguments the base of REST, and the gateway
     */
    public static void main(String[] arguments) throws InterruptedException {
        JDA jda = JDABuilder.createLight(DiscordStandIn.TOKEN, EnumSet.noneOf(GatewayIntent.class))
                .setRestConfig(new RestConfig().setBaseUrl(arguments[0] + "/"))
                .setSessionController(new ConcurrentSessionController() {
                    @Override
                    public String getGateway() {
                        return arguments[1];
                    }
                })
                .build()
                .awaitReady();
        while (true) {
            jda.getTextChannels().forEach(channel -> channel.sendMessage("x").queue());
            jda.getTextChannels().get(0).sendMessage("last").complete();
        }
    }
}
