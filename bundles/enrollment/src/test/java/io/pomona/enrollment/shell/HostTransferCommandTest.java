package io.pomona.enrollment.shell;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import io.pomona.api.MdmException;
import io.pomona.api.organization.NewTeam;
import io.pomona.api.organization.Permission;
import io.pomona.enrollment.HostDirectory;
import io.pomona.enrollment.HostTransfer;
import io.pomona.testkit.FakeAccess;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.Printed;
import io.pomona.testkit.SettableClock;
import io.pomona.testkit.TeamsByName;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

public class HostTransferCommandTest {
  @Rule public final Printed printed = new Printed();
  private final InMemoryStoreSet stores = new InMemoryStoreSet();

  @Before
  public void twoMacsAndATeam() {
    Fixtures.enrolledMac(stores, 1, SettableClock.START);
    Fixtures.enrolledMac(stores, 2, SettableClock.START);
    NewTeam desks = new NewTeam("Desks", "");
    stores.teams().create(desks, SettableClock.START, t -> Fixtures.activity("created_team"));
  }

  private HostTransferCommand to(String team) {
    FakeAccess access = FakeAccess.allowing(Permission.TRANSFER_HOSTS);
    HostTransferCommand command = new HostTransferCommand();
    command.team = team;
    command.transfer = new HostTransfer(stores.hosts(), stores.teams(), access);
    command.directory = new HostDirectory(stores.hosts(), access);
    command.teams = new TeamsByName(stores.teams());
    command.actors = () -> Fixtures.ADMIN;
    return command;
  }

  @Test
  public void hostsAreNamedOrMatched() {
    HostTransferCommand named = to("Desks");
    named.identifiers = List.of(Fixtures.serial(1));
    named.execute();
    assertEquals("1 host moved.\n", printed.text());
    HostTransferCommand matched = to("Desks");
    matched.query = "mac";
    matched.execute();
    assertEquals("the other one", "1 host moved.\n", printed.text());
    HostTransferCommand back = to("No team");
    back.from = "Desks";
    back.execute();
    assertEquals("2 hosts moved.\n", printed.text());
    back.execute();
    assertEquals("0 hosts moved.\n", printed.text());
  }

  @Test
  public void nobodyMovesAllHostsByAnEmptyWord() {
    HostTransferCommand empty = to("Desks");
    empty.query = " ";
    assertThrows(MdmException.class, empty::execute);
    HostTransferCommand both = to("Desks");
    both.identifiers = List.of(Fixtures.serial(1));
    both.from = "No team";
    assertThrows(MdmException.class, both::execute);
    assertEquals("", printed.text());
  }
}
