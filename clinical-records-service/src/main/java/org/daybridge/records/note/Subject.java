package org.daybridge.records.note;

import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;

/** Whose chart, which episode of care, and under which confidentiality labels. */
public record Subject(PatientId patient, EpisodeId episode, int labels) {}
