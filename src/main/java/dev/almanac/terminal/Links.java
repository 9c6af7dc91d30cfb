package dev.almanac.terminal;

import dev.almanac.chat.EventCard.SourceLine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Where the address of a source is shown: in the text, or behind the title as a hyperlink of the terminal (OSC 8,
 * https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda).
 */
enum Links {
    /** In the text and never broken, so that it can be clicked and copied; in a pipe, too. */
    WHOLE,
    /** Behind the title of a source; elsewhere whole. */
    BEHIND_TITLES;

    /** The printable ASCII that OSC 8 takes, within the 2,083 bytes that every terminal takes. */
    private static final Pattern LINKABLE = Pattern.compile("https?://[\\x21-\\x7E]{1,2000}");

    private static final Pattern NEVER = Pattern.compile("dumb.*|linux|(screen|tmux).*");
    private static final Pattern TYPES = Pattern.compile("xterm-(kitty|ghostty)|alacritty.*|foot.*|wezterm");
    private static final Pattern PROGRAMS = Pattern.compile("iTerm\\.app|WezTerm|vscode|ghostty|Hyper");
    private static final List<String> SIGNS = List.of("WT_SESSION", "KONSOLE_VERSION", "DOMTERM");

    /** Of VTE 0.50.1, by which GNOME's terminals have them; 0.50.0 crashed on some. */
    private static final int VTE_WITH_LINKS = 5001;

    private static final Pattern ADDRESS = Pattern.compile("https?://");

    /** What opens a link, up to its address; the id ties the parts of a title together that stand on several lines. */
    private static final String OPEN = "\u001B]8;id=source;";

    private static final String END = "\u001B\\";
    private static final String CLOSE = "\u001B]8;;" + END;

    /** Between two sources. */
    static final String SEPARATOR = "; ";

    /**
     * That of a terminal: behind titles only in a terminal that says by its environment that it has hyperlinks: any other would show a title and no
     * address at all. Never where TERM is dumb, the Linux console, or a multiplexer (screen, tmux), whose outer terminal can't be known.
     */
    static Links of(Map<String, String> environment) {
        String type = environment.getOrDefault("TERM", "");
        if (NEVER.matcher(type).matches()) {
            return WHOLE;
        }
        String vte = environment.getOrDefault("VTE_VERSION", "");
        boolean known = TYPES.matcher(type).matches()
                || PROGRAMS.matcher(environment.getOrDefault("TERM_PROGRAM", ""))
                        .matches()
                || SIGNS.stream().anyMatch(environment::containsKey)
                || (vte.matches("[0-9]{1,9}") && Integer.parseInt(vte) >= VTE_WITH_LINKS);
        return known ? BEHIND_TITLES : WHOLE;
    }

    /** The title of a source, with its address where that doesn't lie behind it. */
    String text(SourceLine source) {
        return source.url().isEmpty() || links(source) ? source.text() : source.text() + " <" + source.url() + ">";
    }

    private boolean links(SourceLine source) {
        return this == BEHIND_TITLES && LINKABLE.matcher(source.url()).matches();
    }

    /** These lines with the addresses behind the titles; lines that begin so, go on with the sources, and end with the last of them. */
    List<String> behind(String beginning, List<SourceLine> sources, List<String> lines) {
        // Where lines were broken blanks are gone, so letters are counted.
        List<String> addresses = new ArrayList<>(Collections.nCopies(letters(beginning), ""));
        for (SourceLine source : sources) {
            addresses.addAll(Collections.nCopies(letters(text(source)), links(source) ? source.url() : ""));
            addresses.addAll(Collections.nCopies(letters(SEPARATOR), ""));
        }
        List<String> linked = new ArrayList<>();
        int letter = 0;
        for (String line : lines) {
            StringBuilder with = new StringBuilder();
            String open = "";
            for (int i = 0; i < line.length(); i++) {
                char next = line.charAt(i);
                String address = addresses.get(letter);
                // A blank belongs to a title only if the title goes on behind it.
                if (!address.equals(open)) {
                    with.append(open.isEmpty() ? "" : CLOSE);
                    open = next == ' ' ? "" : address;
                    with.append(open.isEmpty() ? "" : OPEN + open + END);
                }
                with.append(next);
                letter += next == ' ' ? 0 : 1;
            }
            linked.add(with.append(open.isEmpty() ? "" : CLOSE).toString());
        }
        return linked;
    }

    /** Whether a word may be broken where it is wider than a line. */
    static boolean breaks(String word) {
        return !ADDRESS.matcher(word).find();
    }

    private static int letters(String text) {
        return (int)
                text.chars().filter(letter -> letter != ' ' && letter != '\n').count();
    }
}
