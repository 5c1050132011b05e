package org.daybridge.scheduling.attendance;

import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.scheduling.SessionId;

/** Told within the service when somebody is checked in. */
public record Arrived(SessionId session, PatientId patient) {}
