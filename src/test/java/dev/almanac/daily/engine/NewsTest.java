package dev.almanac.daily.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.almanac.daily.engine.News.Item;
import dev.almanac.daily.engine.News.What;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NewsTest {
    private final News news = new News();

    private List<Item> all() {
        List<Item> all = new ArrayList<>();
        for (Optional<Item> next = news.take(); next.isPresent(); next = news.take()) {
            all.add(next.get());
        }
        return all;
    }

    @Test
    void theSameTwiceIsOneAtTheLaterPlace() {
        Item here = new Item(What.GUILD_IS_HERE, 7, 0);
        Item gone = new Item(What.GUILD_IS_GONE, 7, 0);
        news.add(here);
        news.add(gone);
        news.add(here);

        assertEquals(List.of(gone, here), all());
    }

    @Test
    void whatCanNotBeFollowedYetComesFirstAgainUnlessItCameAnew() {
        Item gone = new Item(What.GUILD_IS_GONE, 7, 0);
        Item here = new Item(What.GUILD_IS_HERE, 7, 0);
        news.add(gone);
        Item taken = news.take().orElseThrow();
        news.add(here);
        news.putBack(taken);
        assertEquals(List.of(gone, here), all());

        news.add(here);
        taken = news.take().orElseThrow();
        news.add(gone);
        news.add(here);
        news.putBack(taken);
        assertEquals(List.of(gone, here), all());
    }

    @Test
    void whatTheClockFindsAnywayIsDroppedWhenThereIsTooMuchAndADeletionNever() {
        for (int guild = 0; guild < News.MOST + 5; guild++) {
            news.add(new Item(What.GUILD_IS_HERE, guild, 0));
        }
        Item deletion = new Item(What.CHANNEL_IS_GONE, 7, 70);
        news.add(deletion);

        List<Item> all = all();
        assertEquals(News.MOST + 1, all.size());
        assertEquals(deletion, all.get(News.MOST));
    }
}
