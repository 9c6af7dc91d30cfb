package dev.almanac;

import dev.almanac.chat.Reply;
import dev.almanac.discord.DiscordRefusal;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** The codes that the program ends with; those from 64 on are of sysexits.h. */
final class Endings implements IExecutionExceptionHandler {
    static final int WELL = 0;

    /** Something in a file isn't as it should be, and was told. */
    static final int INCOMPLETE = 1;

    static final int MISTAKE = 2;

    /** EX_SOFTWARE: a fault of the program. */
    static final int FAILURE = 70;

    /** EX_TEMPFAIL: starting again helps. */
    static final int START_AGAIN = 75;

    /** EX_CONFIG: starting again changes nothing until a setting is mended. */
    static final int CONFIGURATION = 78;

    private final PrintStream err;

    Endings(PrintStream err) {
        this.err = err;
    }

    static int after(Reply reply) {
        return switch (reply.kind()) {
            case MISTAKE -> MISTAKE;
            case FAILURE -> FAILURE;
            default -> WELL;
        };
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        return after(failure);
    }

    private int after(Exception failure) {
        if (failure instanceof DiscordRefusal refusal) {
            err.println(refusal.getMessage());
            return refusal.heals() ? START_AGAIN : CONFIGURATION;
        }
        if (failure instanceof CannotStart) {
            err.println(failure.getMessage());
            return CONFIGURATION;
        }
        return failed(failure);
    }

    /** The code of a command that comes without a command line, whatever happens. */
    int of(Callable<Integer> command) {
        try {
            return command.call();
        } catch (Exception failure) {
            return after(failure);
        } catch (Error failure) {
            return failed(failure);
        }
    }

    /** The code of the command line, whatever happens: a process that failed must not look as if it had been told to stop. */
    static int of(CommandLine line, String... arguments) {
        try {
            return line.execute(arguments);
        } catch (RuntimeException | Error failure) {
            return failed(failure);
        }
    }

    private static int failed(Throwable failure) {
        log().error("The program ends because of a fault of its own", failure);
        return FAILURE;
    }

    /** Only whoever has something to log waits until the log is set up; answering one question would take a third longer. */
    private static Logger log() {
        return LoggerFactory.getLogger(Endings.class);
    }
}
