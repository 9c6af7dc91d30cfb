package dev.almanac.timeline.file;

/** Why a file can't be read, or can't be read beyond some place in it; told as a {@link Problem} is. */
final class Unreadable extends Exception {
    private final transient Place place;
    private final String wrong;
    private final String right;

    Unreadable(Place place, String wrong, String right) {
        super(wrong);
        this.place = place;
        this.wrong = wrong;
        this.right = right;
    }

    void noteIn(Problems problems) {
        problems.add(place, "", wrong, right);
    }
}
