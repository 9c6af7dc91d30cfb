package dev.almanac.terminal;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Terminal;

/** Shows a text to whoever sits at a terminal, and stops where the screen is full. */
final class Screens {
    private static final String MORE = "— more: Enter, q ends —";

    /** The blank line and the prompt that follow a text. */
    private static final int ROWS_OF_PROMPT = 2;

    private static final String GOES_ON = "\r\n ";

    /** Ctrl-C and Ctrl-D among them. */
    private static final String ENDS = "qQ\u0003\u0004";

    /** Colours, weights and hyperlinks, which take no column. */
    private static final Pattern DRESS = Pattern.compile("\u001B(\\[[0-9;]*m|\\]8;[^\u001B]*\u001B\\\\)");

    private final Terminal terminal;
    private final PrintStream out;

    Screens(Terminal terminal, PrintStream out) {
        this.terminal = terminal;
        this.out = out;
    }

    /** Shows all of it, or as much as they want to see; all at once where the height isn't known. */
    void show(String text) {
        int rows = terminal.getSize().getRows();
        int columns = terminal.getSize().getColumns();
        boolean stops = rows > 0 && columns > 0 && !terminal.getType().startsWith(Terminal.TYPE_DUMB);
        int room = Math.max(1, rows - ROWS_OF_PROMPT);
        int used = 0;
        for (String line : text.lines().toList()) {
            int needed = stops ? rows(line, columns) : 0;
            if (used > 0 && used + needed > room) {
                if (!goesOn(columns)) {
                    return;
                }
                used = 0;
            }
            out.print(line + "\n");
            used += needed;
        }
        out.flush();
    }

    private static int rows(String line, int columns) {
        int width = ReplyText.columns(DRESS.matcher(line).replaceAll(""));
        return Math.max(1, (width + columns - 1) / columns);
    }

    /** Asks on a line of its own, which is wiped afterwards. */
    private boolean goesOn(int columns) {
        String asked = MORE.substring(0, Math.min(MORE.length(), columns - 1));
        Attributes before = terminal.enterRawMode();
        try {
            // Ctrl-C ends the text here, not the program.
            Attributes raw = terminal.getAttributes();
            raw.setLocalFlag(LocalFlag.ISIG, false);
            terminal.setAttributes(raw);
            out.print(asked);
            out.flush();
            return pressed();
        } catch (IOException e) {
            throw new UncheckedIOException("the terminal can't be read", e);
        } finally {
            terminal.setAttributes(before);
            out.print("\r" + " ".repeat(asked.length()) + "\r");
            out.flush();
        }
    }

    /** Whether the next key that says so asks for more; others do nothing. */
    private boolean pressed() throws IOException {
        while (true) {
            int key = terminal.reader().read();
            if (GOES_ON.indexOf(key) >= 0) {
                return true;
            }
            if (key < 0 || ENDS.indexOf(key) >= 0) {
                return false;
            }
        }
    }
}
