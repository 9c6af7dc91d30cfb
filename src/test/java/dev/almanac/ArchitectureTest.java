package dev.almanac;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.stream.Stream;

@AnalyzeClasses(packages = "dev.almanac", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule THE_TIMELINE_KNOWS_NOTHING_BUT_THE_JDK = classes()
            .that()
            .resideInAPackage("dev.almanac.timeline")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("dev.almanac.timeline", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule THE_FILE_KNOWS_THE_TIMELINE =
            thePackage("timeline.file").mayImport("timeline");

    @ArchTest
    static final ArchRule THE_EXCHANGE_KNOWS_THE_FILE = thePackage("exchange").mayImport("timeline.file", "timeline");

    @ArchTest
    static final ArchRule ONLY_THE_EXCHANGE_KNOWS_SHEETS_AND_CALENDARS = noClasses()
            .that()
            .resideOutsideOfPackage("dev.almanac.exchange")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.commons.csv..", "biweekly..", "org.jsoup..");

    @ArchTest
    static final ArchRule THE_CONTRACT_KNOWS_VALUES_OF_THE_TIMELINE =
            thePackage("chat").mayImport("timeline");

    @ArchTest
    static final ArchRule THE_SEARCH_KNOWS_THE_TIMELINE = thePackage("search").mayImport("timeline");

    @ArchTest
    static final ArchRule PICTURES_KNOW_THE_CONTRACT = thePackage("picture").mayImport("chat", "timeline");

    @ArchTest
    static final ArchRule READING_KNOWS_THE_CONTRACT = thePackage("reading").mayImport("chat", "timeline");

    @ArchTest
    static final ArchRule LOOK_UPS_KNOW_THE_CONTRACT_READING_THE_SEARCH_AND_PICTURES =
            thePackage("lookup").mayImport("reading", "search", "picture", "chat", "timeline");

    @ArchTest
    static final ArchRule THE_PROMISE_KNOWS_LOOK_UPS =
            thePackage("daily").mayImport("lookup", "picture", "chat", "timeline");

    @ArchTest
    static final ArchRule THE_STORE_KNOWS_THE_PROMISE =
            thePackage("daily.store").mayImport("daily");

    @ArchTest
    static final ArchRule THE_ENGINE_KNOWS_THE_PROMISE =
            thePackage("daily.engine").mayImport("daily", "chat", "timeline");

    @ArchTest
    static final ArchRule THE_COMMAND_KNOWS_THE_ENGINE =
            thePackage("daily.command").mayImport("daily.engine", "daily", "chat", "timeline");

    @ArchTest
    static final ArchRule THE_TERMINAL_KNOWS_THE_CONTRACT_AND_READING =
            thePackage("terminal").mayImport("reading", "chat", "timeline");

    @ArchTest
    static final ArchRule MESSAGES_KNOW_POSTS_AND_THE_CONTRACT =
            thePackage("discord.message").mayImport("daily", "chat", "timeline");

    @ArchTest
    static final ArchRule DISCORD_KNOWS_NO_OTHER_FRONT =
            thePackage("discord").mayImport("discord.message", "daily", "reading", "chat", "timeline");

    @ArchTest
    static final ArchRule THE_PREVIEW_KNOWS_OF_DISCORD_ONLY_ITS_MESSAGES =
            thePackage("preview").mayImport("discord.message", "daily", "reading", "chat", "timeline");

    @ArchTest
    static final ArchRule FIGURES_KNOW_WHAT_THEY_COUNT =
            thePackage("operation").mayImport("discord", "daily.store", "daily", "search", "chat", "timeline");

    @ArchTest
    static final ArchRule ONLY_FIGURES_KNOW_MICROMETER = noClasses()
            .that()
            .resideOutsideOfPackage("dev.almanac.operation")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.micrometer..", "io.prometheus..");

    /** A package of ours, and what it may import of the others. */
    private record Imports(String name) {
        ArchRule mayImport(String... others) {
            String[] allowed = Stream.concat(Stream.of(name), Stream.of(others))
                    .map(other -> "dev.almanac." + other)
                    .toArray(String[]::new);
            return noClasses()
                    .that()
                    .resideInAPackage("dev.almanac." + name)
                    .should()
                    .dependOnClassesThat(resideInAPackage("dev.almanac..").and(not(resideInAnyPackage(allowed))));
        }
    }

    private static Imports thePackage(String name) {
        return new Imports(name);
    }

    @ArchTest
    static final ArchRule ONLY_THE_STORE_KNOWS_SQL = noClasses()
            .that()
            .resideOutsideOfPackage("dev.almanac.daily.store")
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("org.jdbi..", "org.sqlite..", "org.flywaydb..", "com.zaxxer..", "java.sql..")
                            .and(not(resideInAPackage("com.zaxxer.hikari.metrics.."))));

    @ArchTest
    static final ArchRule ONLY_FIGURES_COUNT_CONNECTIONS = noClasses()
            .that()
            .resideOutsideOfPackages("dev.almanac.operation", "dev.almanac.daily.store")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.zaxxer.hikari.metrics..");

    @ArchTest
    static final ArchRule ONLY_THE_SEARCH_KNOWS_LUCENE = noClasses()
            .that()
            .resideOutsideOfPackage("dev.almanac.search")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.lucene..");

    @ArchTest
    static final ArchRule ONLY_PICTURES_ARE_DRAWN = noClasses()
            .that()
            .resideOutsideOfPackage("dev.almanac.picture")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.awt..", "javax.imageio..", "org.apache.fontbox..", "org.apache.pdfbox..");

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
            .resideOutsideOfPackage("dev.almanac.discord..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("net.dv8tion..");

    @ArchTest
    static final ArchRule ONLY_THE_PREVIEW_AND_THE_OPERATORS_PAGES_ARE_SERVED = noClasses()
            .that()
            .resideOutsideOfPackages("dev.almanac.preview", "dev.almanac.operation")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.sun.net.httpserver..");

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CIRCLE =
            slices().matching("dev.almanac.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule CLASSES_FORM_NO_CIRCLE =
            slices().assignedFrom(new OutermostClasses()).should().beFreeOfCycles();

    /** Each class with those that are nested in it. */
    private static final class OutermostClasses implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass one) {
            return one.getPackageName().startsWith("dev.almanac")
                    ? SliceIdentifier.of(one.getName().replaceAll("\\$.*", ""))
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "classes";
        }
    }

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
            .callMethod(LocalTime.class, "now")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Thread.class, "sleep", long.class);
}
