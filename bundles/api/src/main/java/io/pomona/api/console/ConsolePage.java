package io.pomona.api.console;

import io.pomona.api.organization.Permission;
import java.net.URL;

/**
 * Extension point: a page of the web console, in its navigation while the service is there. The
 * page is an ES module of the bundle that publishes this; the console serves it from its own origin
 * and runs it in the browser of a person who has the permission, with all that this person may do.
 *
 * <p>The module exports {@code mount(element, context)}, which fills the element and may return a
 * function that is called before the page is left. {@code context.request(path, init)} is {@code
 * fetch} on the admin API, {@code context.team} the team that is chosen (absent for all, 0 for no
 * team) and {@code context.dark} whether the console is dark. Style sheets, fonts and images come
 * from the console; scripts and styles within the page's own HTML are refused by the browser.
 */
public interface ConsolePage {
  /**
   * Unique, part of the page's address: small letters, digits and hyphens, at most 40. Of two pages
   * with the same id one is shown.
   */
  String id();

  /** What the navigation says, at most 60 characters. */
  String label();

  /** One of {@code chart, clipboard, cube, lock, puzzle, server}; another one shows a puzzle. */
  String icon();

  /** Who sees it: people who have this everywhere or in some team. */
  Permission permission();

  /** The module in the bundle; read anew for each request, at most a megabyte. */
  URL module();
}
