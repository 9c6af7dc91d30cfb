package dev.almanac;

import dev.almanac.exchange.Beginning;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a new timeline says of itself: as options say, else as somebody answers, else as little as it must. */
final class BeginningOptions {
    @Option(
            names = "--title",
            paramLabel = "WORDS",
            description = "The topic, as in \"a timeline of ...\": chess, our town. Default: the name of the file.")
    private @Nullable String title;

    @Option(names = "--description", paramLabel = "WORDS", description = "A sentence or two about it, for /help.")
    private @Nullable String description;

    @Option(
            names = "--language",
            paramLabel = "TAG",
            description = "The language of the texts, like en or pt-BR. Default: en")
    private @Nullable String language;

    @Option(
            names = "--timeline-licence",
            paramLabel = "WORDS",
            description = "Under which others may use the timeline, like CC0-1.0. Default: not stated")
    private @Nullable String licence;

    Beginning asked(Questions questions, Path file) {
        String topic = given(title, questions, "What is it a timeline of?", nameOf(file));
        return new Beginning(
                topic,
                given(description, questions, "What is it about, in a sentence?", Beginning.descriptionOf(topic)),
                given(language, questions, "Which language are its texts in?", "en"),
                given(licence, questions, "Under which licence may others use it?", Beginning.NO_LICENCE));
    }

    /** The language that is told, for reading what is in it; English otherwise. */
    String language() {
        return language == null ? "en" : language;
    }

    private static String given(@Nullable String given, Questions questions, String question, String otherwise) {
        return given == null || given.isBlank() ? questions.ask(question, otherwise) : given.strip();
    }

    /** {@code my-history.json} is about "my history". */
    private static String nameOf(Path file) {
        String name = String.valueOf(file.getFileName())
                .replaceFirst("\\.[^.]*$", "")
                .replaceAll("[-_ ]+", " ")
                .strip();
        return name.isEmpty() ? "history" : name;
    }
}
