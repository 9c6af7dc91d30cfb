package dev.almanac.exchange;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.util.DateTimeComponents;
import biweekly.util.Frequency;
import biweekly.util.ICalDate;
import biweekly.util.Recurrence;
import dev.almanac.timeline.Category;
import dev.almanac.timeline.Citation;
import dev.almanac.timeline.HistoryEvent;
import dev.almanac.timeline.Timeline;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;

/**
 * A timeline as a calendar (iCalendar, RFC 5545) of anniversaries: each event on its day, every year. Only days are in it, of
 * the years that the format can write.
 *
 * @param text the whole calendar
 * @param events how many events are in it
 * @param left how many aren't, because they are on no day, or before the year 1
 */
public record CalendarExport(String text, int events, int left) {
    /**
     * All of its days.
     *
     * @param clock the moment that the format wants each event to be stamped with
     */
    public static CalendarExport of(Timeline timeline, Clock clock) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//Almanac//Timeline//EN");
        calendar.setExperimentalProperty("X-WR-CALNAME", timeline.head().title());
        List<HistoryEvent> dated = timeline.events().stream()
                .filter(event -> !event.date().days().isEmpty()
                        && event.date().firstDay().getYear() > 0
                        && event.date().lastDay().getYear() < 9999)
                .toList();
        dated.forEach(event -> calendar.addEvent(entry(event, clock)));
        return new CalendarExport(
                Biweekly.write(calendar).version(ICalVersion.V2_0).go(),
                dated.size(),
                timeline.events().size() - dated.size());
    }

    // The format's library takes the moment of the stamp as a Date.
    @SuppressWarnings("JavaUtilDate")
    private static VEvent entry(HistoryEvent event, Clock clock) {
        VEvent entry = new VEvent();
        entry.setUid(event.id() + Calendars.OURS);
        entry.setDateTimeStamp(Date.from(clock.instant()));
        entry.setDateStart(day(event.date().firstDay()));
        if (!event.date().lastDay().equals(event.date().firstDay())) {
            // The end of whole days is the day after the last.
            entry.setDateEnd(day(event.date().lastDay().plusDays(1)));
        }
        entry.setRecurrenceRule(new Recurrence.Builder(Frequency.YEARLY).build());
        entry.setSummary(event.title());
        entry.setDescription(event.text());
        entry.setTransparency(true);
        if (!event.places().isEmpty()) {
            entry.setLocation(String.join("; ", event.places()));
        }
        entry.addCategories(event.categories().stream().map(Category::title).toArray(String[]::new));
        event.sources().stream()
                .map(Citation::url)
                .filter(url -> !url.isEmpty())
                .findFirst()
                .ifPresent(entry::setUrl);
        return entry;
    }

    private static ICalDate day(LocalDate day) {
        return new ICalDate(new DateTimeComponents(day.getYear(), day.getMonthValue(), day.getDayOfMonth()), false);
    }
}
