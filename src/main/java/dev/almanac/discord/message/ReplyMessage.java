package dev.almanac.discord.message;

import dev.almanac.chat.Choice;
import dev.almanac.chat.Commands;
import dev.almanac.chat.EventCard;
import dev.almanac.chat.Picture;
import dev.almanac.chat.PlainText;
import dev.almanac.chat.Question;
import dev.almanac.chat.Reply;
import dev.almanac.chat.Section;
import dev.almanac.chat.Usage;
import dev.almanac.daily.Post;
import dev.almanac.discord.message.ButtonId.Action;
import dev.almanac.timeline.Image;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.components.mediagallery.MediaGallery;
import net.dv8tion.jda.api.components.mediagallery.MediaGalleryItem;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.components.thumbnail.Thumbnail;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.utils.FileUpload;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/**
 * Sets replies as messages of Components V2 (https://discord.com/developers/docs/components/reference), within Discord's
 * limits for any event and any timeline: a card short of room is cut, and "More" shows that event alone.
 */
public final class ReplyMessage {
    /** Text displays of one message hold this much together; see {@link MessageLimits}. */
    private static final int ROOM = MessageLimits.ALL_TEXT;

    private static final int HEADING_ROOM = 160;
    private static final int NOTICE_ROOM = 700;
    private static final int CLOSING_ROOM = 1800;

    /** Beside lines, a card has so much room or more: enough for its date and title. */
    private static final int LEAST_CARD = 600;

    private static final int MISTAKE_COLOUR = 0xB3261E;
    private static final int PLAIN_COLOUR = 0x5B6B7F;
    private static final Pattern COMMAND = Pattern.compile("^/([a-z]+)");
    private static final Pattern NAMED_COMMAND = Pattern.compile("(?<![^ ])/([a-z]+)\\b((?: [a-z]+)?)");

    private final Commands commands;
    private final Buttons buttons;
    private final Function<String, String> mention;

    /** @param mention turns a command's name, with its subcommand behind a blank, into a link, or into plain text while its id is not known */
    public ReplyMessage(Commands commands, Function<String, String> mention) {
        this.commands = commands;
        this.buttons = new Buttons(commands);
        this.mention = mention;
    }

    public MessageCreateData of(Reply reply) {
        return message(reply, opening(reply), 0, buttons.of(reply)).build();
    }

    /**
     * The message of a post. Its first container bears the marker. Where it is to be crossposted it has no buttons but links:
     * what is pressed in another server reaches nobody.
     */
    public MessageCreateData of(Post post) {
        Reply reply = post.reply();
        String mention = post.role() == 0 ? "" : "<@&" + post.role() + ">\n";
        MessageCreateBuilder message = message(
                reply,
                mention + opening(reply),
                post.marker(),
                post.publish() ? buttons.links(reply) : buttons.of(reply));
        return (post.role() == 0 ? message : message.mentionRoles(post.role())).build();
    }

    /** @param marker the component id of the first card; 0 for any */
    private MessageCreateBuilder message(Reply reply, String opening, int marker, List<ActionRow> rows) {
        List<MessageTopLevelComponent> components = new ArrayList<>();
        boolean isList = !reply.lines().isEmpty() || !reply.narrower().isEmpty();
        reply.picture().ifPresent(picture -> components.add(gallery(picture)));
        if (isPictureAlone(reply)) {
            if (!reply.notice().isEmpty()) {
                components.add(TextDisplay.of(Markdown.aside(reply.notice())));
            }
        } else if (reply.cards().isEmpty() && !isList) {
            components.add(page(reply, opening));
        } else {
            String closing = closing(reply.sections());
            if (!opening.isEmpty()) {
                components.add(TextDisplay.of(opening));
            }
            int room = ROOM - opening.length() - closing.length();
            String list = isList ? list(reply, room - LEAST_CARD * reply.cards().size()) : "";
            List<Container> cards = cards(reply.cards(), room - list.length());
            if (marker != 0) {
                cards.set(0, cards.get(0).withUniqueId(marker));
            }
            components.addAll(cards);
            if (isList) {
                components.add(Container.of(TextDisplay.of(list)).withAccentColor(PLAIN_COLOUR));
            }
            if (!closing.isEmpty()) {
                components.add(TextDisplay.of(closing));
            }
        }
        components.addAll(rows);
        return new MessageCreateBuilder()
                .useComponentsV2()
                .setComponents(components)
                .setAllowedMentions(EnumSet.noneOf(Message.MentionType.class));
    }

    /** Whether the picture says what the reply says; its heading stands in it. */
    private static boolean isPictureAlone(Reply reply) {
        return reply.picture().isPresent()
                && reply.cards().isEmpty()
                && reply.sections().isEmpty();
    }

    /** An upload can be sent once, so whoever sends a message again makes it anew. */
    private static MediaGallery gallery(Picture picture) {
        FileUpload file = FileUpload.fromData(picture.png(), picture.name());
        return MediaGallery.of(MediaGalleryItem.fromFile(file).withDescription(picture.alt()));
    }

    private static String list(Reply reply, int room) {
        return reply.lines().isEmpty() ? LineTexts.ofParts(reply.narrower(), room) : LineTexts.of(reply.lines(), room);
    }

