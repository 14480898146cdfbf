package io.pomona.testkit;

import io.pomona.api.abm.AbmDeviceStore;
import io.pomona.api.abm.AbmSyncStore;
import io.pomona.api.abm.AbmTokenStore;
import io.pomona.api.abm.AgreementStore;
import io.pomona.api.abm.ArrivalStore;
import io.pomona.api.abm.AssignmentBoard;
import io.pomona.api.abm.AssignmentStore;
import io.pomona.api.abm.BootstrapPackageStore;
import io.pomona.api.abm.EndUserStore;
import io.pomona.api.abm.LargeFileStore;
import io.pomona.api.abm.MacSetupStore;
import io.pomona.api.abm.MinimumVersionStore;
import io.pomona.api.abm.SetupAssistantStore;
import io.pomona.api.abm.SetupSettingsStore;
import io.pomona.api.abm.SetupTicketStore;
import io.pomona.api.apns.PushCertificateStore;
import io.pomona.api.apns.PushRequestStore;
import io.pomona.api.commands.CommandHistoryStore;
import io.pomona.api.commands.CommandQueueStore;
import io.pomona.api.commands.CommandTimelineStore;
import io.pomona.api.commands.WakeStore;
import io.pomona.api.enrollment.AddedHostStore;
import io.pomona.api.enrollment.BootstrapTokenStore;
import io.pomona.api.enrollment.DeviceDockStore;
import io.pomona.api.enrollment.DeviceLinkStore;
import io.pomona.api.enrollment.EnrollmentStore;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.enrollment.MigrationStore;
import io.pomona.api.enrollment.RenewalStore;
import io.pomona.api.escrow.BypassCodeStore;
import io.pomona.api.escrow.DiskEncryptionStore;
import io.pomona.api.escrow.DueKeyStore;
import io.pomona.api.escrow.EncryptionReportStore;
import io.pomona.api.escrow.EnvelopeStore;
import io.pomona.api.escrow.EscrowCertificateStore;
import io.pomona.api.escrow.HostEncryptionStore;
import io.pomona.api.escrow.HostLockStore;
import io.pomona.api.escrow.KeyRotationStore;
import io.pomona.api.escrow.RecoveryKeyStore;
import io.pomona.api.escrow.RecoveryLockStore;
import io.pomona.api.organization.AccountStore;
import io.pomona.api.organization.ActivityChainStore;
import io.pomona.api.organization.ActivityStore;
import io.pomona.api.organization.DeliveryStore;
import io.pomona.api.organization.DeviceEvents;
import io.pomona.api.organization.ExpiryStore;
import io.pomona.api.organization.OrganizationStore;
import io.pomona.api.organization.SessionStore;
import io.pomona.api.organization.SsoStore;
import io.pomona.api.organization.TeamStore;
import io.pomona.api.organization.UserStore;
import io.pomona.api.organization.WebhookStore;
import io.pomona.api.outbox.OutboxStore;
import io.pomona.api.pki.CertificateStore;
import io.pomona.api.pki.KeyMaterialStore;
import io.pomona.api.profiles.HostProfileStore;
import io.pomona.api.profiles.ProfileStore;
import io.pomona.api.updates.DeclarationStore;
import io.pomona.api.updates.HostDeclarationStore;
import io.pomona.api.updates.NudgeDueStore;
import io.pomona.api.updates.NudgeInstallStore;
import io.pomona.api.updates.NudgePackageStore;
import io.pomona.api.updates.OsUpdateStore;
import io.pomona.api.updates.ReportedUpdateStore;
import io.pomona.api.updates.StatusReportStore;
import io.pomona.api.updates.UpdatePolicyStore;

/** Every store over one world: what one writes, the others see. */
public interface StoreSet {
  HostStore hosts();

  AddedHostStore addedHosts();

  DeviceDockStore deviceDock();

  DeviceLinkStore deviceLinks();

  EnrollmentStore enrollments();

  BootstrapTokenStore bootstrapTokens();

  RenewalStore renewals();

  CommandQueueStore commandQueue();

  CommandHistoryStore commandHistory();

  CommandTimelineStore commandTimeline();

  WakeStore wakes();

  OutboxStore outbox();

  ProfileStore profiles();

  HostProfileStore hostProfiles();

  UserStore users();

  AccountStore accounts();

  TeamStore teams();

  SessionStore sessions();

  SsoStore sso();

  ActivityStore activities();

  ActivityChainStore activityChain();

  ExpiryStore expiry();

  WebhookStore webhooks();

  DeliveryStore deliveries();

  DeviceEvents deviceEvents();

  OrganizationStore organization();

  CertificateStore certificates();

  ArrivalStore arrivals();

  SetupTicketStore setupTickets();

  MinimumVersionStore minimumVersions();

  EndUserStore endUsers();

  DiskEncryptionStore diskEncryptions();

  EscrowCertificateStore escrowCertificates();

  HostEncryptionStore hostEncryptions();

  EncryptionReportStore encryptionReports();

  KeyMaterialStore keyMaterial();

  PushCertificateStore pushCertificates();

  SetupSettingsStore setupSettings();

  SetupAssistantStore setupAssistants();

  AssignmentStore assignments();

  AssignmentBoard assignmentBoard();

  AbmTokenStore abmTokens();

  AbmDeviceStore abmDevices();

  AbmSyncStore abmSync();

  PushRequestStore pushRequests();

  DeclarationStore declarations();

  HostDeclarationStore hostDeclarations();

  StatusReportStore statusReports();

  ReportedUpdateStore reportedUpdates();

  LargeFileStore largeFiles();

  BootstrapPackageStore bootstrapPackages();

  AgreementStore agreements();

  MacSetupStore macSetups();

  HostLockStore hostLocks();

  RecoveryLockStore recoveryLocks();

  BypassCodeStore bypassCodes();

  RecoveryKeyStore recoveryKeys();

  KeyRotationStore keyRotations();

  EnvelopeStore envelopes();

  DueKeyStore dueKeys();

  UpdatePolicyStore updatePolicies();

  MigrationStore migrations();

  OsUpdateStore osUpdates();

  NudgePackageStore nudgePackages();

  NudgeInstallStore nudgeInstalls();

  NudgeDueStore nudgeDue();
}
