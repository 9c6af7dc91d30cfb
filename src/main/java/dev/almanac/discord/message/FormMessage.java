package dev.almanac.discord.message;

import dev.almanac.chat.Option;
import java.util.List;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.modals.Modal;

/** Options of a command as a form to fill in: https://discord.com/developers/docs/components/reference#text-input. */
public final class FormMessage {
    /** A text that may be longer than this gets several lines. */
    private static final int ONE_LINE = 100;

    /**
     * A form that comes back under this id, each text under its option's name.
     *
     * @param title at most 45 characters; so have the descriptions of the options, which stand above the fields
     */
    public static Modal of(String customId, String title, List<Option> options) {
        List<Label> fields = options.stream().map(FormMessage::field).toList();
        return Modal.create(customId, title).addComponents(fields).build();
    }

    private static Label field(Option option) {
        TextInputStyle style = option.longest() > ONE_LINE ? TextInputStyle.PARAGRAPH : TextInputStyle.SHORT;
        return Label.of(
                option.description(),
                TextInput.create(option.name(), style)
                        .setRequired(option.required())
                        .setMaxLength(option.longest())
                        .build());
    }

    private FormMessage() {}
}
