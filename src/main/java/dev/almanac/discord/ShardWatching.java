package dev.almanac.discord;

import dev.almanac.discord.DiscordWatch.ShardState;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.StatusChangeEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.SessionDisconnectEvent;
import net.dv8tion.jda.api.events.session.SessionRecreateEvent;
import net.dv8tion.jda.api.events.session.SessionResumeEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;

/** Tells how the shards of this process are. */
final class ShardWatching extends ListenerAdapter {
    private final DiscordWatch watch;

    ShardWatching(DiscordWatch watch) {
        this.watch = watch;
    }

    @Override
    public void onStatusChange(StatusChangeEvent event) {
        watch.shard(event.getJDA().getShardInfo().getShardId(), state(event.getNewStatus()));
    }

    private static ShardState state(JDA.Status status) {
        return switch (status) {
            case CONNECTED -> ShardState.READY;
            case DISCONNECTED, RECONNECT_QUEUED, WAITING_TO_RECONNECT, ATTEMPTING_TO_RECONNECT ->
                ShardState.RECONNECTING;
            case SHUTTING_DOWN, SHUTDOWN, FAILED_TO_LOGIN -> ShardState.CLOSED;
            default -> ShardState.CONNECTING;
        };
    }

    @Override
    public void onReady(ReadyEvent event) {
        watch.shard(event.getJDA().getShardInfo().getShardId(), ShardState.READY);
    }

    @Override
    public void onSessionResume(SessionResumeEvent event) {
        watch.sessionBegan(true);
    }

    @Override
    public void onSessionRecreate(SessionRecreateEvent event) {
        watch.sessionBegan(false);
    }

    @Override
    public void onSessionDisconnect(SessionDisconnectEvent event) {
        watch.disconnected(
                event.getServiceCloseFrame() == null
                        ? 0
                        : event.getServiceCloseFrame().getCloseCode());
    }

    @Override
    public void onShutdown(ShutdownEvent event) {
        watch.shard(event.getJDA().getShardInfo().getShardId(), ShardState.CLOSED);
    }
}
