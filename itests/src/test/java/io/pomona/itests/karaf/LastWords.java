package io.pomona.itests.karaf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a server that does not answer was about: the end of its log, and what the threads do that
 * start it. For the message of a failing test, as a build machine keeps no more than that.
 */
final class LastWords {
  private static final int LINES = 15;
  private static final int FRAMES = 12;

  /** Those who install features, configure the web server or wait for a lock. */
  private static final Pattern TELLING =
      Pattern.compile(
          "^\"(features-|paxweb-|FelixStartLevel|CM |HttpService->|activator-|SCR)|BLOCKED");

  private LastWords() {}

  static String of(KarafServer karaf) {
    String threads =
        karaf.process().map(process -> threads(process.pid())).orElse("The process has ended.");
    return "The end of its log:\n" + end(karaf.log()) + "\nIts threads:\n" + threads;
  }

  private static String end(Path log) {
    try {
      List<String> lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
    } catch (IOException e) {
      return "cannot be read: " + e;
    }
  }

  private static String threads(long pid) {
    try {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                  Long.toString(pid),
                  "Thread.print")
              .redirectErrorStream(true)
              .start();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return Stream.of(text.split("\n\n"))
          .filter(thread -> TELLING.matcher(thread).find())
          .map(thread -> thread.lines().limit(FRAMES).collect(Collectors.joining("\n")))
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      return "cannot be read: " + e;
    }
  }
}
