package io.pomona.api.rest;

import io.pomona.api.organization.Permission;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a caller must be permitted for some team or globally to reach this method. Where the method
 * touches rows that belong to a team, it asks {@link io.pomona.api.organization.Access} again with
 * the loaded row's team.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Requires {
  Permission value();
}
