package dev.almanac.preview;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.almanac.chat.Asker;
import dev.almanac.chat.BadRequest;
import dev.almanac.chat.Commands;
import dev.almanac.chat.Option;
import dev.almanac.chat.Question;
import dev.almanac.chat.Reply;
import dev.almanac.chat.Request;
import dev.almanac.chat.Suggestion;
import dev.almanac.chat.Usage;
import dev.almanac.chat.Usage.Answering;
import dev.almanac.chat.Usage.Audience;
import dev.almanac.discord.message.MessageBodies;
import dev.almanac.discord.message.MessageBodies.Body;
import dev.almanac.timeline.TimelineState;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the page asks and gets, as JSON. Keeps nothing: the conversation stands in the page. */
final class ChatApi {
    /** The page is in English, and of no country. */
    private static final Locale LANGUAGE = Locale.ENGLISH;

    private final ObjectMapper json = new ObjectMapper();
    private final PreviewDiscord discord;
    private final PreviewGuild guild;
    private final Supplier<PreviewEdition> editions;
    private final Supplier<TimelineState> timeline;
    private final Clock clock;
    private final AtomicLong interactions;

    /**
     * @param editions what is in use; each question is answered with one of them
     * @param clock in the zone of whoever looks at it
     */
    ChatApi(Supplier<PreviewEdition> editions, Supplier<TimelineState> timeline, PreviewDiscord discord, Clock clock) {
        this.discord = discord;
        this.guild = discord.guild();
        this.editions = editions;
        this.timeline = timeline;
        this.clock = clock;
        this.interactions = new AtomicLong(clock.millis());
    }

    /** A command as the page offers it: with its subcommand, where it has those. */
    private record Callable(
            String name,
            String description,
            String example,
            boolean forManagers,
            boolean deferred,
            List<Option> options) {
        static Stream<Callable> of(Usage usage) {
            return usage.subcommands().isEmpty()
                    ? Stream.of(of(usage, usage.name(), usage))
                    : usage.typed().stream().map(sub -> of(usage, usage.name() + " " + sub.name(), sub));
        }

        private static Callable of(Usage usage, String name, Usage called) {
            return new Callable(
                    name,
                    called.description(),
                    called.example(),
                    usage.audience() == Audience.SERVER_MANAGERS,
                    usage.answering() == Answering.DEFERRED,
                    called.offered());
        }
    }

    /** What the timeline is, in words. */
    private record About(String heading, String description) {}

    /** @param news the number of those that are told already; why the file isn't in use never is */
    private record Start(PreviewGuild guild, About about, List<Callable> commands, int news) {}

    record Asked(String command, Map<String, String> options) {
        Asked {
            Objects.requireNonNull(command);
            options = Map.copyOf(options);
        }
    }

    record Line(String line) {
        Line {
            Objects.requireNonNull(line);
        }
    }

    /** @param values what was chosen in a menu; null where a button was pressed */
    record Pressed(String id, @Nullable List<String> values) {
        Pressed {
            Objects.requireNonNull(id);
            values = values == null ? null : List.copyOf(values);
        }
    }

    record Typed(String command, String option, String typed) {
        Typed {
            Objects.requireNonNull(command);
            Objects.requireNonNull(option);
            Objects.requireNonNull(typed);
        }
    }

    /**
     * @param posts how many the page has
     * @param news the number of those of the timeline's file that it has told
     */
    record Seen(int posts, int news) {
        Seen {
            if (posts < 0 || news < 0) {
                throw new IllegalArgumentException("seen " + posts + ", " + news);
            }
        }
    }

    /** @param at when it was said, in milliseconds since 1970-01-01T00:00Z */
    private record Said(
            long at,
            JsonNode message,
            boolean isPrivate,
            boolean turns,
            Map<String, String> files,
            List<String> problems) {}

    /** @param channel the id of the one it was posted in */
    private record Posted(String channel, Said said) {}

    /**
     * What became of the timeline's file.
     *
     * @param taken whether commands and examples are to be asked for anew
     */
    private record News(int number, String words, List<String> problems, boolean taken) {
        static News of(TimelineState state) {
            return new News(state.number(), state.inWords(), state.problems(), state.isFileInUse());
        }
    }

