package dev.almanac.timeline;

/** Numbers as ISO 8601 writes them, in ASCII digits. A format of the JDK's costs ten times as much. */
final class Digits {
    /** Four digits, with a minus before them where the year is before 0. */
    static String year(int year) {
        return (year < 0 ? "-" : "") + String.valueOf(10_000 + Math.abs(year)).substring(1);
    }

    /** Of 0 to 99. */
    static String two(int number) {
        return String.valueOf(100 + number).substring(1);
    }

    private Digits() {}
}
