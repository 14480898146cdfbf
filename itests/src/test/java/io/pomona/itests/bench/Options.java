package io.pomona.itests.bench;

import io.pomona.itests.ProjectFolder;
import java.nio.file.Path;
import java.util.List;

/**
 * What is measured, by system properties {@code bench.*}.
 *
 * @param folder where servers, databases and identities are kept for the next run
 * @param rounds how often each measurement is repeated
 * @param seconds how long a round of polls lasts
 * @param rollouts how often 15 profiles are brought to all Macs, which then are in one team
 * @param abm how many Macs of Apple Business Manager are synchronized, instead of all else
 * @param hosts how many hosts are listed, instead of all else
 * @param profile whether one more round of each is recorded by the JVM's flight recorder
 */
record Options(
    Path folder,
    List<String> databases,
    int macs,
    int rounds,
    int seconds,
    int connections,
    int rollouts,
    int abm,
    int hosts,
    boolean profile) {

  static Options given() {
    return new Options(
        ProjectFolder.root().resolve("itests/target/bench"),
        List.of(System.getProperty("bench.databases", "h2,postgresql").split(",")),
        Integer.getInteger("bench.macs", 10_000),
        Integer.getInteger("bench.rounds", 5),
        Integer.getInteger("bench.seconds", 10),
        Integer.getInteger("bench.connections", 64),
        Integer.getInteger("bench.rollouts", 0),
        Integer.getInteger("bench.abm", 0),
        Integer.getInteger("bench.hosts", 0),
        Boolean.getBoolean("bench.profile"));
  }
}
