package dev.almanac.daily.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The tables of zones, cities, countries and abbreviations among the resources: lines of values between commas. */
final class ZoneTables {
    /** Zones and their countries, the likeliest first. Java may not know the newest ones, so whoever reads a table leaves those out. */
    static final String ZONES = "zones.csv";

    static final String OLD_ZONES = "old-zones.csv";
    static final String CITIES = "cities.csv";
    static final String COUNTRIES = "countries.csv";
    static final String ABBREVIATIONS = "abbreviations.csv";
    static final String LANGUAGES = "languages.csv";

    private static final String BETWEEN_NAMES = ";";

    /** The lines of a table, without its comments; an empty value is an empty text. */
    static List<List<String>> rows(String table) {
        try (InputStream resource = Objects.requireNonNull(ZoneTables.class.getResourceAsStream(table), table)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> List.of(line.split(",", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names in one value. */
    static Stream<String> names(String value) {
        return Stream.of(value.split(BETWEEN_NAMES)).filter(name -> !name.isEmpty());
    }

    private ZoneTables() {}
}
