package dev.almanac.exchange;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;

/**
 * A text without what belongs to a page and not to its words: HTML's entities and tags, the marks of a wiki, "(pictured)",
 * numbers of footnotes, blanks too many and characters that can't be seen.
 *
 * @param mended what was taken out or put right; empty where the text was clean
 */
record Cleaning(String text, Set<Kind> mended) {
    /** What is cleaned, in words that follow a count: "in 3 rows ...". */
    enum Kind {
        HTML("HTML entities and tags"),
        WIKI("wiki marks"),
        PICTURED("“(pictured)”"),
        FOOTNOTES("numbers of footnotes"),
        BLANKS("blanks that are too many or unseen");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    private static final Pattern ENTITY =
            Pattern.compile("&(?:[A-Za-z][A-Za-z0-9]{1,30}|#\\d{1,7}|#[xX][0-9A-Fa-f]{1,6});");
    private static final Pattern TAG = Pattern.compile(
            "</?(?:a|abbr|b|blockquote|br|cite|code|div|em|font|h[1-6]|hr|i|img|li|ol|p|q|ref|"
                    + "s|small|span|strong|sub|sup|table|tbody|td|th|tr|tt|u|ul)(?:\\s[^<>]*)?/?>",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LINE_BREAK =
            Pattern.compile("<br\\s*/?>\\n?|</p>\\s*<p(?:\\s[^<>]*)?>", Pattern.CASE_INSENSITIVE);
    private static final Pattern REFERENCE =
            Pattern.compile("<ref[^<>]*/>|<ref[^<>]*>.*?</ref>|<!--.*?-->", Pattern.DOTALL);
    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{[^{}]*}}");
    private static final Pattern FILE_LINK =
            Pattern.compile("\\[\\[(?:File|Image|Datei|Bild|Fichier|Archivo):[^\\[\\]]*]]", Pattern.CASE_INSENSITIVE);
    private static final Pattern LINK = Pattern.compile("\\[\\[(?:[^\\[\\]|]*\\|)?([^\\[\\]|]*)]]");
    private static final Pattern WEB_LINK = Pattern.compile("\\[https?://\\S+ ([^\\[\\]]+)]");
    private static final Pattern STRONG = Pattern.compile("'{2,5}(?!')([^'\\n](?:[^\\n]*?[^'\\n])?)'{2,5}(?!')");
    private static final Pattern PICTURED = Pattern.compile(
            "\\s*\\((?:[\\p{L}'’ -]{1,40} )?(?:pictured|shown|depicted|illustrated|im bild|bild|abgebildet|en photo|photo|imagen|"
                    + "en la imagen|foto|na foto|nella foto|на фото|на илл\\.?)(?: [\\p{L}'’ -]{1,40})?\\)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern FOOTNOTE = Pattern.compile("\\[(?:\\d{1,3}|[a-z]|citation needed|Anm\\. \\d+)]");
    private static final Pattern UNSEEN = Pattern.compile(
            "[\\u00AD\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF]|[\\p{Cc}\\p{Cs}&&[^\\n\\t\\r]]");
    private static final Pattern LINE_END = Pattern.compile("\\r\\n?|\\u2028|\\u2029");
    private static final Pattern BLANKS = Pattern.compile("[\\p{Zs}\\t]+");

    static Cleaning of(String written) {
        Set<Kind> mended = EnumSet.noneOf(Kind.class);
        String text = LINE_END.matcher(written).replaceAll("\n").strip();
        text = step(text, withoutReferences(text), Kind.WIKI, mended);
        text = step(text, withoutHtml(text), Kind.HTML, mended);
        text = step(text, withoutWikiMarks(text), Kind.WIKI, mended);
        text = step(text, PICTURED.matcher(text).replaceAll(""), Kind.PICTURED, mended);
        text = step(text, FOOTNOTE.matcher(text).replaceAll(""), Kind.FOOTNOTES, mended);
        text = step(text, withSingleBlanks(text), Kind.BLANKS, mended);
        return new Cleaning(text, Set.copyOf(mended));
    }

    private static String step(String before, String after, Kind kind, Set<Kind> mended) {
        if (!before.equals(after)) {
            mended.add(kind);
        }
        return after;
    }

    private static String withoutReferences(String text) {
        return REFERENCE.matcher(text).replaceAll("");
    }

    /** Only where there is an entity or a tag that pages have: "a &lt; b" stays. Twice, for what was escaped twice. */
    private static String withoutHtml(String text) {
        String read = text;
        for (int i = 0; i < 2 && ENTITY.matcher(read).find(); i++) {
            read = Parser.unescapeEntities(read, true);
        }
        if (!TAG.matcher(read).find()) {
            return read;
        }
        List<String> lines = new ArrayList<>();
        for (String line : LINE_BREAK.matcher(read).replaceAll("\n").split("\n", -1)) {
            lines.add(
                    TAG.matcher(line).find()
                            ? Jsoup.parseBodyFragment(line).body().wholeText()
                            : line);
        }
        return String.join("\n", lines);
    }

    private static String withoutWikiMarks(String text) {
        String read = text;
        for (String before = ""; !before.equals(read); ) {
            before = read;
            read = TEMPLATE.matcher(FILE_LINK.matcher(read).replaceAll("")).replaceAll("");
            read = LINK.matcher(read).replaceAll("$1");
        }
        read = WEB_LINK.matcher(read).replaceAll("$1");
        return STRONG.matcher(read).replaceAll("$1");
    }

    private static String withSingleBlanks(String text) {
        return BLANKS.matcher(UNSEEN.matcher(text).replaceAll(""))
                .replaceAll(" ")
                .replaceAll(" ?\\n ?", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .replaceAll(" ([,.])(?=\\s|$)", "$1")
                .strip();
    }
}
