package dev.almanac.daily.store;

import dev.almanac.daily.DayEntry;
import dev.almanac.daily.EmptyDay;
import dev.almanac.daily.Settings;
import dev.almanac.daily.engine.Admin;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteDataSource;

/** The file of schedules, filled by a test before a program holds it, and read beside the one that does. */
public final class DailyFile {
    private final Path file;

    public DailyFile(Path file) {
        this.file = file;
    }

    /** A channel of a guild. */
    public record Place(long guild, long channel) {}

    /** Sets up a daily post in each of these channels, as a user does; the first of all is due at that moment. */
    public void setUp(List<Place> places, long user, Instant due) {
        setUp(places, user, due, false);
    }

    /** The same, each of them with a picture or without. */
    public void setUp(List<Place> places, long user, Instant due, boolean picture) {
        setUp(places.stream().collect(Collectors.toMap(place -> place, place -> due)), user, picture);
    }

    /** The same with a moment for each of them. */
    public void setUp(Map<Place, Instant> due, long user) {
        setUp(due, user, false);
    }

    private void setUp(Map<Place, Instant> due, long user, boolean picture) {
        try (SqliteDatabase database = new SqliteDatabase(file)) {
            database.open();
            Admin admin = new Admin(database.store(), user);
            due.forEach((place, first) -> admin.set(dailyAt(first, place).withPicture(picture), first.minusSeconds(1)));
        }
    }

    /** At noon of a zone of whole seconds: so the moment need be no full minute, and midnight is far. */
    static Settings dailyAt(Instant due, Place place) {
        int second = due.atOffset(ZoneOffset.UTC).toLocalTime().toSecondOfDay();
        ZoneOffset zone = ZoneOffset.ofTotalSeconds(LocalTime.NOON.toSecondOfDay() - second);
        return new Settings(
                place.guild(),
                place.channel(),
                LocalTime.NOON,
                zone.getId(),
                EmptyDay.NEAREST,
                List.of(),
                true,
                false,
                0,
                false);
    }

    /** What is in the day log. */
    public List<DayEntry> days() {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + file);
        return Jdbi.create(source)
                .withHandle(handle -> handle.createQuery("SELECT * FROM day_log")
                        .map((row, context) -> Rows.entry(row))
                        .list());
    }
}
