package dev.almanac.discord.message;

import dev.almanac.chat.Commands;
import dev.almanac.chat.PlainText;
import dev.almanac.chat.Question;
import dev.almanac.chat.Reply;
import dev.almanac.chat.Request;
import dev.almanac.chat.Suggestion;
import dev.almanac.chat.Usage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/** Requests in, messages out; what may be kept is formatted once. */
public final class Answers {
    /** Limits of https://discord.com/developers/docs/interactions/application-commands#autocomplete. */
    private static final int MOST_CHOICES = 25;

    private static final int LONGEST_CHOICE = 100;

    private final Commands commands;
    private final ReplyMessage replyMessage;
    private final KeptMessages kept;

    public Answers(Commands commands, ReplyMessage replyMessage, KeptMessages kept) {
        this.commands = commands;
        this.replyMessage = replyMessage;
        this.kept = kept;
    }

    /** A message ready to send, and what sort of answer it is. */
    public record Answer(MessageCreateData message, Reply.Kind kind) {
        public boolean isPrivate() {
            return kind != Reply.Kind.ANSWER;
        }
    }

    /** Whether the answer may take longer than Discord waits. */
    public boolean isDeferred(Question question) {
        return commands.usage(question.command())
                .filter(usage -> usage.answering() == Usage.Answering.DEFERRED)
                .isPresent();
    }

    public Answer to(Request request, Locale language) {
        Optional<Question> key = commands.keptUnder(request);
        Optional<MessageCreateData> ready = key.flatMap(question -> kept.get(question, language));
        if (ready.isPresent()) {
            return new Answer(ready.get(), Reply.Kind.ANSWER);
        }
        Reply reply = commands.answer(request);
        MessageCreateData message = replyMessage.of(reply);
        if (!reply.isPrivate()) {
            key.ifPresent(question -> kept.keep(question, language, message));
        }
        return new Answer(message, reply.kind());
    }

    /** A message to whoever pressed a button that {@link ButtonId} can't read. */
    public Answer toUnknownButton() {
        String text = "This button is of another version of the bot, and what it meant is not known any more. "
                + "Ask again: /help lists what can be asked.";
        return new Answer(replyMessage.of(Reply.mistake(text)), Reply.Kind.MISTAKE);
    }

    /** What to offer for a half-typed option, as much of it as Discord takes. */
    public List<Suggestion> completions(String command, String option, String typed) {
        return commands.complete(command, option, typed).stream()
                .filter(suggestion -> suggestion.value().length() <= LONGEST_CHOICE)
                .limit(MOST_CHOICES)
                .map(suggestion -> new Suggestion(PlainText.cut(suggestion.name(), LONGEST_CHOICE), suggestion.value()))
                .toList();
    }
}
