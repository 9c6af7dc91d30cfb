package dev.almanac.timeline.file;

/** Why nothing can be read from a file, or from some place in it on; told as a {@link Problem} is. */
final class Unreadable extends Exception {
    private final transient Json.Place place;
    private final String wrong;
    private final String right;

    Unreadable(Json.Place place, String wrong, String right) {
        super(wrong);
        this.place = place;
        this.wrong = wrong;
        this.right = right;
    }

    void noteIn(Problems problems) {
        problems.add(place, "", wrong, right);
    }
}