    /** @param news null where the page has told them */
    private record Posts(List<Posted> posts, @Nullable News news) {}

    private record Offered(List<Suggestion> suggestions) {}

    /** What the page begins with. */
    String start() throws JsonProcessingException {
        TimelineState state = timeline.get();
        Commands commands = editions.get().commands();
        Reply help = commands.answer(request(Question.of("help")));
        return written(new Start(
                guild,
                new About(help.heading(), help.notice()),
                commands.usages().stream()
                        .filter(usage -> usage.isOffered(true))
                        .flatMap(Callable::of)
                        .toList(),
                state.isFileInUse() ? state.number() : state.number() - 1));
    }

    /**
     * The answer to a command.
     *
     * @throws JsonProcessingException when the text is nothing that the page says
     */
    String ask(String text) throws JsonProcessingException {
        Asked asked = json.readValue(text, Asked.class);
        Question question = Question.of(asked.command());
        for (Map.Entry<String, String> option : asked.options().entrySet()) {
            question = question.with(option.getKey(), option.getValue());
        }
        return answer(question, editions.get());
    }

    private String answer(Question question, PreviewEdition edition) throws JsonProcessingException {
        edition.commands().readiness(question).join();
        return written(said(edition.bodies().to(request(question))));
    }

    /**
     * The answer to a line as it was typed.
     *
     * @throws JsonProcessingException when the text is nothing that the page says
     */
    String line(String text) throws JsonProcessingException {
        Line typed = json.readValue(text, Line.class);
        PreviewEdition edition = editions.get();
        try {
            Question question = edition.lines().read(typed.line(), LocalDate.now(clock), LANGUAGE);
            return answer(guild.named(question, edition.commands()), edition);
        } catch (BadRequest mistake) {
            return written(said(edition.bodies().of(mistake)));
        }
    }

    /**
     * The answer to a button, or to what was chosen in a menu.
     *
     * @throws JsonProcessingException when the text is nothing that the page says
     */
    String press(String text) throws JsonProcessingException {
        Pressed pressed = json.readValue(text, Pressed.class);
        PreviewEdition edition = editions.get();
        MessageBodies bodies = edition.bodies();
        // As fresh as any: here everybody may do everything.
        Function<Question, Request> request = question -> {
            edition.commands().readiness(question).join();
            return request(question).pressedOn(clock.instant());
        };
        return written(said(
                pressed.values() == null
                        ? bodies.toButton(pressed.id(), request)
                        : bodies.toMenu(pressed.id(), pressed.values(), request)));
    }

    /**
     * What to offer.
     *
     * @throws JsonProcessingException when the text is nothing that the page says
     */
    String complete(String text) throws JsonProcessingException {
        Typed typed = json.readValue(text, Typed.class);
        return written(
                new Offered(editions.get().bodies().completions(typed.command(), typed.option(), typed.typed())));
    }

    /**
     * What was posted that the page has not yet.
     *
     * @throws JsonProcessingException when the text is nothing that the page says
     */
    String posts(String text) throws JsonProcessingException {
        Seen seen = json.readValue(text, Seen.class);
        MessageBodies bodies = editions.get().bodies();
        TimelineState state = timeline.get();
        News news = state.number() == seen.news() ? null : News.of(state);
        return written(new Posts(
                discord.posts(seen.posts()).stream()
                        .map(post -> new Posted(String.valueOf(post.channel()), said(bodies.of(post))))
                        .toList(),
                news));
    }

    private Request request(Question question) {
        Asker asker = new Asker(
                Long.parseLong(guild.id()),
                Long.parseLong(guild.user()),
                interactions.incrementAndGet(),
                Asker.Rights.ALL);
        return new Request(
                question, LocalDate.now(clock), clock.getZone(), guild.channel(), asker, LANGUAGE, Optional.empty());
    }

    private Said said(Body body) {
        return new Said(clock.millis(), body.message(), body.isPrivate(), body.turns(), body.files(), body.problems());
    }

    private String written(Object value) throws JsonProcessingException {
        return json.writeValueAsString(value);
    }
}
