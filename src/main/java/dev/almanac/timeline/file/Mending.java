package dev.almanac.timeline.file;

import dev.almanac.timeline.HistoricalDate;
import dev.almanac.timeline.HistoryEvent;
import dev.almanac.timeline.InvalidDate;
import dev.almanac.timeline.WordId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Puts right in a file what can be right in one way only: blanks around texts and characters that can't be seen, ids with
 * letters that ids don't have, and dates that aren't EDTF but can mean one day. Whatever names a changed id is changed with it.
 */
final class Mending {
    private static final Pattern BLANK = Pattern.compile("[\\t\\r\\x0B\\f\\u0085]");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n]]");
    private static final String EVENTS = "events";

    /** The lists of the head that have ids, and the fields that name those. */
    private static final Map<String, List<String>> NAMED_BY =
            Map.of("categories", List.of("categories"), "eras", List.of("era"), "sources", List.of("sources"));

    private final String file;
    private final List<String> changes = new ArrayList<>();

    Mending(String file) {
        this.file = file;
    }

    /** What was changed, each as a sentence without its end, with its line; in the order of the file. */
    List<String> changes() {
        return changes;
    }

    private void tell(Place place, String field, String was, String is) {
        changes.add(String.format(
                Locale.ROOT,
                "%s:%d \"%s\": %s is now %s",
                file,
                place.line(),
                field,
                Problem.shown("\"" + was + "\""),
                Problem.shown("\"" + is + "\"")));
    }

    Json.Fields mended(Json.Fields head) {
        Json.Fields stripped = (Json.Fields) stripped(head, "");
        Map<String, Map<String, String>> renamed = new HashMap<>();
        Map<String, Json.Member> members = new LinkedHashMap<>();
        stripped.members()
                .forEach((field, member) -> members.put(
                        field,
                        NAMED_BY.containsKey(field) || field.equals(EVENTS)
                                ? new Json.Member(
                                        member.name(),
                                        withIds(
                                                member.value(),
                                                renamed.computeIfAbsent(field, none -> new HashMap<>())))
                                : member));
        members.computeIfPresent(
                EVENTS,
                (field, member) ->
                        new Json.Member(member.name(), each(member.value(), event -> event(event, renamed))));
        members.computeIfPresent(
                "names",
                (field, member) -> new Json.Member(
                        member.name(),
                        each(
                                member.value(),
                                name -> with(
                                        name,
                                        EVENTS,
                                        list -> renamedIn(list, renamed.getOrDefault(EVENTS, Map.of()))))));
        return new Json.Fields(stripped.place(), members, stripped.repeated());
    }

    private interface Change {
        Json of(Json value);
    }

    private interface FieldsChange {
        Json.Fields of(Json.Fields fields);
    }

    private static Json each(Json list, FieldsChange change) {
        return list instanceof Json.Items items
                ? new Json.Items(
                        items.place(),
                        items.values().stream()
                                .map(item -> item instanceof Json.Fields fields ? change.of(fields) : item)
                                .toList())
                : list;
    }

    private static Json.Fields with(Json.Fields fields, String field, Change change) {
        Map<String, Json.Member> members = new LinkedHashMap<>(fields.members());
        members.computeIfPresent(field, (name, member) -> new Json.Member(member.name(), change.of(member.value())));
        return new Json.Fields(fields.place(), members, fields.repeated());
    }

    /** Texts without blanks around them and without what can't be seen. */
    private Json stripped(Json json, String field) {
        if (json instanceof Json.Text text) {
            String clean = CONTROL.matcher(BLANK.matcher(text.value()).replaceAll(" "))
                    .replaceAll("")
                    .strip();
            if (clean.equals(text.value()) || clean.isEmpty()) {
                return json;
            }
            changes.add(String.format(
                    Locale.ROOT,
                    "%s:%d \"%s\": without the blanks around it and what can't be seen",
                    file,
                    text.place().line(),
                    field));
            return new Json.Text(text.place(), clean);
        }
        if (json instanceof Json.Items items) {
            return new Json.Items(
                    items.place(),
                    items.values().stream().map(item -> stripped(item, field)).toList());
        }
        if (json instanceof Json.Fields fields) {
            Map<String, Json.Member> members = new LinkedHashMap<>();
            fields.members()
                    .forEach((name, member) ->
                            members.put(name, new Json.Member(member.name(), stripped(member.value(), name))));
            return new Json.Fields(fields.place(), members, fields.repeated());
        }
        return json;
    }

    /** The things of a list with sound ids; those that had others are told, and which they have now. */
    private Json withIds(Json list, Map<String, String> renamed) {
        Set<String> taken = new HashSet<>();
        each(list, fields -> {
            text(fields, "id").ifPresent(id -> taken.add(id.value()));
            return fields;
        });
        return each(list, fields -> {
            Optional<Json.Text> given = text(fields, "id");
            String old = given.map(Json.Text::value).orElse("");
            boolean isSound = HistoryEvent.ID.matcher(old).matches() && old.length() <= HistoryEvent.LONGEST_ID;
            String id = WordId.of(
                    old.isEmpty() ? text(fields, "title").map(Json.Text::value).orElse("") : old);
            if (isSound || id.isEmpty() || (given.isEmpty() && fields.members().containsKey("id")) || !taken.add(id)) {
                return fields;
            }
            Place place = given.map(Json.Text::place).orElse(fields.place());
            if (old.isEmpty()) {
                changes.add(String.format(
                        Locale.ROOT, "%s:%d \"id\": was missing and is now \"%s\"", file, place.line(), id));
            } else {
                tell(place, "id", old, id);
                renamed.put(old, id);
            }
            Map<String, Json.Member> members = new LinkedHashMap<>(fields.members());
            members.put("id", new Json.Member(place, new Json.Text(place, id)));
            return new Json.Fields(fields.place(), members, fields.repeated());
        });
    }

    private Json.Fields event(Json.Fields event, Map<String, Map<String, String>> renamed) {
        Json.Fields named = with(event, "date", this::date);
        named = with(named, "categories", list -> renamedIn(list, renamed.getOrDefault("categories", Map.of())));
        named = with(named, "era", era -> renamedIn(era, renamed.getOrDefault("eras", Map.of())));
        named = with(named, "formerly", list -> renamedIn(list, renamed.getOrDefault(EVENTS, Map.of())));
        return with(
                named,
                "sources",
                list -> each(
                        list,
                        citation ->
                                with(citation, "id", id -> renamedIn(id, renamed.getOrDefault("sources", Map.of())))));
    }

    private static Json renamedIn(Json json, Map<String, String> renamed) {
        if (json instanceof Json.Items items) {
            return new Json.Items(
                    items.place(),
                    items.values().stream()
                            .map(item -> renamedIn(item, renamed))
                            .toList());
        }
        return json instanceof Json.Text text
                ? new Json.Text(text.place(), renamed.getOrDefault(text.value(), text.value()))
                : json;
    }

    private Json date(Json json) {
        if (!(json instanceof Json.Text text) || isDate(text.value())) {
            return json;
        }
        Optional<HistoricalDate> meant = HistoricalDate.onlyReading(text.value());
        meant.ifPresent(date -> tell(text.place(), "date", text.value(), date.toString()));
        return new Json.Text(text.place(), meant.map(HistoricalDate::toString).orElse(text.value()));
    }

    private static boolean isDate(String written) {
        try {
            return HistoricalDate.parse(written).toString().equals(written);
        } catch (InvalidDate e) {
            return false;
        }
    }

    private static Optional<Json.Text> text(Json.Fields fields, String field) {
        return Optional.ofNullable(fields.members().get(field))
                .map(Json.Member::value)
                .filter(Json.Text.class::isInstance)
                .map(Json.Text.class::cast);
    }

    /** Whether the same name stands twice in one place, so that writing the file anew would lose something. */
    static boolean wouldLose(Json json) {
        if (json instanceof Json.Items items) {
            return items.values().stream().anyMatch(Mending::wouldLose);
        }
        return json instanceof Json.Fields fields
                && (!fields.repeated().isEmpty()
                        || fields.members().values().stream()
                                .map(Json.Member::value)
                                .anyMatch(Mending::wouldLose));
    }
}
