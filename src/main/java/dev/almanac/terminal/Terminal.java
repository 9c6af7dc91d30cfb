package dev.almanac.terminal;

import dev.almanac.chat.Choice;
import dev.almanac.chat.Picture;
import dev.almanac.chat.Question;
import dev.almanac.chat.Reply;
import dev.almanac.timeline.TimelineState;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.TerminalBuilder;

/** Reads lines from a terminal, with editing, or from a pipe, without a prompt, and prints the replies in UTF-8. */
public final class Terminal {
    private static final String PROMPT = "\n> ";
    /** The command that draws. */
    private static final String PICTURES = "timeline";

    private static final int COLUMNS_OF_A_PIPE = 80;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Supplier<TerminalEdition> editions;
    private final Supplier<TimelineState> timeline;
    private final Chat chat;
    private final Map<String, String> environment;
    private final PrintStream out;

    /**
     * A terminal that nobody has typed into.
     *
     * @param editions what is in use
     * @param timeline what became of the timeline's file, which is told between two lines
     */
    public Terminal(
            Supplier<TerminalEdition> editions,
            Supplier<TimelineState> timeline,
            Chat chat,
            Map<String, String> environment,
            PrintStream out) {
        this.editions = editions;
        this.timeline = timeline;
        this.chat = chat;
        this.environment = environment;
        this.out = out;
    }

    /** Whether somebody sits at both ends: neither standard input nor standard output is a file or a pipe. */
    @SuppressWarnings("SystemConsoleNull") // null on Java 17 to 21; later versions are asked below
    public static boolean isInteractive() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            // Since Java 22 there is a console without a terminal, too, and a method that tells.
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException before22) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    /** Answers one line and returns the reply, printed with each choice as the line to type for it. */
    public Reply ask(String line) {
        ReplyText text = text(isInteractive(), COLUMNS_OF_A_PIPE);
        Chat.Said<String> said = chat.answer(line, text::typed);
        out.print(said.form());
        out.flush();
        return said.reply();
    }

    /**
     * The picture that a line asks for, or that its answer offers; a line without a command is a day. Where there is none, what was
     * wrong is printed.
     */
    public Optional<Picture> picture(String line) {
        Reply reply = chat.answer(line.startsWith("/") ? line : "/onthisday " + line);
        Optional<Question> offered = reply.choices().stream()
                .map(Choice::question)
                .filter(question ->
                        reply.picture().isEmpty() && question.command().equals(PICTURES))
                .findFirst();
        Reply drawn = offered.isPresent() ? chat.answer(offered.get().toString()) : reply;
        if (drawn.picture().isEmpty()) {
            boolean refused = reply.kind().isRefusal() || offered.isPresent();
            out.print(
                    refused
                            ? text(isInteractive(), COLUMNS_OF_A_PIPE).typed(drawn)
                            : "There is no picture of that. Try ./almanac picture 28 november, or ./almanac picture /timeline.\n");
            out.flush();
        }
        return drawn.picture();
    }

    /** Answers every line of a pipe. */
    public void answerAll(InputStream in) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        String separator = "";
        for (String line = lines.readLine(); line != null && !Chat.leaves(line); line = lines.readLine()) {
            String typed = line.replace(BYTE_ORDER_MARK, "");
            if (!typed.isBlank()) {
                out.print(separator);
                out.print(said(typed, text(false, COLUMNS_OF_A_PIPE)));
                out.flush();
                separator = "\n";
            }
        }
    }

    /** Talks with whoever sits at the terminal until they leave. */
    public void talk(String welcome) throws IOException {
        try (org.jline.terminal.Terminal terminal = TerminalBuilder.builder()
                .system(true)
                .encoding(StandardCharsets.UTF_8)
                .build()) {
            talk(welcome, terminal);
        }
    }

    void talk(String welcome, org.jline.terminal.Terminal terminal) {
        LineReader reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("almanac")
                .parser(new DefaultParser().escapeChars(new char[0]).quoteChars(new char[0]))
                .completer(new LineCompleter(() -> editions.get().commands()))
                .completionMatcher(new LineCompleter.Matcher())
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .build();
        Screens screens = new Screens(terminal, out);
        out.println(welcome);
        int told = 0;
        for (Optional<String> line = next(reader); line.isPresent(); line = next(reader)) {
            told = tellNews(told);
            if (!line.get().isBlank()) {
                int columns = terminal.getSize().getColumns();
                screens.show(said(line.get(), text(true, columns > 0 ? columns : COLUMNS_OF_A_PIPE)));
            }
        }
    }

    /** Tells what became of the file since it was told so much of, and returns how much is told now. */
    private int tellNews(int told) {
        TimelineState state = timeline.get();
        if (state.number() != told) {
            out.println(state.inWords());
            state.problems().forEach(out::println);
        }
        return state.number();
    }

    /** What they type next; empty when they leave. Ctrl-C leaves where nothing is typed, and clears the line where something is. */
    private Optional<String> next(LineReader reader) {
        while (true) {
            try {
                return Optional.of(reader.readLine(PROMPT)).filter(line -> !Chat.leaves(line));
            } catch (UserInterruptException interrupted) {
                if (interrupted.getPartialLine().isBlank()) {
                    out.println();
                    return Optional.empty();
                }
            } catch (EndOfFileException ended) {
                out.println();
                return Optional.empty();
            }
        }
    }

    private String said(String line, ReplyText text) {
        return chat.answer(line, text::numbered).form();
    }

    private ReplyText text(boolean interactive, int columns) {
        return new ReplyText(style(interactive), interactive ? Links.of(environment) : Links.WHOLE, columns);
    }

    /** NO_COLOR as on no-color.org: set and not empty means none. */
    private Style style(boolean interactive) {
        boolean wanted = environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "").equals("dumb");
        return interactive && wanted ? Style.COLOURED : Style.PLAIN;
    }
}
