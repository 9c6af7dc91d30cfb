package dev.almanac.terminal;

/** Colours and weights of a terminal; nothing is told by them alone. */
enum Style {
    PLAIN,
    COLOURED;

    private static final String ESCAPE = "\u001B[";

    String bold(String text) {
        return dressed("1", text);
    }

    String faint(String text) {
        return dressed("2", text);
    }

    String heading(String text) {
        return dressed("1;36", text);
    }

    String date(String text) {
        return dressed("33", text);
    }

    private String dressed(String code, String text) {
        return this == PLAIN || text.isEmpty() ? text : ESCAPE + code + "m" + text + ESCAPE + "0m";
    }
}
