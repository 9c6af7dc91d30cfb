package dev.almanac.discord;

import dev.almanac.chat.Commands;
import dev.almanac.daily.PostText;
import dev.almanac.discord.message.Answers;
import dev.almanac.discord.message.KeptMessages;
import dev.almanac.discord.message.ReplyMessage;
import dev.almanac.reading.LineReader;
import dev.almanac.reading.TextReader;
import dev.almanac.timeline.Timeline;

/**
 * What the bot answers with, over one timeline. Each event of Discord's is answered with one edition; what is kept belongs to it.
 *
 * @param lines reads what people write to the bot
 * @param texts reads what people write to others
 * @param posts what daily posts say
 */
public record DiscordEdition(
        Commands commands,
        LineReader lines,
        TextReader texts,
        ReplyMessage replyMessage,
        KeptMessages kept,
        Answers answers,
        PostText posts) {

    /**
     * Over a timeline.
     *
     * @param ids of the commands, as Discord gave them
     */
    public static DiscordEdition over(
            Timeline timeline, Commands commands, PostText posts, KeptMessages kept, CommandIds ids) {
        ReplyMessage replyMessage = new ReplyMessage(commands, ids::mention);
        return new DiscordEdition(
                commands,
                new LineReader(commands, timeline, true),
                new TextReader(timeline),
                replyMessage,
                kept,
                new Answers(commands, replyMessage, kept),
                posts);
    }
}
