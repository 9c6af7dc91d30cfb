package dev.almanac.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * What goes wrong, or slowly: with requests of a route, and with messages that the bot sends by itself. {@link #ANYWHERE} stands for
 * every channel.
 */
public final class Faults {
    public static final long ANYWHERE = 0;

    /** The route of first answers to interactions. */
    public static final String ANSWERS = "POST /interactions/{interaction}/{token}/callback";

    /** The route of messages. */
    public static final String MESSAGES = "POST /channels/{channel}/messages";

    /** Every route; not the gateway's. */
    public static final String EVERYTHING = "";

    private static final Duration SHORT_WAIT = Duration.ofMillis(100);

    private final List<Fault> faults = new ArrayList<>();
    private final List<Ordered> troubles = new ArrayList<>();
    private final List<Hook<JsonNode>> arriving = new ArrayList<>();
    private final List<Hook<JsonNode>> before = new ArrayList<>();
    private final List<Hook<Post>> after = new ArrayList<>();
    private final List<Hook<Post>> answering = new ArrayList<>();
    private final List<Gate> gates = new ArrayList<>();

    private enum Moment {
        CREATE,
        STORED,
        CROSSPOST
    }

    private static final class Fault {
        private final long channel;
        private final Moment moment;
        private final RestAnswer answer;
        private int left;

        Fault(long channel, Moment moment, RestAnswer answer, int left) {
            this.channel = channel;
            this.moment = moment;
            this.answer = answer;
            this.left = left;
        }
    }

    private static final class Ordered {
        private final String route;
        private final Trouble trouble;
        private int left;

        Ordered(String route, Trouble trouble, int left) {
            this.route = route;
            this.trouble = trouble;
            this.left = left;
        }
    }

    private record Hook<T>(long channel, Consumer<T> does) {}

    /** Lets the next requests of a route go wrong, like {@code GET /channels/{channel}/messages}. */
    public synchronized void next(String route, int number, Trouble trouble) {
        troubles.add(new Ordered(route, trouble, number));
    }

    /** What is to go wrong with a request of this route. */
    synchronized Optional<Trouble> of(String route) {
        Optional<Ordered> next = troubles.stream()
                .filter(ordered -> ordered.route.equals(EVERYTHING) || ordered.route.equals(route))
                .findFirst();
        next.ifPresent(ordered -> ordered.left--);
        troubles.removeIf(ordered -> ordered.left <= 0);
        return next.map(ordered -> ordered.trouble);
    }

    /** Refuses the next messages, which are not looked at. */
    public void refuseMessages(long channel, int number, int status) {
        add(channel, Moment.CREATE, answer(status), number);
    }

    /** Ends the connection of the next messages, which are not looked at, without an answer. */
    public void cutMessages(long channel, int number) {
        add(channel, Moment.CREATE, RestAnswer.cut(), number);
    }

    /** Takes the next messages, but says that it went wrong. */
    public void refuseAfterStoring(long channel, int number, int status) {
        add(channel, Moment.STORED, answer(status), number);
    }

    /** Takes the next messages, but ends their connection without an answer. */
    public void cutAfterStoring(long channel, int number) {
        add(channel, Moment.STORED, RestAnswer.cut(), number);
    }

    /** Refuses to publish the next messages. */
    public void refuseCrossposts(long channel, int number, int status) {
        add(channel, Moment.CROSSPOST, answer(status), number);
    }

    private static RestAnswer answer(int status) {
        return status == 429
                ? RestAnswer.limited(SHORT_WAIT)
                : RestAnswer.error(status, status == 403 ? 50013 : 0, "stand-in says " + status);
    }

    private synchronized void add(long channel, Moment moment, RestAnswer answer, int number) {
        faults.add(new Fault(channel, moment, answer, number));
    }

    /** How many of the ordered faults are still to come. */
    public synchronized int left() {
        return faults.stream().mapToInt(fault -> fault.left).sum()
                + troubles.stream().mapToInt(ordered -> ordered.left).sum();
    }

    /** From now on messages are stored and their answers held until the gate is opened. */
    public synchronized Gate holdAnswers(long channel) {
        Gate gate = new Gate();
        gates.add(gate);
        answering.add(new Hook<>(channel, stored -> gate.await()));
        return gate;
    }

    /** From now on messages are stored at once and answered so much later, by the machine's time. */
    public synchronized void delayAnswers(long channel, Duration delay) {
        answering.add(new Hook<>(channel, stored -> {
            long until = System.nanoTime() + delay.toNanos();
            for (long left = delay.toNanos(); left > 0; left = until - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
        }));
    }

    /** Called on the request's own thread with the body of each message that comes, before anything is done with it. */
    public synchronized void onArrival(long channel, Consumer<JsonNode> hook) {
        arriving.add(new Hook<>(channel, hook));
    }

    /** Called on the request's own thread with the body of each message that would be stored next. */
    public synchronized void beforeStoring(long channel, Consumer<JsonNode> hook) {
        before.add(new Hook<>(channel, hook));
    }

    /** Called on the request's own thread with each message that was stored and is not answered yet. */
    public synchronized void afterStoring(long channel, Consumer<Post> hook) {
        after.add(new Hook<>(channel, hook));
    }

    /** Ends all of it: what is held goes on, hooks and ordered faults are forgotten. */
    public synchronized void clear() {
        gates.forEach(Gate::open);
        gates.clear();
        faults.clear();
        troubles.clear();
        arriving.clear();
        before.clear();
        after.clear();
        answering.clear();
    }

    Optional<RestAnswer> insteadOfCreating(long channel) {
        return next(channel, Moment.CREATE);
    }

    Optional<RestAnswer> insteadOfConfirming(long channel) {
        return next(channel, Moment.STORED);
    }

    Optional<RestAnswer> insteadOfCrossposting(long channel) {
        return next(channel, Moment.CROSSPOST);
    }

    private synchronized Optional<RestAnswer> next(long channel, Moment moment) {
        Optional<Fault> next = faults.stream()
                .filter(fault -> fault.moment == moment && (fault.channel == ANYWHERE || fault.channel == channel))
                .findFirst();
        next.ifPresent(fault -> fault.left--);
        faults.removeIf(fault -> fault.left <= 0);
        return next.map(fault -> fault.answer);
    }

    void arrived(long channel, JsonNode body) {
        call(hooks(arriving, channel), body);
    }

    void willStore(long channel, JsonNode body) {
        call(hooks(before, channel), body);
    }

    void hasStored(Post post) {
        call(hooks(after, post.channel()), post);
    }

    void willAnswer(Post post) {
        call(hooks(answering, post.channel()), post);
    }

    private synchronized <T> List<Hook<T>> hooks(List<Hook<T>> all, long channel) {
        return all.stream()
                .filter(hook -> hook.channel() == ANYWHERE || hook.channel() == channel)
                .toList();
    }

    private static <T> void call(List<Hook<T>> hooks, T with) {
        hooks.forEach(hook -> hook.does().accept(with));
    }
}
