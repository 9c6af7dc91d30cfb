package dev.almanac.timeline;

/** How sure a date is: the qualifiers of EDTF level 1 (Extended Date/Time Format, ISO 8601-2, Library of Congress). */
public enum Doubt {
    NONE(""),
    UNCERTAIN("?"),
    APPROXIMATE("~"),
    UNCERTAIN_AND_APPROXIMATE("%");

    private final String mark;

    Doubt(String mark) {
        this.mark = mark;
    }

    /** What EDTF writes behind the date; empty for {@link #NONE}. */
    public String mark() {
        return mark;
    }

    static Doubt endOf(String edtf) {
        for (Doubt doubt : values()) {
            if (doubt != NONE && edtf.endsWith(doubt.mark)) {
                return doubt;
            }
        }
        return NONE;
    }
}
