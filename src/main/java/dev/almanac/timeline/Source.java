package dev.almanac.timeline;

/**
 * A publication that events rest on.
 *
 * @param url its address, empty when it is cited by title only
 * @param licence under which it is published, in words
 */
public record Source(String id, String title, String publisher, String url, String licence) {

    /** Publisher and title; once where a publication is called like its publisher. */
    public String named() {
        return publisher.equals(title) ? title : publisher + ": " + title;
    }
}
