package dev.almanac;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.almanac.discord.MessageBodies;
import java.time.LocalDate;
import java.time.ZoneId;

@AnalyzeClasses(packages = "dev.almanac", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule THE_TIMELINE_KNOWS_NOTHING_BUT_THE_JDK = classes()
            .that()
            .resideInAPackage("dev.almanac.timeline")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("dev.almanac.timeline", "java..", "org.jspecify..", "com.fasterxml.jackson.core..");

    @ArchTest
    static final ArchRule ONLY_READING_AND_WRITING_KNOW_JACKSON = noClasses()
            .that()
            .resideInAPackage("dev.almanac.timeline")
            .and()
            .haveNameNotMatching(".*\\.(Json|CanonicalJson|TimelineFile)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml..");

    @ArchTest
    static final ArchRule COMMANDS_KNOW_NO_FRONT = noClasses()
            .that()
            .resideInAPackage("dev.almanac.commands")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.almanac.daily",
                    "dev.almanac.terminal..",
                    "dev.almanac.discord..",
                    "dev.almanac.preview..",
                    "dev.almanac");

    @ArchTest
    static final ArchRule DAILY_POSTS_KNOW_NO_FRONT = noClasses()
            .that()
            .resideInAPackage("dev.almanac.daily")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.almanac.terminal..", "dev.almanac.discord..", "dev.almanac.preview..", "dev.almanac");

    @ArchTest
    static final ArchRule ONLY_DAILY_POSTS_USE_THE_DATABASE = noClasses()
            .that()
            .resideOutsideOfPackage("dev.almanac.daily")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jdbi..", "org.sqlite..", "org.flywaydb..", "com.zaxxer..", "java.sql..");

    @ArchTest
    static final ArchRule FRONTS_ASK_COMMANDS_AND_NOTHING_BELOW = noClasses()
            .that()
            .resideInAnyPackage("dev.almanac.terminal", "dev.almanac.discord", "dev.almanac.preview")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.almanac");

    @ArchTest
    static final ArchRule ONLY_THE_TERMINAL_EDITS_LINES = noClasses()
            .that()
            .resideOutsideOfPackage("dev.almanac.terminal")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.jline..");

    @ArchTest
    static final ArchRule ONLY_THE_ROOT_READS_THE_COMMAND_LINE = noClasses()
            .that()
            .resideOutsideOfPackage("dev.almanac")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    @ArchTest
    static final ArchRule ONLY_DISCORD_KNOWS_JDA = noClasses()
            .that()
            .resideOutsideOfPackage("dev.almanac.discord")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("net.dv8tion..");

    @ArchTest
    static final ArchRule THE_PREVIEW_KNOWS_OF_DISCORD_ONLY_THE_BODIES_OF_MESSAGES = noClasses()
            .that()
            .resideInAPackage("dev.almanac.preview")
            .should()
            .dependOnClassesThat(resideInAPackage("dev.almanac.discord").and(not(belongToAnyOf(MessageBodies.class))));

    @ArchTest
    static final ArchRule ONLY_THE_PREVIEW_SERVES_PAGES = noClasses()
            .that()
            .resideOutsideOfPackage("dev.almanac.preview")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.sun.net.httpserver..");

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CIRCLE =
            slices().matching("dev.almanac.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS =
            noClasses().should().haveNameMatching(".*(Util|Utils|Manager|Helper|Impl)$");

    @ArchTest
    static final ArchRule NOTHING_STATIC_CHANGES =
            fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule TIME_COMES_FROM_A_CLOCK = noClasses()
            .should()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now", ZoneId.class)
            .orShould()
            .callMethod(Thread.class, "sleep", long.class);
}
