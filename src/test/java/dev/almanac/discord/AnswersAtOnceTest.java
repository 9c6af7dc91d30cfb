package dev.almanac.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import net.dv8tion.jda.api.requests.RestRateLimiter;
import net.dv8tion.jda.api.requests.RestRateLimiter.GlobalRateLimit;
import net.dv8tion.jda.api.requests.RestRateLimiter.Work;
import net.dv8tion.jda.api.requests.Route;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnswersAtOnceTest {
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-28T09:00:00Z"), ZoneOffset.UTC);
    private static final Route.CompiledRoute ANSWER = Route.Interactions.CALLBACK.compile("1", "token");

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final List<Work> sent = new ArrayList<>();
    private final List<Work> byTheLimits = new ArrayList<>();
    private final List<String> stopped = new ArrayList<>();
    private final GlobalRateLimit global = GlobalRateLimit.create();
    private final RestRateLimiter others = mock(RestRateLimiter.class);
    private final AnswersAtOnce answers = new AnswersAtOnce(waiting::add, global, others, NOW);

    @BeforeEach
    void limit() {
        doAnswer(call -> byTheLimits.add(call.getArgument(0))).when(others).enqueue(any());
        doAnswer(call -> {
                    stopped.add("others");
                    call.<Runnable>getArgument(1).run();
                    return null;
                })
                .when(others)
                .stop(anyBoolean(), any());
    }

    private Work work(Route.CompiledRoute route, boolean done) {
        Work work = mock(Work.class);
        when(work.getRoute()).thenReturn(route);
        when(work.isDone()).thenReturn(done);
        when(work.execute()).thenAnswer(call -> {
            sent.add(work);
            return null;
        });
        return work;
    }

    private void offer(Work work) {
        answers.enqueue(work);
        run();
    }

    private void run() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    @Test
    void sendsAFirstAnswerAtOnce() {
        Work answer = work(ANSWER, true);

        offer(answer);

        assertEquals(List.of(answer), sent);
        assertEquals(List.of(), byTheLimits);
    }

    @Test
    void leavesToTheLimitsWhatDiscordSendsBack() {
        Work refused = work(ANSWER, false);

        offer(refused);

        assertEquals(List.of(refused), byTheLimits);
    }

    @Test
    void leavesToTheLimitsAllThatIsNoFirstAnswer() {
        Work edit = work(Route.Interactions.EDIT_FOLLOWUP.compile("1", "token", "2"), true);

        offer(edit);

        assertEquals(List.of(), sent);
        assertEquals(List.of(edit), byTheLimits);
    }

    @Test
    void asksNothingWhileCloudflareRefuses() {
        global.setCloudflare(NOW.millis() + 1);
        Work answer = work(ANSWER, true);

        offer(answer);

        assertEquals(List.of(), sent);
        assertEquals(List.of(answer), byTheLimits);
    }

    @Test
    void asksAgainOnceCloudflareNoLongerRefuses() {
        global.setCloudflare(NOW.millis());
        Work answer = work(ANSWER, true);

        offer(answer);

        assertEquals(List.of(answer), sent);
    }

    @Test
    void doesNotSendWhatWasCancelled() {
        Work cancelled = work(ANSWER, true);
        when(cancelled.isSkipped()).thenReturn(true);

        offer(cancelled);

        assertEquals(List.of(), sent);
        assertEquals(List.of(), byTheLimits);
    }

    @Test
    void isStoppedOnceAllIsSent() {
        answers.enqueue(work(ANSWER, true));

        answers.stop(false, () -> stopped.add("all"));
        assertEquals(List.of(), stopped);
        run();

        assertEquals(List.of("others", "all"), stopped);
    }

    @Test
    void isStoppedAtOnceWhereNothingIsSent() {
        answers.stop(false, () -> stopped.add("all"));

        assertEquals(List.of("others", "all"), stopped);
    }

    @Test
    void waitsForNothingWhereItIsToEndNow() {
        answers.enqueue(work(ANSWER, true));

        answers.stop(true, () -> stopped.add("all"));
        answers.stop(false, () -> stopped.add("again"));

        assertEquals(List.of("others", "all"), stopped);
    }
}
