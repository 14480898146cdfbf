package io.pomona.organization.apply;

import io.pomona.api.organization.Actor;

/** What documents of one kind do. */
interface SpecKind {
  /** The value of {@code kind}, lower case. */
  String name();

  /**
   * Makes a document ready, and what it needs to be there.
   *
   * @throws io.pomona.api.MdmException when the actor may not do this
   */
  SpecStep prepare(Actor actor, SpecDocument document, boolean force);
}
