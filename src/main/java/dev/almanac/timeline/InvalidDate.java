package dev.almanac.timeline;

/** A date that can't be read: what is wrong with it, and what would be right. */
public final class InvalidDate extends IllegalArgumentException {
    private final String wrong;
    private final String right;

    InvalidDate(String wrong, String right) {
        super(wrong + "; would be right: " + right);
        this.wrong = wrong;
        this.right = right;
    }

    public String wrong() {
        return wrong;
    }

    public String right() {
        return right;
    }
}
