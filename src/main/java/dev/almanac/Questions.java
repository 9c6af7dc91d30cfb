package dev.almanac;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;

/** Asks whoever sits at the terminal for what the command line doesn't say. Where nobody does, nothing is asked. */
final class Questions {
    private final boolean isSomebodyThere;
    private final BufferedReader in;
    private final PrintStream out;

    Questions(boolean isSomebodyThere, BufferedReader in, PrintStream out) {
        this.isSomebodyThere = isSomebodyThere;
        this.in = in;
        this.out = out;
    }

    boolean isSomebodyThere() {
        return isSomebodyThere;
    }

    /** The answer; what is taken otherwise when it is blank or nobody is there. */
    String ask(String question, String otherwise) {
        if (!isSomebodyThere) {
            return otherwise;
        }
        out.print(question + (otherwise.isEmpty() ? " " : " [" + otherwise + "] "));
        out.flush();
        try {
            String answer = in.readLine();
            return answer == null || answer.isBlank() ? otherwise : answer.strip();
        } catch (IOException e) {
            return otherwise;
        }
    }
}
