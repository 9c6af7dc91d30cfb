package dev.almanac.cluster;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** What happens to processes and their database, each another moment between a day's claim, its message and its mark. */
enum Blow {
    /** A process dies, whatever it does. */
    KILL {
        @Override
        void strike(Cluster cluster, RandomGenerator random) {
            cluster.any(random).ifPresent(cluster::kill);
        }
    },
    /** A day is claimed, and its message gets lost with the process that sends it. */
    KILL_BETWEEN_CLAIM_AND_SEND {
        @Override
        void strike(Cluster cluster, RandomGenerator random) throws InterruptedException {
            cluster.withNextArrival(channel -> {
                cluster.discord().faults().cutMessages(channel, 1);
                cluster.owner(channel, random).ifPresent(cluster::kill);
            });
        }
    },
    /** A message is stored, and the process that sent it dies before it hears so. */
    KILL_BETWEEN_SEND_AND_MARK {
        @Override
        void strike(Cluster cluster, RandomGenerator random) throws InterruptedException {
            cluster.withNextMessage(channel -> cluster.owner(channel, random).ifPresent(cluster::kill));
        }
    },
    /** A process sleeps, whatever it does, and wakes holding what others took over. */
    FREEZE {
        @Override
        void strike(Cluster cluster, RandomGenerator random) {
            cluster.any(random).ifPresent(cluster::freeze);
        }
    },
    /** The same while its message is on the way; the message arrives. */
    FREEZE_BETWEEN_CLAIM_AND_SEND {
        @Override
        void strike(Cluster cluster, RandomGenerator random) throws InterruptedException {
            cluster.withNextArrival(channel -> cluster.owner(channel, random).ifPresent(cluster::freeze));
        }
    },
    /** The same when its message is stored, before it hears so. */
    FREEZE_BETWEEN_SEND_AND_MARK {
        @Override
        void strike(Cluster cluster, RandomGenerator random) throws InterruptedException {
            cluster.withNextMessage(channel -> cluster.owner(channel, random).ifPresent(cluster::freeze));
        }
    },
    /** All connections to the database end. */
    CUT_DATABASE {
        @Override
        void strike(Cluster cluster, RandomGenerator random) throws SQLException {
            cluster.server()
                    .sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'almanac'");
        }
    },
    /** The database is away for some seconds. */
    RESTART_DATABASE {
        @Override
        void strike(Cluster cluster, RandomGenerator random) throws IOException, InterruptedException {
            cluster.server().stop();
            Thread.sleep(Duration.ofMillis(random.nextInt(8_000)).toMillis());
            cluster.server().start();
        }
    };

    abstract void strike(Cluster cluster, RandomGenerator random)
            throws IOException, SQLException, InterruptedException;
}
