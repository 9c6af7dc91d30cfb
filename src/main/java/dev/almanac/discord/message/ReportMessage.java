package dev.almanac.discord.message;

import dev.almanac.chat.EventCard;
import dev.almanac.chat.EventCard.SourceLine;
import dev.almanac.chat.Reports.Report;
import java.util.EnumSet;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.entities.Message.MentionType;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/** A report of a mistake as a message for whoever keeps the timeline; it mentions nobody. */
public final class ReportMessage {
    /** Three times what a form takes: that much any text takes when it's made harmless. */
    private static final int WORDS_ROOM = 3_000;

    private static final int FIELD_ROOM = 500;

    /**
     * The message that brings a report.
     *
     * @param guild the name of the server where it was reported; empty outside of servers
     */
    public static MessageCreateData of(Report report, String guild) {
        EventCard event = report.event();
        String sources = event.sources().stream().map(ReportMessage::line).collect(Collectors.joining("\n"));
        EmbedBuilder embed = new EmbedBuilder()
                .setTitle("A mistake in " + event.id())
                .setDescription(Markdown.plain(report.words(), WORDS_ROOM))
                .addField("Event", Markdown.plain(event.date() + ": " + event.title(), FIELD_ROOM), false)
                .addField("Sources", Markdown.plain(sources, FIELD_ROOM), false)
                .addField("Reported in", guild.isEmpty() ? "no server" : Markdown.plain(guild, FIELD_ROOM), true);
        if (!report.name().isEmpty()) {
            embed.addField("By", Markdown.plain(report.name(), FIELD_ROOM), true);
        }
        return new MessageCreateBuilder()
                .setEmbeds(embed.build())
                .setAllowedMentions(EnumSet.noneOf(MentionType.class))
                .build();
    }

    private static String line(SourceLine source) {
        return source.url().isEmpty() ? source.text() : source.url();
    }

    private ReportMessage() {}
}
