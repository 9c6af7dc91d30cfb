package dev.almanac.discord;

import dev.almanac.discord.DiscordWatch.ShardState;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.StatusChangeEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.SessionDisconnectEvent;
import net.dv8tion.jda.api.events.session.SessionResumeEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;

/** Tells how the shards of this process are. */
final class ShardWatching extends ListenerAdapter {
    private final DiscordWatch watch;
    private final Connection connection;
    private final Set<Integer> anew = ConcurrentHashMap.newKeySet();

    ShardWatching(DiscordWatch watch, Connection connection) {
        this.watch = watch;
        this.connection = connection;
    }

    @Override
    public void onStatusChange(StatusChangeEvent event) {
        if (event.getNewStatus() == JDA.Status.INITIALIZED) {
            // Before it logs in a session takes itself for shard 0 of 1.
            return;
        }
        if (event.getNewStatus() == JDA.Status.RECONNECT_QUEUED) {
            anew.add(event.getJDA().getShardInfo().getShardId());
        }
        is(event.getJDA(), state(event.getNewStatus()));
    }

    private void is(JDA session, ShardState state) {
        int shard = session.getShardInfo().getShardId();
        // What becomes of a session that was given up says nothing of the one in its place.
        if (connection.session(shard).filter(other -> !other.equals(session)).isEmpty()) {
            watch.shard(shard, state);
        }
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
        is(event.getJDA(), ShardState.READY);
        if (anew.remove(event.getJDA().getShardInfo().getShardId())) {
            watch.sessionBegan(false);
        }
    }

    @Override
    public void onSessionResume(SessionResumeEvent event) {
        watch.sessionBegan(true);
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
        is(event.getJDA(), ShardState.CLOSED);
    }
}
