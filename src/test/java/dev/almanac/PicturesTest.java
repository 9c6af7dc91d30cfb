package dev.almanac;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PicturesTest {
    @Test
    void standInTheReadmeWithWordsForThoseWhoDoNotSeeThem() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        for (Pictures.Picture picture : Pictures.ALL) {
            for (String theme : List.of("light", "dark")) {
                assertTrue(Files.exists(picture.file(theme)), picture.name());
            }
            assertTrue(readme.contains("srcset=\"" + picture.file("dark") + "\""), picture.name());
            assertTrue(
                    readme.matches("(?s).*<img alt=\"[^\"]{40,}\" src=\"" + picture.file("light") + "\".*"),
                    picture.name());
        }
    }
}
