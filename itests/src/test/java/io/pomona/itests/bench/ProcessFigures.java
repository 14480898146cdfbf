package io.pomona.itests.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the kernel says of a process. Linux only. */
record ProcessFigures(ProcessHandle process) {
  private static final double TICKS = 100;
  private static final int USER = 11;

  /** User and system time of it and of its children, those that have ended included. */
  double cpuSeconds() {
    double ended = times(process.pid(), USER + 2);
    return ended
        + Stream.concat(Stream.of(process), process.descendants())
            .mapToDouble(one -> times(one.pid(), USER))
            .sum();
  }

  private static double times(long pid, int field) {
    Path file = Path.of("/proc/" + pid + "/stat");
    try {
      String stat = Files.readString(file);
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      return (Double.parseDouble(fields[field]) + Double.parseDouble(fields[field + 1])) / TICKS;
    } catch (IOException e) {
      return 0; // it has just ended
    }
  }

  double residentMegabytes() {
    try {
      return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is left in a JVM's heap after it was collected. */
  double heapMegabytes() {
    diagnose("GC.run");
    diagnose("GC.run");
    return diagnose("GC.heap_info")
        .lines()
        .filter(line -> line.contains(" total ") && line.contains(" used "))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll(".* used (\\d+)K.*", "$1")) / 1024)
        .sum();
  }

  /** A diagnostic command of a JVM. */
  String diagnose(String... command) {
    List<String> line =
        Stream.concat(
                Stream.of(
                    Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                    Long.toString(process.pid())),
                Stream.of(command))
            .toList();
    try {
      Process jcmd = new ProcessBuilder(line).redirectErrorStream(true).start();
      return new String(jcmd.getInputStream().readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
