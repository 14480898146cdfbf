package io.pomona.simulator.demo;

import io.pomona.simulator.mac.Behaviour;
import io.pomona.simulator.mac.BehaviourScript;
import io.pomona.simulator.mac.ErrorItem;
import io.pomona.simulator.mac.MacHardware;
import io.pomona.simulator.main.MixedFleet;
import io.pomona.simulator.main.Population;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The Macs of an organization that is worth looking at: a tenth belongs to no team and obeys, a
 * tenth comes by ABM, some wait there, and among the others are some that give work.
 */
record DemoFleet(int macs) implements Population {

  static final int MACS = 200;
  static final int LEAST = 5;
  private static final long FIRST_PENDING = 2_000_000;
  private static final long TOO_OLD = 40;
  private static final MixedFleet MIX = new MixedFleet();
  private static final ErrorItem REFUSAL =
      new ErrorItem(-319, "ConfigProfilePluginDomain", "The settings could not be installed.");

  /**
   * A team of Macs that were enrolled by hand; they have the numbers from the first to the last.
   */
  record Group(String team, int first, int last) {

    LongStream numbers() {
      return LongStream.rangeClosed(first, last);
    }

    boolean has(long number) {
      return number >= first && number <= last;
    }
  }

  int withoutTeam() {
    return Math.max(1, macs / 10);
  }

  int automatic() {
    return Math.max(1, macs / 10);
  }

  int pending() {
    return Math.max(1, macs * 6 / 100);
  }

  int byHand() {
    return Math.max(withoutTeam(), macs - automatic() - pending());
  }

  List<Group> groups() {
    int rest = byHand() - withoutTeam();
    int engineering = withoutTeam() + rest / 2;
    int design = engineering + rest * 3 / 10;
    return List.of(
        new Group("Engineering", withoutTeam() + 1, engineering),
        new Group("Design", engineering + 1, design),
        new Group("Sales", design + 1, byHand()));
  }

  @Override
  public MacHardware byHand(long number) {
    MacHardware mac = MIX.byHand(number).of(DemoPeople.at(number));
    return number == TOO_OLD ? mac.updated("11.7.10", "20G1427") : mac;
  }

  @Override
  public MacHardware automatic(long number) {
    return MIX.automatic(number).of(DemoPeople.at(byHand() + number));
  }

  /** Bought, and nobody has unpacked them. */
  List<MacHardware> waiting() {
    return LongStream.range(0, pending())
        .mapToObj(i -> MacHardware.seeded(FIRST_PENDING + i))
        .toList();
  }

  /** Some of Sales refuse their profiles; some of Engineering are never at a good moment. */
  @Override
  public BehaviourScript manners(long number) {
    BehaviourScript script = BehaviourScript.obedient();
    if (group("Sales").has(number) && number % 8 == 1) {
      return script.always("InstallProfile", new Behaviour.Refuse(REFUSAL));
    } else if (group("Engineering").has(number) && number % 24 == 6) {
      return script.always("InstallProfile", new Behaviour.NotNow(Integer.MAX_VALUE));
    }
    return script;
  }

  /** On holiday, with their owners. */
  boolean away(long number) {
    return (group("Engineering").has(number) && number % 13 == 2)
        || (group("Design").has(number) && number % 9 == 4);
  }

  Group group(String name) {
    return groups().stream().filter(group -> group.team().equals(name)).findFirst().orElseThrow();
  }
}
