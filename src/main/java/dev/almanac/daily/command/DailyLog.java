package dev.almanac.daily.command;

import dev.almanac.chat.BadRequest;
import dev.almanac.chat.Choice;
import dev.almanac.chat.Reply;
import dev.almanac.chat.Request;
import dev.almanac.chat.Section;
import dev.almanac.chat.Span;
import dev.almanac.daily.Guilds;
import dev.almanac.daily.ScheduleStore;
import dev.almanac.daily.engine.Daily;
import java.util.List;
import java.util.Optional;

/** {@code /daily log}: which channel of the server is told when a post stops, besides whoever set it up. */
final class DailyLog {
    private final Daily daily;
    private final DailyRights rights;

    DailyLog(Daily daily, Guilds guilds) {
        this.daily = daily;
        this.rights = new DailyRights(guilds);
    }

    /** With a channel, names it; without one, says which it is. */
    Reply log(Request request) {
        long guild = request.asker().guild();
        ScheduleStore store = daily.store();
        Optional<String> channel = request.option(DailyCommand.CHANNEL);
        if (request.option(DailyCommand.TO).isPresent()) {
            store.logTo(guild, Optional.empty());
        } else if (channel.isPresent()) {
            long id = AskedSchedule.channel(request);
            rights.requireChannel(request, id);
            if (store.ofGuild(guild).size() == 0) {
                throw new BadRequest("No channel of this server has a daily post yet, so there is nothing to tell. Try"
                        + " /daily set first.");
            }
            store.logTo(guild, Optional.of(id));
        }
        return reply(store.logChannel(guild), request);
    }

    private static Reply reply(Optional<Long> channel, Request request) {
        List<Span> spans = channel.isPresent()
                ? List.of(
                        Span.channel(channel.get()),
                        Span.words(
                                " is told when a daily post of this server stops, why and since when. So is whoever set the post"
                                        + " up, in a direct message."))
                : List.of(Span.words(
                        "Only whoever set a daily post up is told when it stops, in a direct message. To tell a channel of"
                                + " this server too, name it, like /daily log channel:#moderators."));
        List<Choice> choices = channel.map(known -> List.of(new Choice(
                        "Tell no channel",
                        PanelRights.question("log", known, request).with(DailyCommand.TO, SettingsText.NONE))))
                .orElse(List.of());
        return Reply.ofSections("Daily posts: Log", List.of(new Section("", spans)))
                .inPrivate()
                .withChoices(choices);
    }
}
