package dev.almanac.exchange;

/**
 * Where events come from that name no source of their own.
 *
 * @param title of the publication; empty where nobody says
 * @param publisher who published it; empty where nobody says
 * @param url its address; empty where it has none, or nobody says
 * @param licence under which it may be used, in words; empty where nobody says
 */
public record Origin(String title, String publisher, String url, String licence) {
    static final Origin UNKNOWN = new Origin("", "", "", "");
    static final Origin WIKIPEDIA =
            new Origin("Wikipedia", "Wikimedia Foundation", "https://www.wikipedia.org/", "CC BY-SA 4.0");

    /** This one, and what it doesn't say from another. */
    public Origin or(Origin other) {
        return new Origin(
                title.isEmpty() ? other.title : title,
                publisher.isEmpty() ? other.publisher : publisher,
                url.isEmpty() ? other.url : url,
                licence.isEmpty() ? other.licence : licence);
    }
}
