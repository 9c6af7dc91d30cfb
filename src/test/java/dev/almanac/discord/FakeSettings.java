package dev.almanac.discord;

import dev.almanac.chat.Command;
import dev.almanac.chat.Reply;
import dev.almanac.chat.Request;
import dev.almanac.chat.Section;
import dev.almanac.chat.Usage;
import dev.almanac.chat.Usage.Answering;
import dev.almanac.chat.Usage.Audience;
import dev.almanac.chat.Usage.Need;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A command that is answered late and in private, as a test says; remembers what it was asked. */
final class FakeSettings implements Command {
    final List<Request> requests = new ArrayList<>();
    final List<Boolean> managers = new CopyOnWriteArrayList<>();
    boolean here = true;
    boolean broken;
    boolean crowded;

    @Override
    public Usage usage() {
        return new Usage(
                "settings",
                "Settings",
                "/settings",
                List.of(),
                List.of(),
                Audience.SERVER_MANAGERS,
                Need.SERVER,
                Answering.DEFERRED);
    }

    @Override
    public boolean answersHere() {
        return here;
    }

    @Override
    public Reply answer(Request request) {
        requests.add(request);
        managers.add(request.asker().rights().mayManageServer());
        if (broken) {
            throw new IllegalStateException("as the test says");
        }
        int sections = crowded ? 45 : 1;
        return Reply.ofSections("Settings", Collections.nCopies(sections, new Section("Title", "Text")))
                .inPrivate();
    }
}
