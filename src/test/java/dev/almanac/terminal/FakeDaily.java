package dev.almanac.terminal;

import dev.almanac.chat.Command;
import dev.almanac.chat.Option;
import dev.almanac.chat.Reply;
import dev.almanac.chat.Request;
import dev.almanac.chat.Usage;
import dev.almanac.chat.Usage.Answering;
import dev.almanac.chat.Usage.Audience;
import dev.almanac.chat.Usage.Need;
import java.util.List;

/** A command with subcommands; its reply repeats the question. */
public final class FakeDaily implements Command {
    private final Need need;

    public FakeDaily(Need need) {
        this.need = need;
    }

    @Override
    public Usage usage() {
        return new Usage(
                "daily",
                "Posts",
                "/daily set",
                List.of(),
                List.of(
                        Usage.of(
                                "set",
                                "Set it up",
                                "/daily set",
                                Option.text("zone", "A zone"),
                                Option.text("time", "A time")),
                        Usage.of("list", "List them", "/daily list")),
                Audience.EVERYONE,
                need,
                Answering.AFRESH);
    }

    @Override
    public Reply answer(Request request) {
        return Reply.of(request.question().toString(), List.of());
    }
}
