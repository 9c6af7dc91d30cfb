package dev.almanac.crash;

import dev.almanac.standin.DiscordStandIn;
import dev.almanac.standin.Faults;
import dev.almanac.standin.Gate;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/** The moments to kill a bot at, each another one between a day's claim, its message and its mark. */
enum Death {
    /** A message is stored, and its answer never sent. */
    BEFORE_THE_ANSWER {
        @Override
        void arrange(DiscordStandIn discord, int number, RandomGenerator random, Runnable kill) {
            AtomicInteger stored = new AtomicInteger();
            discord.faults().afterStoring(Faults.ANYWHERE, post -> {
                if (stored.incrementAndGet() == number) {
                    kill.run();
                }
            });
        }
    },
    /** A message comes, and gets lost. */
    WITH_THE_MESSAGE {
        @Override
        void arrange(DiscordStandIn discord, int number, RandomGenerator random, Runnable kill) {
            AtomicInteger come = new AtomicInteger();
            discord.faults().onArrival(Faults.ANYWHERE, body -> {
                if (come.incrementAndGet() == number) {
                    discord.faults().cutMessages(Faults.ANYWHERE, 1);
                    kill.run();
                }
            });
        }
    },
    /** Messages are stored, and their answers wait; there are as many as there can be at a time, or that number. */
    WHILE_ANSWERS_WAIT {
        @Override
        void arrange(DiscordStandIn discord, int number, RandomGenerator random, Runnable kill) {
            AtomicInteger stored = new AtomicInteger();
            Gate gate = discord.faults().holdAnswers(Faults.ANYWHERE);
            discord.faults().afterStoring(Faults.ANYWHERE, post -> {
                if (stored.incrementAndGet() == number) {
                    kill.run();
                    gate.open();
                }
            });
        }
    },
    /** Whatever it does. */
    AT_ANY_MOMENT {
        @Override
        void arrange(DiscordStandIn discord, int number, RandomGenerator random, Runnable kill) {
            later(Duration.ofMillis(random.nextInt(6_000))).execute(kill);
        }
    },
    /** A message is stored after the death of who sent it. */
    BEFORE_THE_MESSAGE {
        @Override
        void arrange(DiscordStandIn discord, int number, RandomGenerator random, Runnable kill) {
            AtomicInteger come = new AtomicInteger();
            discord.faults().beforeStoring(Faults.ANYWHERE, body -> {
                if (come.incrementAndGet() == number) {
                    kill.run();
                }
            });
        }
    },
    /** An answer is on its way, or was just heard. */
    WITH_THE_ANSWER {
        @Override
        void arrange(DiscordStandIn discord, int number, RandomGenerator random, Runnable kill) {
            AtomicInteger stored = new AtomicInteger();
            Duration wait = Duration.ofNanos(random.nextInt(10_000_000));
            discord.faults().afterStoring(Faults.ANYWHERE, post -> {
                if (stored.incrementAndGet() == number) {
                    later(wait).execute(kill);
                }
            });
        }
    };

    /**
     * Has the bot killed that is about to start.
     *
     * @param number of the message at which it is to die, where that is at a message
     * @param kill returns when it is dead
     */
    abstract void arrange(DiscordStandIn discord, int number, RandomGenerator random, Runnable kill);

    private static Executor later(Duration wait) {
        return CompletableFuture.delayedExecutor(wait.toNanos(), TimeUnit.NANOSECONDS);
    }
}
