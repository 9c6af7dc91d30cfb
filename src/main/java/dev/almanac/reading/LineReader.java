package dev.almanac.reading;

import dev.almanac.chat.BadRequest;
import dev.almanac.chat.Choice;
import dev.almanac.chat.Commands;
import dev.almanac.chat.Question;
import dev.almanac.chat.Suggestion;
import dev.almanac.chat.Usage;
import dev.almanac.reading.DateReader.Read;
import dev.almanac.reading.Reading.About;
import dev.almanac.reading.Reading.After;
import dev.almanac.reading.Reading.Before;
import dev.almanac.reading.Reading.InMonths;
import dev.almanac.reading.Reading.InYears;
import dev.almanac.reading.Reading.OnDate;
import dev.almanac.reading.Reading.Since;
import dev.almanac.reading.Reading.Until;
import dev.almanac.timeline.Timeline;
import dev.almanac.timeline.Years;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads any line that somebody types as a question, in every front alike: a command, with its slash or without; a date, alone or in a
 * sentence; a greeting, which is answered with help; else words to search for.
 */
public final class LineReader {
    private static final int LONGEST_OFFERED = 48;
    private static final int LONGEST_CARRIED = 32;
    private final TypedCommand typedCommand;
    private final DateReader dates;

    /** @param servers whether the front has servers to post in */
    public LineReader(Commands commands, Timeline timeline, boolean servers) {
        this.typedCommand = new TypedCommand(commands, servers);
        this.dates = new DateReader(timeline);
    }

    /**
     * What a line asks, not resolved yet.
     *
     * @param today where whoever asks is
     * @param language that they read; it says which number of {@code 4/12} is the month
     * @throws BadRequest when it names a command that there isn't, or a day that there isn't
     */
    public Question read(String line, LocalDate today, Locale language) {
        String text = line.strip();
        if (text.startsWith("/")) {
            return typedCommand.parse(text);
        }
        Tokens tokens = Tokens.of(text);
        if (HelpWords.areAll(tokens) && typedCommand.usage("help").isPresent()) {
            return Question.of("help");
        }
        Optional<Question> drawn = drawn(tokens, today, language);
        if (drawn.isPresent()) {
            return drawn.get();
        }
        Optional<Question> command = bareCommand(text, today, language);
        if (command.isPresent()) {
            return command.get();
        }
        misspeltCommand(text, today, language).ifPresent(meant -> {
            throw new BadRequest(
                    "“" + tokens.word(0) + "” isn't a command I know. Did you mean /" + meant + "?",
                    Stream.concat(
                                    typedCommand.choice("/" + meant).stream(),
                                    Stream.of(text)
                                            .filter(words -> words.length() <= LONGEST_OFFERED && !words.contains("|"))
                                            .map(words -> new Choice("Search for " + words, search(words))))
                            .toList());
        });
        return plain(text, tokens, today, language);
    }

    /** What chance may choose, out of everything, a category or some years; a search where it is to be about anything else. */
    private Optional<Question> drawn(Tokens tokens, LocalDate today, Locale language) {
        Optional<DrawnWords.Drawn> drawn = DrawnWords.of(tokens);
        Optional<Usage> usage = drawn.flatMap(found -> typedCommand.usage(found.command()));
        if (usage.isEmpty()) {
            return Optional.empty();
        }
        Question question = Question.of(usage.get().name());
        String about = tokens.text(drawn.get().about(), tokens.size());
        Optional<String> category = category(usage.get(), about);
        Optional<Read> years = dates.read(about, today, language).filter(read -> read.likeliest() instanceof InYears);
        return about.isEmpty()
                ? Optional.of(question)
                : category.map(found -> question.with("category", found))
                        .or(() -> years.map(
                                read -> question.with("from", read.part()).with("to", read.part())))
                        .or(() -> typedCommand.usage("search").map(any -> search(about)));
    }

    /** A line that begins with a command's name, where what follows can be its options. */
    private Optional<Question> bareCommand(String text, LocalDate today, Locale language) {
        String first = text.split("\\s+", 2)[0];
        Optional<Usage> usage = typedCommand.usage(first.toLowerCase(Locale.ROOT));
        if (usage.isEmpty()) {
            return Optional.empty();
        }
        boolean alone = first.length() == text.length();
        String rest = text.substring(first.length()).strip();
        boolean named = rest.matches("(?s)[a-z]+:.*");
        boolean fits = switch (usage.get().name()) {
            case "year", "onthisday" -> dates.read(rest, today, language).isPresent();
            case "random", "quiz" -> category(usage.get(), rest).isPresent();
            case "about", "help" -> false;
            default -> true;
        };
        return alone || named || fits ? Optional.of(typedCommand.parse("/" + text)) : Optional.empty();
    }

