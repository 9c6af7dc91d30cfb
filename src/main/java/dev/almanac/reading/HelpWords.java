package dev.almanac.reading;

import dev.almanac.reading.Token.Kind;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people write who want to know what can be asked, or only say hello. */
final class HelpWords {
    private static final Set<String> GREETINGS = WordList.of("""
            hello hi hey hallo yo greetings good morning evening afternoon there almanac bot please thanks thank you
            ok okay everyone all thx ty cheers night
            """);
    private static final Set<String> ASKING_FOR_HELP = WordList.ofLines("""
            help
            help me
            i need help
            commands
            command list
            list commands
            usage
            menu
            options
            what can you do
            what can i do
            what can i ask
            what can i ask you
            what can i do here
            what do you do
            what do you know
            what are the commands
            what commands are there
            show commands
            show me the commands
            how does this work
            how does it work
            how do you work
            how do i use this
            how do i use you
            how to use
            who are you
            what are you
            who made you
            what time is it
            how are you
            what's up
            whats up
            sup
            what is this
            what's this
            whats this
            """);

    /** Whether a line says nothing else. */
    static boolean areAll(Tokens tokens) {
        List<String> words = tokens.list().stream()
                .filter(token -> token.kind() != Kind.MARK)
                .map(Token::text)
                .toList();
        return words.stream().allMatch(GREETINGS::contains)
                || Stream.of(
                                words,
                                words.stream()
                                        .filter(word -> !GREETINGS.contains(word))
                                        .toList())
                        .map(said -> String.join(" ", said).replace(" s ", "'s "))
                        .anyMatch(ASKING_FOR_HELP::contains)
                || ASKING_FOR_HELP.contains(
                        words.stream().dropWhile(GREETINGS::contains).collect(Collectors.joining(" ")));
    }

    private HelpWords() {}
}
