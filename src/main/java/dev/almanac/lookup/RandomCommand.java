package dev.almanac.lookup;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.almanac.chat.Choice;
import dev.almanac.chat.Command;
import dev.almanac.chat.EventCard;
import dev.almanac.chat.Option;
import dev.almanac.chat.Question;
import dev.almanac.chat.Reply;
import dev.almanac.chat.Request;
import dev.almanac.chat.Usage;
import dev.almanac.timeline.Lazy;
import dev.almanac.timeline.Timeline;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * {@code /random [category] [from] [to]}: some event, and none twice in a conversation until all that match were shown.
 * Where a conversation stands in its shuffled order is the only state a command keeps; "Another" carries it, too, and so
 * goes on after a restart.
 */
public final class RandomCommand implements Command {
    private static final String SEED = "seed";
    private static final String POSITION = "position";
    private static final int CONVERSATIONS = 50_000;

    private final Timeline timeline;
    private final RandomGenerator random;
    private final FilterOptions filter;
    // Whoever asks something else in a terminal doesn't wait for Caffeine, which needs no thread for so little.
    private final Lazy<Cache<Place, Shuffle>> places = new Lazy<>(() -> Caffeine.newBuilder()
            .maximumSize(CONVERSATIONS)
            .executor(Runnable::run)
            .build());

    private record Place(String conversation, Question filter) {}

    /** @param random shuffles; used from many threads */
    public RandomCommand(Timeline timeline, RandomGenerator random, Examples examples) {
        this.timeline = timeline;
        this.random = random;
        this.filter = new FilterOptions(timeline, examples);
    }

    @Override
    public Usage usage() {
        return Usage.of(
                        "random",
                        "A random event; none comes twice here until you have seen them all",
                        "/random",
                        filter.and(Option.carried(SEED), Option.carried(POSITION)))
                .neverKept();
    }

    @Override
    public Question resolve(Request request) {
        return filter.resolve(request);
    }

    @Override
    public Reply answer(Request request) {
        Question filtered = FilterOptions.plain(request.question())
                .with(SEED, "")
                .with(POSITION, "")
                .onPage(1);
        Dealing matching = Dealing.of(timeline, filter.scope(request));
        if (matching.size() == 0) {
            return filter.explained(
                    request,
                    Reply.of("A random event", List.of())
                            .withNotice("Nothing in this timeline of "
                                    + timeline.head().title() + " matches. Try fewer conditions, or just /random."));
        }
        Shuffle place = places.get()
                .asMap()
                .compute(
                        new Place(request.conversation(), filtered),
                        (any, last) -> last == null ? carried(request, matching.size()) : next(last, matching.size()));
        EventCard card = EventCard.of(matching.at(place));
        Shuffle another = next(place, matching.size());
        Question again = filtered.with(SEED, Integer.toString(another.seed(), Character.MAX_RADIX))
                .with(POSITION, String.valueOf(another.position()));
        boolean last = place.position() == matching.size() - 1;
        Reply reply = Reply.of("A random event", List.of(card))
                .withNotice(
                        last && matching.size() > 1
                                ? "That was the last of the " + matching.size()
                                        + " that match; next they are shuffled again."
                                : "")
                .withChoices(List.of(new Choice("Another", again)));
        return filter.explained(request, reply);
    }

    /** Where a button of this conversation left off; a new order where nothing usable is carried. */
    private Shuffle carried(Request request, int matching) {
        try {
            Shuffle carried = new Shuffle(
                    Integer.parseInt(request.option(SEED).orElse(""), Character.MAX_RADIX),
                    Integer.parseInt(request.option(POSITION).orElse("")));
            return carried.position() >= 0 && carried.position() < matching ? carried : anew();
        } catch (NumberFormatException nothingCarried) {
            return anew();
        }
    }

    private Shuffle next(Shuffle last, int matching) {
        return last.position() + 1 < matching ? last.next() : anew();
    }

    private Shuffle anew() {
        return new Shuffle(random.nextInt(), 0);
    }
}