    /** The line with the command's name as it may have been meant, where what follows can be its options. */
    private Optional<String> misspeltCommand(String text, LocalDate today, Locale language) {
        String first = text.split("\\s+", 2)[0];
        return typedCommand
                .slip(first.toLowerCase(Locale.ROOT))
                .map(name -> name + text.substring(first.length()))
                .filter(meant -> bareCommand(meant, today, language).isPresent());
    }

    private static Optional<String> category(Usage usage, String words) {
        return usage.options().stream()
                .flatMap(option -> option.choices().stream())
                .filter(choice ->
                        choice.name().equalsIgnoreCase(words) || choice.value().equalsIgnoreCase(words))
                .map(Suggestion::value)
                .findFirst();
    }

    private Question plain(String text, Tokens tokens, LocalDate today, Locale language) {
        List<DateText> found = dates.in(tokens, today, language);
        boolean nothingElse = new AroundDates(tokens).isAll(found);
        if (!found.isEmpty() && nothingElse) {
            return dated(dates.read(tokens, found));
        }
        if (typedCommand.usage("search").isEmpty()) {
            throw new BadRequest("“" + text + "” isn't a command I know. Try " + works() + "; /help lists them all.");
        }
        List<DateText> sure = found.stream().filter(DateText::sure).toList();
        return sure.size() == 1 ? searchOf(tokens, sure.get(0)) : search(new Subject(tokens).question());
    }

    private String works() {
        return Stream.of("year", "onthisday", "random")
                .flatMap(name -> typedCommand.usage(name).stream())
                .map(Usage::example)
                .collect(Collectors.joining(" or "));
    }

    /** The question for a date. */
    static Question dated(Read read) {
        return read.likeliest().isOfDays()
                ? Question.of("onthisday").with("month", read.part())
                : Question.of("year").with("year", read.part());
    }

    private static Question search(String words) {
        return Question.of("search").with("words", words);
    }

    /** Words with a date among them: a year is searched with them, a longer time is where to search. */
    private Question searchOf(Tokens tokens, DateText date) {
        Reading reading = date.readings().get(0);
        Subject subject = new Subject(tokens);
        String whole = subject.whole();
        boolean plainYear =
                date.to() - date.from() == 1 && tokens.digits(date.from()).length() == 4;
        if (plainYear) {
            return search(whole);
        }
        String words = (subject.of(0, date.from()) + " " + subject.of(date.to(), tokens.size())).strip();
        Optional<Years> years = years(reading);
        if (years.isPresent() && !words.isEmpty()) {
            String typed = tokens.text(date.from(), date.to());
            if (date.readings().size() > 1 && reading instanceof InYears) {
                // Which years are meant is for the command to choose, and to say.
                return search(words).with("from", typed).with("to", typed);
            }
            return search(words)
                    .with("from", bound(years.get().first(), Years.EARLIEST))
                    .with("to", bound(years.get().last(), Years.LATEST))
                    .with("date", isWholeYears(reading) ? "" : carried(tokens.text(date.from(), date.to())));
        }
        String day = tokens.text(date.from(), date.to());
        Question asked = dated(new Read(date.readings(), day));
        Stream<Choice> choices = Stream.of(new Choice("Search for " + words, search(words)), new Choice(day, asked))
                .filter(choice -> !words.isEmpty() && words.length() <= LONGEST_OFFERED && !words.contains("|"))
                .filter(choice -> day.length() <= LONGEST_OFFERED && !day.contains("|"));
        throw new BadRequest(
                "I can look for “" + words + "” or for what happened on “" + day
                        + "”, but not for both at once. Try one of them.",
                choices.toList());
    }

    private static boolean isWholeYears(Reading reading) {
        return !(reading instanceof OnDate || reading instanceof InMonths);
    }

    /** A day or month whose year alone is searched, so that the answer can say so; empty where it doesn't fit. */
    private static String carried(String day) {
        return day.length() > LONGEST_CARRIED || day.contains("|") ? "" : day;
    }

    private static String bound(int year, int none) {
        return year == none ? "" : new InYears(Years.of(year)).written();
    }

    private static Optional<Years> years(Reading reading) {
        if (reading instanceof InYears in) {
            return Optional.of(in.years());
        }
        if (reading instanceof About about) {
            return Optional.of(about.years());
        }
        if (reading instanceof Before before) {
            return Optional.of(new Years(Years.EARLIEST, Math.max(Years.EARLIEST, before.year() - 1)));
        }
        if (reading instanceof Until until) {
            return Optional.of(new Years(Years.EARLIEST, until.year()));
        }
        if (reading instanceof After after) {
            return Optional.of(new Years(Math.min(Years.LATEST, after.year() + 1), Years.LATEST));
        }
        if (reading instanceof Since since) {
            return Optional.of(new Years(since.year(), Years.LATEST));
        }
        if (reading instanceof InMonths months) {
            return Optional.of(new Years(months.first().getYear(), months.last().getYear()));
        }
        return reading instanceof OnDate on ? Optional.of(Years.of(on.date().getYear())) : Optional.empty();
    }
}
