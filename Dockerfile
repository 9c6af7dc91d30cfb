# Two images: one that builds, one that runs. Either base can be another with a JDK or a Java runtime, 17 or later, and glibc.
ARG BUILD_BASE=docker.io/library/eclipse-temurin:17-jdk
ARG BASE=docker.io/library/eclipse-temurin:17-jre

FROM ${BUILD_BASE} AS build
WORKDIR /build
COPY .mvn .mvn
COPY mvnw pom.xml ./
COPY src/main src/main
RUN ./mvnw --quiet --batch-mode -Dmaven.test.skip=true -Dmaven.compiler.failOnWarning=false -Dspotless.check.skip=true package
# SQLite's library for this processor: the program would otherwise unpack it into a temporary folder each time it starts.
RUN jar --extract --file target/almanac.jar "org/sqlite/native/Linux/$(uname -m)/libsqlitejdbc.so" \
    && mv "org/sqlite/native/Linux/$(uname -m)/libsqlitejdbc.so" target/

FROM ${BASE}
COPY --from=build /build/target/almanac.jar /app/almanac.jar
COPY --from=build /build/target/libsqlitejdbc.so /app/libsqlitejdbc.so
COPY events.json /app/events.json
RUN mkdir /data && chown 10001:10001 /data
ENV ALMANAC_DATABASE=/data/almanac.db
USER 10001:10001
VOLUME /data
# The root file system may be read-only: the program writes nothing outside of /data, and Java no performance file.
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-Xmx128m", "-XX:-UsePerfData", "-XX:+ExitOnOutOfMemoryError", \
    "-Dorg.sqlite.lib.path=/app", "-jar", "/app/almanac.jar", "run"]
