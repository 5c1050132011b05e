package org.daybridge.intake.program;

import org.daybridge.contract.intake.ProgramId;

/** A treatment program of the organization. */
public record Program(ProgramId id, String code, String name) {}
