package io.pomona.http.admin;

import io.pomona.api.MdmException;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.rest.Anonymous;
import io.pomona.api.rest.Requires;
import java.lang.reflect.Method;
import javax.annotation.Priority;
import javax.ws.rs.Priorities;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.ResourceInfo;
import javax.ws.rs.core.Context;
import javax.ws.rs.ext.Provider;

/**
 * Lets a caller reach a method only with the permission that it names. Decided on the method that
 * was matched, never on the path; a method that names nothing is closed.
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
public final class Authorization implements ContainerRequestFilter {
  private final Access access;

  @Context private ResourceInfo resource;

  Authorization(Access access) {
    this.access = access;
  }

  @Override
  public void filter(ContainerRequestContext context) {
    Method method = resource.getResourceMethod();
    if (method.isAnnotationPresent(Anonymous.class)) {
      return;
    }
    Requires requires = method.getAnnotation(Requires.class);
    Actor actor = (Actor) context.getProperty(Authentication.ACTOR);
    if (requires == null || !access.mayAnywhere(actor, requires.value())) {
      throw MdmException.forbidden(
          "http.forbidden", "Your role does not allow this. Ask an admin.");
    }
  }
}
