package dev.almanac;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.almanac.chat.Reply;
import dev.almanac.discord.DiscordRefusal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class EndingsTest {
    /** A program that fails. */
    @Command(name = "failing")
    private record Failing(Throwable failure) implements Callable<Integer> {
        @Override
        public Integer call() throws Exception {
            if (failure instanceof Error error) {
                throw error;
            }
            throw (Exception) failure;
        }
    }

    private record Ended(int code, String err) {}

    private static Ended after(Throwable failure) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        CommandLine line = new CommandLine(new Failing(failure))
                .setExecutionExceptionHandler(new Endings(new PrintStream(err, true, StandardCharsets.UTF_8)));
        return new Ended(Endings.of(line), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void sayWhetherStartingAgainHelps() {
        String sentence = "Discord asks for more shards." + System.lineSeparator();

        assertEquals(new Ended(75, sentence), after(new DiscordRefusal("Discord asks for more shards.", true)));
        assertEquals(new Ended(78, sentence), after(new DiscordRefusal("Discord asks for more shards.", false)));
        assertEquals(new Ended(78, "Mend it." + System.lineSeparator()), after(new CannotStart("Mend it.")));
    }

    @Test
    void neverCallAFaultOfTheProgramsOwnAGoodEnd() {
        assertEquals(new Ended(70, ""), after(new IllegalStateException("a fault")));
        assertEquals(new Ended(70, ""), after(new InterruptedException("a fault")));
        assertEquals(new Ended(70, ""), after(new NoClassDefFoundError("a fault")));
    }

    @Test
    void followTheReply() {
        assertEquals(
                List.of(0, 2), List.of(Endings.after(Reply.of("1867", List.of())), Endings.after(Reply.mistake("no"))));
    }
}
