package dev.almanac.discord.message;

import dev.almanac.chat.Choice;
import dev.almanac.chat.Commands;
import dev.almanac.chat.PlainText;
import dev.almanac.chat.Question;
import dev.almanac.chat.Reply;
import dev.almanac.discord.message.ButtonId.Action;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.buttons.ButtonStyle;

/** The menus and buttons of a message, in rows. A choice that none can carry is a fault, and never left out. */
final class Buttons {
    private static final int BUTTONS_IN_ROW = 5;
    private static final int ROWS = 4;
    private static final int LONGEST_LABEL = 80;

    private final Commands commands;
    private final Menus menus;

    Buttons(Commands commands) {
        this.commands = commands;
        this.menus = new Menus(commands);
    }

    /** A link to the first source, for where nothing can be pressed. */
    List<ActionRow> links(Reply reply) {
        List<Button> links = reply.cards().stream()
                .flatMap(card -> card.sources().stream())
                .filter(source -> !source.url().isEmpty() && source.url().length() <= Button.URL_MAX_LENGTH)
                .limit(1)
                .map(source -> Button.link(source.url(), "Read the source"))
                .toList();
        return links.isEmpty() ? List.of() : List.of(ActionRow.of(links));
    }

    Button button(Action action, Choice choice) {
        return Button.of(
                style(choice.manner()),
                new ButtonId(action, choice.question()).written(commands),
                PlainText.cut(choice.label(), LONGEST_LABEL));
    }

    private static ButtonStyle style(Choice.Manner manner) {
        return switch (manner) {
            case PLAIN -> ButtonStyle.SECONDARY;
            case FIRST -> ButtonStyle.PRIMARY;
            case DELETING -> ButtonStyle.DANGER;
        };
    }

    /** Menus first, then those that turn the page in a row of their own, and the other choices below. */
    List<ActionRow> of(Reply reply) {
        List<ActionRow> rows = new ArrayList<>(menus.of(reply));
        Optional<Question> previous = reply.previousPage();
        Optional<Question> next = reply.nextPage();
        if (reply.pages().count() > 1) {
            String page = reply.pages().number() + " of " + reply.pages().count();
            rows.add(ActionRow.of(
                    pageButton("Previous page", previous),
                    Button.secondary("-|page", page).asDisabled(),
                    pageButton("Next page", next)));
        }
        // A message with a picture stays as it is: what is asked below it is shown to whoever presses.
        Action action = reply.picture().isPresent() ? Action.SHOW : Action.TURN;
        rows.addAll(rows(
                action,
                reply.choices().stream()
                        .filter(choice -> !previous.equals(Optional.of(choice.question()))
                                && !next.equals(Optional.of(choice.question())))
                        .toList()));
        return rows;
    }

    /** In its place on every page, so that nothing jumps: where there is nothing to turn to, it can't be pressed. */
    private Button pageButton(String label, Optional<Question> page) {
        return page.map(question -> button(Action.TURN, new Choice(label, question)))
                .orElseGet(() -> Button.secondary("-|" + label, label).asDisabled());
    }

    private List<ActionRow> rows(Action action, List<Choice> choices) {
        Map<String, Button> buttons = new LinkedHashMap<>();
        for (Choice choice : choices) {
            Button button = button(action, choice);
            // Two choices that ask the same are one.
            buttons.putIfAbsent(String.valueOf(button.getCustomId()), button);
        }
        List<ActionRow> rows = new ArrayList<>();
        List<Button> all = List.copyOf(buttons.values());
        if (all.size() > ROWS * BUTTONS_IN_ROW) {
            throw new IllegalStateException(all.size() + " choices are more than " + ROWS + " rows of buttons hold");
        }
        for (int first = 0; first < all.size(); first += BUTTONS_IN_ROW) {
            Collection<Button> row = all.subList(first, Math.min(all.size(), first + BUTTONS_IN_ROW));
            rows.add(ActionRow.of(row));
        }
        return rows;
    }
}
