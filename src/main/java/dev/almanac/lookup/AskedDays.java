package dev.almanac.lookup;

import dev.almanac.chat.BadRequest;
import dev.almanac.chat.Question;
import dev.almanac.chat.Request;
import dev.almanac.reading.Reading.InMonth;
import dev.almanac.reading.Reading.InWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which day of the year, month or week {@code /onthisday} is asked for, by its options or by what its buttons carry. */
final class AskedDays {
    private static final Pattern RESOLVED = Pattern.compile("([1-9]\\d{3})-(0[1-9]|1[0-2])(?:-(\\d{2}))?");
    private static final Pattern WEEK = Pattern.compile("[1-9]\\d{3}-W\\d{2}");
    private static final Pattern MONTH = Pattern.compile("0?[1-9]|1[0-2]");

    private final DateQuestions dates;
    private final Examples examples;

    AskedDays(DateQuestions dates, Examples examples) {
        this.dates = dates;
        this.examples = examples;
    }

    /**
     * The question for the day, month or week that the options name, or that a button carries.
     *
     * @throws BadRequest when they name none
     */
    Question resolve(Request request) {
        Optional<String> date = request.option(DateQuestions.DATE);
        if (date.isPresent()) {
            if (monday(date.get()).isEmpty()) {
                named(date.get());
            }
            first(request.question());
            return request.question();
        }
        String month = request.option("month").orElse("");
        String day = request.option("day").orElse("");
        Request plain = request.with(request.question().with("month", "").with("day", ""));
        if ((month + day).isEmpty()) {
            return dates.resolved(plain, "today").orElseThrow();
        }
        if (month.isEmpty() && day.matches("\\d+")) {
            throw new BadRequest("Day " + day + " of which month? Try " + examples.onThisDay() + ".");
        }
        return dates.resolved(plain, typed(month, day)).orElseThrow(() -> unreadable(month, day));
    }

    /** What both options say together; a number before the number of a day is that of a month. */
    private String typed(String month, String day) {
        String together = (month + " " + day).strip();
        boolean isMonth = MONTH.matcher(month).matches();
        boolean isDayFirst = !day.isEmpty() && !Character.isDigit(day.codePointAt(0)) && dates.isDate(together);
        if (day.isEmpty() && !isMonth && month.matches("\\d{1,2}")) {
            throw unreadable(month, day);
        }
        return isMonth && !isDayFirst ? (name(month) + " " + day).strip() : together;
    }

    private static String name(String month) {
        return new InMonth(Month.of(Integer.parseInt(month))).written();
    }

    private BadRequest unreadable(String month, String day) {
        if (MONTH.matcher(month).matches() && !day.isEmpty()) {
            int works = Month.of(Integer.parseInt(month)).maxLength();
            return new BadRequest(name(month) + " has no day “" + day + "”. Try /onthisday month:" + name(month)
                    + " day:" + Math.min(works, 28) + ".");
        }
        return new BadRequest(
                "“" + (month.isEmpty() ? day : month) + "” isn't a month I know. Try " + examples.onThisDay() + ".");
    }

    /** A day or a whole month, as of a year. */
    record Named(int year, Month month, OptionalInt day) {}

    /**
     * Reads {@code 2026-03-30} or {@code 2026-03}; 29 February is a day of any year.
     *
     * @throws BadRequest for any other date
     */
    Named named(String date) {
        Matcher matcher = RESOLVED.matcher(date);
        if (matcher.matches()) {
            int year = Integer.parseInt(matcher.group(1));
            Month month = Month.of(Integer.parseInt(matcher.group(2)));
            OptionalInt day =
                    matcher.group(3) == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(matcher.group(3)));
            if (day.isEmpty() || (day.getAsInt() >= 1 && day.getAsInt() <= month.maxLength())) {
                return new Named(year, month, day);
            }
        }
        throw new BadRequest("“" + date + "” isn't a day I know. Try " + examples.onThisDay() + ".");
    }

    /** The Monday of a week in the form of ISO 8601; empty for any other date. */
    Optional<LocalDate> monday(String date) {
        return WEEK.matcher(date).matches() && dates.isDate(date) && dates.reading(date) instanceof InWeek week
                ? Optional.of(week.monday())
                : Optional.empty();
    }

    /** The year whose day stands first; empty where no year is asked for. */
    OptionalInt first(Question question) {
        String year = question.option(DateQuestions.FIRST).orElse("");
        if (!year.isEmpty() && !year.matches("-?\\d{1,4}")) {
            throw new BadRequest("“" + year + "” isn't a year I know. Try " + examples.onThisDay() + ".");
        }
        return year.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(year));
    }
}
