# Two images: one that builds, one that runs. Either base can be another with a JDK or a Java runtime, 17 or later.
ARG BUILD_BASE=docker.io/library/eclipse-temurin:17-jdk
ARG BASE=docker.io/library/eclipse-temurin:17-jre

FROM ${BUILD_BASE} AS build
WORKDIR /build
COPY .mvn .mvn
COPY mvnw pom.xml ./
COPY src/main src/main
RUN ./mvnw --quiet --batch-mode -DskipTests -Dmaven.compiler.failOnWarning=false package

FROM ${BASE}
COPY --from=build /build/target/almanac.jar /app/almanac.jar
COPY events.json /app/events.json
RUN mkdir /data && chown 10001:10001 /data
USER 10001:10001
VOLUME /data
# The root file system may be read-only: the program writes nothing outside of /data, and Java no performance file.
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-Xmx128m", "-XX:-UsePerfData", "-XX:+ExitOnOutOfMemoryError", "-jar", "/app/almanac.jar", "run"]
