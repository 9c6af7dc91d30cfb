# Two images: one that builds, one that runs. The first base can be any with a JDK, 17 to 25, the second any with glibc.
ARG BUILD_BASE=docker.io/library/eclipse-temurin:17-jdk
ARG BASE=docker.io/library/debian:12-slim

FROM ${BUILD_BASE} AS build
WORKDIR /build
COPY .mvn .mvn
COPY mvnw pom.xml ./
COPY src/main src/main
RUN ./mvnw --quiet --batch-mode -Dmaven.test.skip=true -Dmaven.compiler.failOnWarning=false -Dspotless.check.skip=true package
# A Java of the modules that the program needs; besides those that jdeps sees: names of months in the languages that are read, the
# curves that TLS agrees on before Java 22, what Caffeine and others reach below the language, and looking into jars.
RUN jlink --add-modules "$(jdeps --ignore-missing-deps --multi-release 17 --print-module-deps target/almanac.jar),jdk.localedata,jdk.crypto.ec,jdk.unsupported,jdk.zipfs" \
        --include-locales=en,ru,de,fr,es --strip-java-debug-attributes --no-header-files --no-man-pages --compress=2 --output /runtime \
    && /runtime/bin/java -Xshare:dump -XX:+UseSerialGC >/dev/null
# The jar without SQLite's libraries, and the one of this processor beside it: the program would otherwise unpack it into a temporary
# folder each time it starts.
RUN mkdir /app jar data && cd jar && jar --extract --file ../target/almanac.jar \
    && mv "org/sqlite/native/Linux/$(uname -m)/libsqlitejdbc.so" /app \
    && rm -r org/sqlite/native \
    && jar --create --file /app/almanac.jar --manifest META-INF/MANIFEST.MF .

FROM ${BASE}
COPY --from=build /runtime /runtime
COPY --from=build /app /app
COPY events.json /app/events.json
COPY --from=build --chown=10001:10001 /build/data /data
# The classes of a bot as this Java has them once they are loaded, so that it is ready in half the time.
RUN ["/runtime/bin/java", "-XX:+UseSerialGC", "-Xmx128m", "-Xlog:disable", "-Dorg.sqlite.lib.path=/app", \
    "-XX:ArchiveClassesAtExit=/app/almanac.classes", "-cp", "/app/almanac.jar", "dev.almanac.Rehearsal", "run"]
# Java reads variables and names of files in the locale's encoding.
ENV LC_ALL=C.UTF-8 ALMANAC_DATABASE=/data/almanac.db
USER 10001:10001
VOLUME /data
# The root file system may be read-only: the program writes nothing outside of /data, and Java no performance file.
ENTRYPOINT ["/runtime/bin/java", "-XX:+UseSerialGC", "-Xms32m", "-Xmx128m", "-XX:-UsePerfData", "-XX:+ExitOnOutOfMemoryError", \
    "-XX:SharedArchiveFile=/app/almanac.classes", "-Dorg.sqlite.lib.path=/app", "-jar", "/app/almanac.jar", "run"]
