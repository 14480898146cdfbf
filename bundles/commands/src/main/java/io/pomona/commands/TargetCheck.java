package io.pomona.commands;

import io.pomona.api.enrollment.Host;
import io.pomona.protocol.command.catalogue.CommandTarget;
import io.pomona.protocol.command.catalogue.Composition;
import io.pomona.protocol.command.catalogue.KeyProblem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Holds a command against what is known of each Mac that it is for. */
final class TargetCheck {
  private static final int NAMED = 3;

  private final Map<Host, CommandTarget> targets = new LinkedHashMap<>();

  TargetCheck(List<Host> hosts, Function<Host, CommandTarget> facts) {
    hosts.forEach(host -> targets.put(host, facts.apply(host)));
  }

  /** What the registry has of each Mac without looking further. */
  static CommandTarget reported(Host host) {
    return CommandTarget.macOs(host.facts().osVersion());
  }

  List<KeyProblem> problems(Composition composition) {
    return byProblem(composition::problemsOn);
  }

  List<KeyProblem> advice(Composition composition) {
    return byProblem(composition::adviceOn);
  }

  /** Each problem once, with the names of those that have it. */
  private List<KeyProblem> byProblem(Function<CommandTarget, List<KeyProblem>> look) {
    Map<KeyProblem, List<Host>> having = new LinkedHashMap<>();
    targets.forEach(
        (host, target) ->
            look.apply(target)
                .forEach(
                    found -> having.computeIfAbsent(found, any -> new ArrayList<>()).add(host)));
    return having.entrySet().stream()
        .map(
            entry ->
                new KeyProblem(
                    entry.getKey().path(), entry.getKey().reason() + names(entry.getValue())))
        .toList();
  }

  private static String names(List<Host> hosts) {
    String first =
        String.join(
            ", ", hosts.stream().limit(NAMED).map(host -> host.facts().serialNumber()).toList());
    int more = hosts.size() - NAMED;
    return " (" + first + (more > 0 ? " and " + more + " more" : "") + ")";
  }
}
