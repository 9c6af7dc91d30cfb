package dev.almanac.timeline.file;

import dev.almanac.timeline.Folding;
import dev.almanac.timeline.HistoricalDate;
import dev.almanac.timeline.InvalidDate;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.regex.Pattern;

/** What is sound in a file and yet most likely not meant: noted as problems are, and no hindrance. */
final class Oddities {
    private static final Pattern STACK = Pattern.compile("\\p{M}{4,}");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*");
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final int FAR_YEARS = 50;

    private final Problems remarks;
    private final LocalDate today;

    Oddities(Problems remarks, LocalDate today) {
        this.remarks = remarks;
        this.today = today;
    }

    void note(Json.Fields head) {
        Json.Member language = head.members().get("language");
        if (language != null && language.value() instanceof Json.Text text && !isLanguage(text.value())) {
            remarks.add(
                    text.place(),
                    "language",
                    "\"" + text.value() + "\" isn't the code of a language",
                    "a code of BCP 47, like en, de or pt-BR");
        }
        stacks(head, "");
        Map<String, Integer> lines = new HashMap<>();
        Json.Member events = head.members().get("events");
        if (events != null && events.value() instanceof Json.Items items) {
            items.values().forEach(event -> event(event, lines));
        }
    }

    private static boolean isLanguage(String tag) {
        if (!LANGUAGE.matcher(tag).matches()) {
            return false;
        }
        String code = Locale.forLanguageTag(tag).getLanguage();
        try {
            // A code of three letters is told from any three letters by its having a name.
            return LANGUAGES.contains(code)
                    || (code.length() == 3
                            && !Locale.forLanguageTag(code)
                                    .getDisplayLanguage(Locale.ENGLISH)
                                    .equals(code));
        } catch (MissingResourceException e) {
            return false;
        }
    }

    private void stacks(Json json, String field) {
        if (json instanceof Json.Text text && STACK.matcher(text.value()).find()) {
            remarks.add(
                    text.place(),
                    field,
                    "has four or more marks on one letter, which run over the lines above and below",
                    "the letters without them");
        } else if (json instanceof Json.Items items) {
            items.values().forEach(item -> stacks(item, field));
        } else if (json instanceof Json.Fields fields) {
            fields.members().forEach((name, member) -> stacks(member.value(), name));
        }
    }

    private void event(Json json, Map<String, Integer> lines) {
        if (!(json instanceof Json.Fields event)
                || !(value(event, "date") instanceof Json.Text date)
                || !(value(event, "title") instanceof Json.Text title)) {
            return;
        }
        try {
            HistoricalDate read = HistoricalDate.parse(date.value());
            int year = read.firstDay().getYear();
            if (year > today.getYear() + FAR_YEARS) {
                remarks.add(
                        date.place(),
                        "date",
                        year + " is more than " + FAR_YEARS + " years ahead",
                        "a year that has been");
            }
        } catch (InvalidDate e) {
            return;
        }
        Integer other = lines.putIfAbsent(
                date.value() + " " + Folding.of(title.value()), event.place().line());
        if (other != null) {
            remarks.add(
                    title.place(),
                    "title",
                    "the event in line " + other + " has the same date and title",
                    "one of the two, with the other's id in its \"formerly\"");
        }
    }

    private static Json value(Json.Fields fields, String name) {
        Json.Member member = fields.members().get(name);
        return member == null ? new Json.Items(fields.place(), List.of()) : member.value();
    }
}
