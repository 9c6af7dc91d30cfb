package dev.almanac.discord.message;

import dev.almanac.chat.Choice;
import dev.almanac.chat.Commands;
import dev.almanac.chat.EventLine;
import dev.almanac.chat.Menu;
import dev.almanac.chat.PlainText;
import dev.almanac.chat.Question;
import dev.almanac.chat.Reply;
import dev.almanac.discord.message.ButtonId.Action;
import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;

/**
 * The select menus of a message: one that opens an event of a list, one that chooses a part of what is too much for a list, those that
 * choose the value of an option.
 * https://discord.com/developers/docs/components/reference#string-select
 */
final class Menus {
    private final Commands commands;

    Menus(Commands commands) {
        this.commands = commands;
    }

    List<ActionRow> of(Reply reply) {
        List<ActionRow> menus = new ArrayList<>();
        if (!reply.lines().isEmpty()) {
            menus.add(ActionRow.of(events(reply.lines(), reply.paged().orElseThrow())));
        }
        if (!reply.narrower().isEmpty()) {
            menus.add(ActionRow.of(parts(reply.narrower())));
        }
        reply.menus().forEach(menu -> menus.add(ActionRow.of(values(menu))));
        return menus;
    }

    /** The menu itself names the list, each of its values an event. */
    private StringSelectMenu events(List<EventLine> lines, Question list) {
        return StringSelectMenu.create(new ButtonId(Action.OPEN, list).written(commands))
                .setPlaceholder("Open an event")
                .addOptions(lines.stream()
                        .map(line -> SelectOption.of(
                                        PlainText.cut(PlainText.of(line.title()), SelectOption.LABEL_MAX_LENGTH),
                                        line.key())
                                .withDescription(
                                        PlainText.cut(PlainText.of(line.date()), SelectOption.DESCRIPTION_MAX_LENGTH)))
                        .toList())
                .build();
    }

    /** The menu names the question, each of its values what one option of it may be. */
    private StringSelectMenu values(Menu menu) {
        return StringSelectMenu.create(ButtonId.choosing(menu).written(commands))
                .setPlaceholder(PlainText.cut(menu.label(), StringSelectMenu.PLACEHOLDER_MAX_LENGTH))
                .setMaxValues(menu.several() ? menu.items().size() : 1)
                .addOptions(menu.items().stream().map(Menus::option).toList())
                .build();
    }

    private static SelectOption option(Menu.Item item) {
        String detail = PlainText.cut(PlainText.of(item.detail()), SelectOption.DESCRIPTION_MAX_LENGTH);
        return SelectOption.of(PlainText.cut(PlainText.of(item.label()), SelectOption.LABEL_MAX_LENGTH), item.value())
                .withDescription(detail.isEmpty() ? null : detail)
                .withDefault(item.chosen());
    }

    /** Each value says all that it asks for. */
    private StringSelectMenu parts(List<Choice> parts) {
        return StringSelectMenu.create(ButtonId.MENU)
                .setPlaceholder("Choose a part")
                .addOptions(parts.stream()
                        .map(part -> SelectOption.of(
                                PlainText.cut(part.label(), SelectOption.LABEL_MAX_LENGTH),
                                new ButtonId(Action.TURN, part.question()).written(commands)))
                        .toList())
                .build();
    }
}