    private String opening(Reply reply) {
        String heading = reply.heading().isEmpty() ? "" : "## " + Markdown.plain(reply.heading(), HEADING_ROOM);
        String notice = Markdown.plain(reply.notice(), NOTICE_ROOM);
        return Stream.of(heading, reply.kind().isRefusal() ? withLinks(notice) : notice)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /** The text with the commands that it names as links to them, each once. */
    private String withLinks(String text) {
        Set<String> linked = new HashSet<>();
        return NAMED_COMMAND.matcher(text).replaceAll(named -> {
            String called = called(named.group(1), named.group(1) + named.group(2));
            return Matcher.quoteReplacement(
                    !called.isEmpty() && linked.add(called)
                            ? mention.apply(called) + named.group().substring(1 + called.length())
                            : named.group());
        });
    }

    /** What can be called of a command's name and the word behind it; empty when neither can. */
    private String called(String name, String withNextWord) {
        Optional<Usage> command = commands.usage(name);
        if (command.filter(usage -> usage.subcommands().isEmpty()).isPresent()) {
            return name;
        }
        return command.filter(usage -> usage.hasSubcommand(
                                withNextWord.substring(name.length()).strip()))
                        .isPresent()
                ? withNextWord
                : "";
    }

    private Container page(Reply reply, String opening) {
        List<TextDisplay> texts = new ArrayList<>();
        texts.add(TextDisplay.of(opening.isEmpty() ? "…" : opening));
        int left = ROOM - opening.length();
        for (Section section : reply.sections()) {
            int fair = left / (reply.sections().size() - texts.size() + 1);
            String text = text(section, fair);
            texts.add(TextDisplay.of(text));
            left -= text.length();
        }
        return Container.of(texts).withAccentColor(reply.kind().isRefusal() ? MISTAKE_COLOUR : PLAIN_COLOUR);
    }

    /** What stands below cards: each section has its share of what those before it left. */
    private String closing(List<Section> sections) {
        StringBuilder closing = new StringBuilder();
        int after = sections.size();
        for (Section section : sections) {
            String text = text(section, (CLOSING_ROOM - closing.length()) / after - 1);
            closing.append(closing.isEmpty() ? "" : "\n").append(text);
            after--;
        }
        return closing.toString();
    }

    private String text(Section section, int room) {
        String bold = section.title().isEmpty() ? "" : "**" + title(section.title()) + "**\n";
        String before = section.isRemark() ? "-# " : bold;
        return before + Markdown.of(section.spans(), room - before.length());
    }

    private String title(String title) {
        Matcher command = COMMAND.matcher(title);
        return command.find() && !called(command.group(1), command.group(1)).isEmpty()
                ? mention.apply(command.group(1)) + Markdown.plain(title.substring(command.end()), HEADING_ROOM)
                : Markdown.plain(title, HEADING_ROOM);
    }

    /** Each card gets what it needs, as long as there is enough; the long ones share what the short ones leave. */
    private List<Container> cards(List<EventCard> cards, int room) {
        // By identity: to hash a card is to hash all that it says.
        IdentityHashMap<EventCard, CardText> texts = new IdentityHashMap<>();
        List<EventCard> open = new ArrayList<>(cards);
        int left = room;
        boolean settled = true;
        while (settled && !open.isEmpty()) {
            int fair = left / open.size();
            settled = false;
            for (EventCard card : List.copyOf(open)) {
                CardText text = CardText.of(card, fair, cards.size() == 1);
                if (!text.cut()) {
                    texts.put(card, text);
                    open.remove(card);
                    left -= text.length();
                    settled = true;
                }
            }
        }
        int fair = open.isEmpty() ? 0 : left / open.size();
        return cards.stream()
                .map(card -> container(
                        card,
                        texts.computeIfAbsent(card, long_ -> CardText.of(long_, fair, cards.size() == 1)),
                        cards.size() > 1))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private Container container(EventCard card, CardText text, boolean oneOfSeveral) {
        int colour = card.colour().orElse(PLAIN_COLOUR);
        TextDisplay content = TextDisplay.of(text.text());
        TextDisplay foot = TextDisplay.of(text.foot());
        if (!text.cut() || !oneOfSeveral || commands.usage("event").isEmpty()) {
            Container plain = card.image()
                    .map(image -> Container.of(section(image, content), foot))
                    .orElseGet(() -> Container.of(content, foot));
            return plain.withAccentColor(colour);
        }
        Button more = buttons.button(
                Action.SHOW, new Choice("More", Question.of("event").with("event", card.id())));
        return Container.of(net.dv8tion.jda.api.components.section.Section.of(more, content), foot)
                .withAccentColor(colour);
    }

    private static net.dv8tion.jda.api.components.section.Section section(Image image, TextDisplay content) {
        String alt = PlainText.cut(PlainText.of(image.alt()), Thumbnail.MAX_DESCRIPTION_LENGTH);
        return net.dv8tion.jda.api.components.section.Section.of(
                Thumbnail.fromUrl(image.url()).withDescription(alt), content);
    }
}
