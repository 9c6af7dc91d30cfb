package dev.almanac.discord;

import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.RawGatewayEvent;
import net.dv8tion.jda.api.events.http.HttpRequestEvent;
import net.dv8tion.jda.api.events.interaction.GenericInteractionCreateEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.hooks.ListenerAdapter;

/**
 * Spares a listener what comes with every answer: the interaction, the raw event of it and the request. For each event, JDA's adapter looks up
 * a method by each of the event's classes and interfaces, whether there is one or not.
 */
record Seldom(ListenerAdapter listener) implements EventListener {
    @Override
    public void onEvent(GenericEvent event) {
        boolean isOften = event instanceof HttpRequestEvent
                || event instanceof GenericInteractionCreateEvent
                || (event instanceof RawGatewayEvent raw && raw.getType().equals("INTERACTION_CREATE"));
        if (!isOften) {
            listener.onEvent(event);
        }
    }
}
