package io.pomona.api.enrollment;

/** A Mac that is to be on the board, with what is said of it. */
public record NewMigration(String serialNumber, MigrationChange change) {}
