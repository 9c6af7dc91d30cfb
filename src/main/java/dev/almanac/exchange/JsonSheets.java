package dev.almanac.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * The two kinds of JSON that history is served in: a day of Wikimedia's feed "on this day" (wikifeeds' spec.yaml,
 * {@code onthisdayResponse}), which doesn't say which day it is, and the events of A People's Calendar (apc-json).
 */
final class JsonSheets {
    /** The feed's lists in the order in which we read them; what the selection has is among the events as well. */
    private static final List<String> LISTS = List.of("events", "selected", "births", "deaths");

    private static final Pattern DAY_IN_NAME = Pattern.compile("(?<!\\d)(\\d{1,2})[-_./ ](\\d{1,2})(?!\\d)");

    static Sheet read(String file, String text, Optional<MonthDay> told) {
        JsonNode json;
        try {
            json = JsonMapper.builder().build().readTree(text);
        } catch (JsonProcessingException e) {
            throw new CannotExchange(file + " stops being JSON in line "
                    + (e.getLocation() == null ? 1 : e.getLocation().getLineNr())
                    + ". Fetch it again: it is cut off, or was changed by hand.");
        }
        if (json.isObject()
                && json.path("categories").isArray()
                && json.path("events").isArray()) {
            throw new CannotExchange(file + " is a timeline already: ./almanac check " + file);
        }
        if (json.isArray() && json.path(0).has("otd")) {
            return peoplesCalendar(json);
        }
        if (json.isObject() && (LISTS.stream().anyMatch(json::has) || json.has("holidays"))) {
            return feed(
                    json,
                    told.or(() -> dayIn(file))
                            .orElseThrow(
                                    () -> new CannotExchange(
                                            "The feed “on this day” doesn't say which day it is of, and the name "
                                                    + file
                                                    + " doesn't either. Say so with --date 04-12 (12 April), or call the file 04-12.json.")));
        }
        throw new CannotExchange(
                file + " is JSON, but neither Wikimedia's feed “on this day” nor A People's Calendar.");
    }

    /** Month, then day, as in the feed's address. */
    private static Optional<MonthDay> dayIn(String file) {
        Matcher found = DAY_IN_NAME.matcher(file);
        while (found.find()) {
            try {
                return Optional.of(MonthDay.of(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2))));
            } catch (DateTimeException e) {
                // Other numbers may follow.
            }
        }
        return Optional.empty();
    }

    private static Sheet feed(JsonNode json, MonthDay day) {
        List<Row> rows = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (String list : LISTS) {
            int number = 0;
            for (JsonNode item : json.path(list)) {
                number++;
                rows.add(feedRow(list + " " + number, list, item, day));
            }
        }
        List<String> remarks = new ArrayList<>(List.of("The day is " + day.getDayOfMonth() + " "
                + day.getMonth().getDisplayName(java.time.format.TextStyle.FULL, Locale.ENGLISH) + "."));
        if (!json.path("holidays").isEmpty()) {
            int holidays = json.path("holidays").size();
            remarks.add(
                    holidays == 1
                            ? "Its holiday has no year and isn't taken."
                            : "Its " + holidays + " holidays have no year and aren't taken.");
        }
        return new Sheet("a day of Wikimedia's feed “on this day”", rows, refused, remarks, Origin.WIKIPEDIA, true);
    }

    private static Row feedRow(String where, String list, JsonNode item, MonthDay day) {
        Map<Column, String> cells = new EnumMap<>(Column.class);
        if (item.path("year").isInt()) {
            int year = item.path("year").asInt();
            // The feed counts no year 0, EDTF does.
            int counted = year < 0 ? year + 1 : year;
            cells.put(
                    Column.DATE,
                    String.format(
                            Locale.ROOT,
                            "%s%04d-%02d-%02d",
                            counted < 0 ? "-" : "",
                            Math.abs(counted),
                            day.getMonthValue(),
                            day.getDayOfMonth()));
        }
        put(cells, Column.TEXT, item.path("text").asText(""));
        cells.put(
                Column.CATEGORIES,
                switch (list) {
                    case "births" -> "Births";
                    case "deaths" -> "Deaths";
                    default -> "Events";
                });
        JsonNode page = item.path("pages").path(0);
        String url = page.path("content_urls").path("desktop").path("page").asText("");
        String title = page.path("titles")
                .path("normalized")
                .asText(page.path("title").asText("").replace('_', ' '));
        if (!url.isEmpty()) {
            cells.put(Column.SOURCES, Origin.WIKIPEDIA.title() + " | " + title.replace('|', ' ') + " | " + url);
        }
        return new Row(where, cells);
    }

    private static Sheet peoplesCalendar(JsonNode json) {
        List<Row> rows = new ArrayList<>();
        for (JsonNode item : json) {
            Map<Column, String> cells = new EnumMap<>(Column.class);
            put(cells, Column.DATE, item.path("date").asText(""));
            put(cells, Column.TITLE, item.path("title").asText(""));
            String whole = item.path("description").asText("");
            put(cells, Column.TEXT, whole.isBlank() ? item.path("otd").asText("") : whole);
            put(cells, Column.CATEGORIES, String.join(";", texts(item.path("tags"))));
            put(cells, Column.SOURCES, String.join("\n", texts(item.path("links"))));
            if (item.path("NSFW").asBoolean(false)) {
                cells.put(Column.SENSITIVE, "yes");
            }
            rows.add(new Row("event " + (rows.size() + 1), cells));
        }
        return new Sheet(
                "the events of A People's Calendar",
                rows,
                List.of(),
                List.of(),
                new Origin("A People's Calendar", "A People's Calendar", "https://www.apeoplescalendar.org/", ""));
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .filter(text -> !text.isBlank())
                .toList();
    }

    private static void put(Map<Column, String> cells, Column column, String text) {
        if (!text.isBlank()) {
            cells.put(column, text);
        }
    }

    private JsonSheets() {}
}
