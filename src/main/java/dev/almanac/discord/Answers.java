package dev.almanac.discord;

import dev.almanac.commands.Commands;
import dev.almanac.commands.Question;
import dev.almanac.commands.Reply;
import dev.almanac.commands.Request;
import java.util.Locale;
import java.util.Optional;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/** Requests in, messages out; what may be kept is formatted once. */
final class Answers {
    private final Commands commands;
    private final ReplyMessage replyMessage;
    private final KeptMessages kept;

    Answers(Commands commands, ReplyMessage replyMessage, KeptMessages kept) {
        this.commands = commands;
        this.replyMessage = replyMessage;
        this.kept = kept;
    }

    /** A message ready to send, and whether only the asker may see it. */
    record Answer(MessageCreateData message, boolean isPrivate) {}

    Answer to(Request request, Locale language) {
        Optional<Question> key = commands.keptUnder(request);
        Optional<MessageCreateData> ready = key.flatMap(question -> kept.get(question, language));
        if (ready.isPresent()) {
            return new Answer(ready.get(), false);
        }
        Reply reply = commands.answer(request);
        MessageCreateData message = replyMessage.of(reply);
        if (!reply.isPrivate()) {
            key.ifPresent(question -> kept.keep(question, language, message));
        }
        return new Answer(message, reply.isPrivate());
    }

    /** A message to the asker only, about a mistake that reached no command. */
    Answer mistake(String text) {
        return new Answer(replyMessage.of(Reply.mistake(text)), true);
    }
}
