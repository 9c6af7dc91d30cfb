package dev.almanac.reading;

import java.util.Optional;
import java.util.Set;

/** What people write who want to be surprised, or to play: {@code a random fact about space}, {@code let's play}. */
final class DrawnWords {
    private static final Set<String> FOR_A_SURPRISE = WordList.of("random randomly surprise another fact");
    private static final Set<String> AROUND_A_SURPRISE = WordList.of("""
            something anything everything whatever facts a an the me us of you i want would like to know give gimme tell show post please pls plz can could some any more
            one fun cool interesting weird strange historical history event thing day year now again time do pick choose
            bot almanac hey hi ok okay
            """);
    private static final Set<String> FOR_A_GAME = WordList.of("quiz quizz trivia");
    private static final Set<String> AROUND_A_GAME = WordList.of("""
            a an the me us of you i want would like to give gimme please pls plz can could we some another one more play
            let lets s start begin do take now again time with game question questions history bot almanac hey hi ok okay
            """);

    private static final Set<String> WHATEVER = WordList.of("something anything everything whatever facts");
    private static final Set<String> PLAYING = WordList.of("play");

    /** Leads from what is wanted to what it is about. */
    private static final Set<String> ABOUT = WordList.of("about on from of in");

    /**
     * What chance is asked for.
     *
     * @param command the name of the command
     * @param about where it begins that says what it is about; behind the last token where nothing does
     */
    record Drawn(String command, int about) {}

    /** Empty where a line asks for anything else. */
    static Optional<Drawn> of(Tokens tokens) {
        return drawn("random", tokens, FOR_A_SURPRISE, AROUND_A_SURPRISE)
                .or(() -> drawn("quiz", tokens, FOR_A_GAME, AROUND_A_GAME))
                .or(() -> all("random", tokens, WHATEVER, AROUND_A_SURPRISE))
                .or(() -> all("quiz", tokens, PLAYING, AROUND_A_GAME));
    }

    private static Optional<Drawn> drawn(String command, Tokens tokens, Set<String> wanted, Set<String> around) {
        boolean wants = false;
        int place = 0;
        while (place < tokens.size()
                && (tokens.isMark(place) || wanted.contains(tokens.word(place)) || around.contains(tokens.word(place)))
                && !(wants && leads(tokens, place))) {
            wants |= wanted.contains(tokens.word(place));
            place++;
        }
        boolean leads = leads(tokens, place);
        return wants && (leads || place == tokens.size())
                ? Optional.of(new Drawn(command, leads ? place + 1 : place))
                : Optional.empty();
    }

    private static boolean leads(Tokens tokens, int place) {
        return ABOUT.contains(tokens.word(place)) && place + 1 < tokens.size();
    }

    /** What says little, where nothing else is said: {@code let's play}, but not what may be a play. */
    private static Optional<Drawn> all(String command, Tokens tokens, Set<String> wanted, Set<String> around) {
        boolean all = tokens.size() > 1
                && tokens.list().stream()
                        .allMatch(token -> token.kind() == Token.Kind.MARK || around.contains(token.text()));
        return all && tokens.list().stream().anyMatch(token -> wanted.contains(token.text()))
                ? Optional.of(new Drawn(command, tokens.size()))
                : Optional.empty();
    }

    private DrawnWords() {}
}
