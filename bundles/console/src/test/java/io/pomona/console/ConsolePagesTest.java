package io.pomona.console;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.api.console.ConsolePage;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.console.rest.ConsolePageResource;
import io.pomona.console.rest.ConsolePageResource.PageView;
import io.pomona.testkit.FakeAccess;
import java.util.List;
import org.junit.Test;

public class ConsolePagesTest {
  private final ConsolePages pages = new ConsolePages();

  private ConsolePage bound(String id, String label, Permission permission) {
    ConsolePage page = new SamplePage(id, label, permission);
    pages.bindPage(page);
    return page;
  }

  @Test
  public void theyAreInTheOrderOfTheirIdsAndGoWithTheirBundles() {
    ConsolePage late = bound("zebra", "Zebra", Permission.VIEW_HOSTS);
    ConsolePage early = bound("apple", "Apple", Permission.VIEW_HOSTS);
    assertEquals(List.of(early, late), pages.all());

    pages.unbindPage(early);
    assertEquals(List.of(late), pages.all());
    assertTrue(pages.find("apple").isEmpty());
  }

  @Test
  public void ofTwoWithTheSameIdTheFirstIsShown() {
    ConsolePage first = bound("same", "First", Permission.VIEW_HOSTS);
    bound("same", "Second", Permission.VIEW_HOSTS);

    assertEquals(List.of(first), pages.all());
    assertEquals(first, pages.find("same").orElseThrow());
  }

  @Test
  public void oneWhoseIdIsNoPartOfAnAddressIsLeftOut() {
    for (String id : List.of("", "../hosts", "Big", "a/b", "x".repeat(41))) {
      bound(id, "Wrong", Permission.VIEW_HOSTS);
    }
    assertEquals(List.of(), pages.all());
  }

  @Test
  public void eachSeesThoseThatTheRoleAllows() {
    bound("inventory", "Inventory", Permission.VIEW_HOSTS);
    bound("keys", "Keys", Permission.EDIT_ESCROW);
    FakeAccess access = FakeAccess.allowing(Permission.VIEW_HOSTS);

    assertEquals(
        List.of(new PageView("inventory", "Inventory", "cube", "/console/pages/inventory.js")),
        new ConsolePageResource(pages, access).list(Actor.system()).pages());
  }
}
