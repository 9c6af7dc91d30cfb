package dev.almanac.daily;

import dev.almanac.lookup.Anniversaries.Anniversary;
import dev.almanac.picture.Mark;
import dev.almanac.picture.Pictures;
import dev.almanac.timeline.HistoryEvent;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts its picture onto a post that is to have one. A picture that can't be drawn keeps no post from being sent. */
record PostPictures(Pictures pictures) {
    private static final Logger LOG = LoggerFactory.getLogger(PostPictures.class);

    /** With the plate of a day and what happened on it, the event of the card first. */
    Post of(Post post, Settings settings, LocalDate told, List<Anniversary> found) {
        List<Mark> marks = found.stream()
                .map(one -> new Mark(one.event(), told.getYear() - one.years()))
                .toList();
        return of(post, settings, found.get(0).asked(), marks);
    }

    /** With the plate of the event's own day, where it has one. */
    Post picked(Post post, Settings settings, HistoryEvent event) {
        return event.date().days().stream()
                .limit(1)
                .map(day -> of(post, settings, MonthDay.from(day), List.of(new Mark(event, day.getYear()))))
                .findFirst()
                .orElse(post);
    }

    private Post of(Post post, Settings settings, MonthDay day, List<Mark> marks) {
        if (!settings.picture()) {
            return post;
        }
        try {
            return post.with(post.reply().withPicture(pictures.ofDay(day, marks)));
        } catch (RuntimeException | LinkageError failure) {
            LOG.warn("The post of channel {} goes without its picture, which can't be drawn", post.channel(), failure);
            return post;
        }
    }
}
